import type { Actor } from '../kernel/actor';
import { logLook } from '../kernel/audit';
import { dayOf } from '../kernel/calendar';
import { personCode } from '../kernel/codesOf';
import { heed, refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { liveStep } from '../kernel/liveStep';
import { once } from '../kernel/requests';
import type { CodeKind } from '../../../types/words';
import { selfVerdict } from '../contact/rules';
import { holderOf } from './shown';
import * as store from './store/met';

/** Who is the cadre and who the youth, where the actor has scanned somebody's code. */
function twoOf(actor: Actor, kind: CodeKind, ownerId: string): store.TwoPeople {
  if (kind === 'youth') {
    if (!actor.post) refuse('NOT_A_CADRE', {});
    return { cadreId: actor.personId, youthId: ownerId };
  }
  if (!actor.youth) refuse('NOT_A_YOUTH', {});
  return { cadreId: ownerId, youthId: actor.personId };
}

/** C14 The meeting is of the day of the code's own step, also where the scan arrives after midnight. */
export const meet = os.contactLog.meet.use(as.scanner).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, now, policy, settings } = scene;
  const code = personCode(input.text, settings.APP_CODE_HOST);
  const { step } = code.live ?? refuse('CODE_NOT_LIVE', {});
  const { kind } = code;
  // One ahead of the server is refused below.
  const shownAt = Math.min(step * policy.codes.stepSeconds * 1000, now.getTime());
  const day = dayOf(new Date(shownAt));
  const holder = kind === 'youth' ? holderOf(scene) : null;
  const ownerId = await store.ownerOf(tx, code);
  return once(
    scene,
    'contactLog.meet',
    input,
    { kind, day, ownerId },
    async () => {
      liveStep(scene, code);
      const other = ownerId ?? refuse('CODE_UNKNOWN', {});
      heed(selfVerdict(actor.personId, other));
      const two = twoOf(actor, kind, other);
      const [, found] = await Promise.all([store.keepBoth(tx, two), store.lockBetween(tx, two, holder)]);
      if (!found) refuse('CONTACT_NOT_FOUND', {});
      await Promise.all([
        store.addMeeting(tx, two, day, kind, now),
        kind === 'youth' && logLook(scene, actor, [other], 'scan'),
      ]);
    },
    async ({ kind, day, ownerId }) => {
      const two = twoOf(actor, kind, ownerId ?? refuse('CODE_UNKNOWN', {}));
      return { day, ...((await store.metOn(tx, two, holder, day)) ?? refuse('CONTACT_NOT_FOUND', {})) };
    },
  );
});
