import { notices } from '../../../config/notice';
import { currentPost, youthOf, type Actor, type Post, type Youth } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { personCode } from '../kernel/codesOf';
import { heed, refuse } from '../kernel/errors';
import type { Scene } from '../kernel/gate';
import { liveStep } from '../kernel/liveStep';
import { isMinor, isOverAge } from '../org/rules';
import { noticeWanted } from '../privacy/rules';
import { holdingVerdict, selfVerdict } from './rules';
import * as store from './store';

/** The two people of a scan, and what speaks for or against a contact between them. */
export interface Scanned {
  /** Whose code was scanned. */
  kind: 'youth' | 'cadre';
  step: number | null;
  cadre: { id: string; name: string; post: Post };
  youth: { id: string; name: string } & Youth;
  minor: boolean;
  overAge: boolean;
  holders: number;
}

/**
 * Reads a scanned text and settles who is the cadre and who the youth; with `lock`, takes the youth's lock first so
 * that the number of holders stays true until the transaction ends (C4). Refuses where a contact may not begin.
 */
export async function settle(scene: Scene, actor: Actor, text: string, { lock }: { lock: boolean }): Promise<Scanned> {
  const { tx, today, policy, settings } = scene;
  const code = personCode(text, settings.APP_CODE_HOST);
  const byCadre = code.kind === 'youth';
  const step = byCadre ? liveStep(scene, code) : null;
  const pair = { actorId: actor.personId, kind: code.kind };
  const noticeVersion = noticeWanted(notices, today);
  const [{ ownerId, holders }, shown] = await Promise.all([
    store.present(tx, pair, code, { lock }),
    store.shown(tx, pair, noticeVersion, today),
  ]);
  if (!ownerId) return refuse('CODE_UNKNOWN', {});
  heed(selfVerdict(actor.personId, ownerId));
  if (byCadre && !actor.post) refuse('NOT_A_CADRE', {});
  if (!byCadre && !actor.youth) refuse('NOT_A_YOUTH', {});
  const [cadreId, youthId] = byCadre ? [actor.personId, ownerId] : [ownerId, actor.personId];
  if (!shown) return refuse('PERSON_GONE', {});
  const youth = youthOf(shown) ?? refuse('NOT_A_YOUTH', {});
  if (!shown.agreed && byCadre) refuse('YOUTH_NOT_AGREED', {});
  if (!shown.agreed) refuse('NOTICE_OUTDATED', { version: noticeVersion });
  const post = byCadre ? actor.post : await currentPost(tx, cadreId);
  const minor = isMinor(youth.birthMonth, today, policy.age);
  heed(
    holdingVerdict(
      {
        scannedBy: byCadre ? 'cadre' : 'youth',
        holderHasPost: post !== null,
        since: shown.since && dayOf(shown.since),
        holders,
        minor,
        approvedForMinors: shown.approvedForMinors,
        blocked: shown.blocked,
      },
      policy.contact,
    ),
  );
  if (step !== null && !lock && (await store.stepIsUsed(tx, actor.personId, youthId, step))) refuse('CODE_USED', {});
  return {
    kind: code.kind,
    step,
    cadre: { id: cadreId, name: byCadre ? actor.name : shown.name, post: post ?? refuse('HOLDER_NOT_CADRE', {}) },
    youth: { id: youthId, name: byCadre ? shown.name : actor.name, ...youth },
    minor,
    overAge: isOverAge(youth.birthMonth, today, policy.age),
    holders,
  };
}
