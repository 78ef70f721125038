import { uuidv7 } from 'uuidv7';
import * as z from 'zod';
import type { LogAboutMe } from '../../../types/contactLog';
import type { Actor } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { afterOf, pageOf, parseCursor, printCursor } from '../kernel/cursor';
import { heed, refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { isOverdue, proofAfterTap, sayVerdict, settleVerdict, tapUntil } from './rules/writing';
import { shownOf } from './shown';
import { lockLog } from './store/write';
import * as store from './store/told';

type YouthScene = Scene & { actor: Actor };

const isOverdueFor = ({ today, policy }: Scene, { state, raisedAt }: store.ToldRow): boolean =>
  state === 'disputed' && raisedAt !== null && isOverdue(dayOf(raisedAt), today, policy);

function toldOf(row: store.ToldRow, scene: Scene): LogAboutMe {
  const { today, policy } = scene;
  const { way, proof, state, writtenAt } = row;
  const until = tapUntil(writtenAt, policy.contactLog);
  const canTap = way === 'faceToFace' && proof === null && state === 'unanswered' && today <= until;
  return {
    ...shownOf(row),
    text: row.textState === 'shown' ? row.text : null,
    cadre: { name: row.cadre, orgName: row.orgName },
    state,
    proof,
    tapUntil: canTap ? until : null,
    hidden: row.hidden,
    answer: row.answerState === 'shown' ? row.answer : null,
    answerState: row.answerState,
    overdue: isOverdueFor(scene, row),
    others: row.youths - 1,
  };
}

export const aboutMe = os.contactLog.aboutMe.use(as.youth).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const found = await store.aboutYouth(tx, actor.personId, afterOf(input.cursor), policy.pageSize + 1);
  const { rows, next } = pageOf(found, policy.pageSize);
  return { items: rows.map((row) => toldOf(row, scene)), next };
});

/** Takes a log about me: until this transaction ends, nobody else writes about it. */
async function take({ tx, actor }: YouthScene, logId: string): Promise<store.ToldRow> {
  const [, log] = await Promise.all([lockLog(tx, logId), store.oneAbout(tx, actor.personId, logId)]);
  return log ?? refuse('LOG_NOT_FOUND', {});
}

async function showTold(scene: YouthScene, logId: string): Promise<LogAboutMe> {
  const row = (await store.oneAbout(scene.tx, scene.actor.personId, logId)) ?? refuse('LOG_NOT_FOUND', {});
  return toldOf(row, scene);
}

export const confirm = os.contactLog.confirm.use(as.youth).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contactLog.confirm',
    input,
    input.logId,
    async () => {
      const { tx, actor, today, policy } = scene;
      const log = await take(scene, input.logId);
      heed(sayVerdict(log.state));
      await store.say(tx, actor.personId, input.logId, 'confirmed', proofAfterTap(log, today, policy.contactLog));
    },
    (logId) => showTold(scene, logId),
  ),
);

export const dispute = os.contactLog.dispute.use(as.youth).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contactLog.dispute',
    input,
    input.logId,
    async () => {
      const { tx, actor, now } = scene;
      heed(sayVerdict((await take(scene, input.logId)).state));
      await store.raiseDispute(tx, actor.personId, input.logId, uuidv7(), now);
    },
    (logId) => showTold(scene, logId),
  ),
);

export const settle = os.contactLog.settle.use(as.youth).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contactLog.settle',
    input,
    input.logId,
    async () => {
      const { tx, actor, now, today, policy } = scene;
      const { logId, wasMe } = input;
      const log = await take(scene, logId);
      heed(settleVerdict(log.state, wasMe, isOverdueFor(scene, log)));
      const proof = wasMe ? proofAfterTap(log, today, policy.contactLog) : log.proof;
      await Promise.all([
        store.settleDispute(tx, log.disputeId, wasMe ? 'stands' : 'struck', now),
        store.say(tx, actor.personId, logId, wasMe ? 'confirmed' : 'struck', proof),
      ]);
    },
    (logId) => showTold(scene, logId),
  ),
);

export const hideText = os.contactLog.hideText.use(as.youth).handler(({ context: { scene }, input }) =>
  once(
    scene,
    'contactLog.hideText',
    input,
    input.logId,
    async () => {
      await take(scene, input.logId);
      await store.hideText(scene.tx, input.logId);
    },
    (logId) => showTold(scene, logId),
  ),
);

/** The database knows no year 0. */
const disputesCursor = z.tuple([z.iso.datetime().regex(/^(?!0000)/), z.uuid()]);

export const disputes = os.contactLog.disputes.use(as.administrator).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const orgId = input.orgId ?? actor.administers[0]?.orgId ?? 0;
  const [raisedAt, disputeId] = parseCursor(input.cursor, disputesCursor) ?? [];
  const after = raisedAt && disputeId ? { raisedAt, id: disputeId } : null;
  const [mayLook, found] = await Promise.all([
    store.administers(tx, orgId),
    store.disputesOf(tx, orgId, after, policy.pageSize + 1),
  ]);
  if (!mayLook) refuse('OUT_OF_SCOPE', {});
  const rows = found.slice(0, policy.pageSize);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => ({
      disputeId: row.id,
      cadre: row.cadre,
      orgName: row.orgName,
      raisedOn: dayOf(row.raisedAt),
      answer: row.answerState === 'shown' ? row.answer : null,
      answeredOn: row.answeredAt && dayOf(row.answeredAt),
      settledOn: row.settledAt && dayOf(row.settledAt),
      outcome: row.outcome,
    })),
    next: found.length > rows.length && last ? printCursor(last.raisedAt.toISOString(), last.id) : null,
  };
});
