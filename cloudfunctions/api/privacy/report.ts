import { uuidv7 } from 'uuidv7';
import { dayOf, startOfDay } from '../kernel/calendar';
import { heed, refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { once } from '../kernel/requests';
import { sealText } from './asked';
import { lockOwn, showAsked } from './rights';
import { concernVerdict, dueOn } from './rules';
import * as store from './store/asked';

/** D9.9 Sealed, to the organisation above the cadre's; nothing of it comes to the cadre. */
export const reportConcern = os.privacy.reportConcern.use(as.youth).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today, policy, settings } = scene;
  const id = uuidv7();
  return once(
    scene,
    'privacy.reportConcern',
    input,
    id,
    async () => {
      const [, contact, reportedToday] = await Promise.all([
        lockOwn(scene),
        store.ownContact(tx, actor.personId, input.contactId),
        store.concernsSince(tx, actor.personId, startOfDay(today)),
      ]);
      if (!contact?.orgId) return refuse('CONTACT_NOT_FOUND', {});
      const { cadreId, orgId, endedAt } = contact;
      heed(concernVerdict({ endedOn: endedAt && dayOf(endedAt), reportedToday }, today, policy.concern));
      const concern = {
        id,
        youthId: actor.personId,
        dueOn: dueOn(today, policy),
        contactId: input.contactId,
        cadreId,
        orgId,
        sealed: sealText(settings, id, 'text', input.text),
      };
      await Promise.all([
        store.addConcern(tx, concern, now),
        input.block && store.leaveAndBlock(tx, { youthId: actor.personId, cadreId }, now),
      ]);
    },
    (kept) => showAsked(scene, kept),
  );
});
