import { afterOf, pageOf } from '../kernel/cursor';
import { refuse } from '../kernel/errors';
import { as, os } from '../kernel/gate';
import { lateBefore } from './rules/writing';
import { holderOf, logMinors, showOne, showOwn } from './shown';
import * as store from './store/read';

export const list = os.contactLog.list.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, policy } = scene;
  const { contactId, from = null, until = null, only } = input;
  if (contactId && !(await store.holds(tx, holderOf(scene), contactId))) refuse('CONTACT_NOT_FOUND', {});
  const filter = { contactId, from, until, only, after: afterOf(input.cursor) };
  const found = await store.ownLogs(tx, actor.personId, filter, policy.pageSize + 1);
  const { rows, next } = pageOf(found, policy.pageSize);
  return { items: await showOwn(scene, rows, policy.contactLog.named), next };
});

export const one = os.contactLog.one.use(as.cadre).handler(async ({ context: { scene }, input }) => {
  const log = await showOne(scene, input.logId);
  const versions = await store.versionsOf(scene.tx, holderOf(scene), input.logId);
  return {
    log,
    versions: versions.map(({ until, ...said }) => ({ ...said, until: until.toISOString() })),
  };
});

/** How many of the last logs are looked through for whom to offer. */
const LOOKED_THROUGH = 30;

export const offer = os.contactLog.offer.use(as.cadre).handler(async ({ context: { scene } }) => {
  const { tx, actor, today, policy } = scene;
  const [last, recent] = await Promise.all([
    store.lastLog(tx, actor.personId),
    store.recentPeople(tx, holderOf(scene), LOOKED_THROUGH, policy.contactLog.offered),
  ]);
  const people = last ? await store.peopleOf(tx, holderOf(scene), [last.id]) : [];
  await logMinors(scene, recent);
  const contactIds = people.filter(({ state }) => state !== 'struck').map(({ contactId }) => contactId);
  return {
    today,
    lateBefore: lateBefore(today, policy.contactLog),
    last: last && { logId: last.id, task: last.task, way: last.way, contactIds },
    recent: recent.map(({ contactId, name, lastOn }) => ({ contactId, name, lastOn })),
  };
});
