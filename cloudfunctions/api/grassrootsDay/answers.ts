import { afterOf, pageOf } from '../kernel/cursor';
import { refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { managedOrg } from '../org/procedures/scope';
import { timeOf } from './rules/checkIn';
import { lookedAfter, shownSite } from './scope';
import * as store from './store/waiting';

/** How many of a site and a day are shown at the most. */
const VISITORS = 200;

const shown = ({ policy }: Scene, row: store.WaitingRow) => ({
  checkInId: row.id,
  cadreName: row.cadreName ?? '',
  orgName: row.cadreOrg,
  site: shownSite(row),
  day: row.day,
  at: timeOf(row, policy).toISOString(),
  state: row.state,
  distanceMetres: row.distanceMetres,
  askedAt: row.askedAt && row.askedAt.toISOString(),
  because: row.because,
});

export const visitors = os.grassrootsDay.visitors.use(as.person).handler(async ({ context: { scene }, input }) => {
  const { tx, actor, today } = scene;
  const { siteId } = await lookedAfter(scene, actor, input.siteId);
  const day = input.day ?? today;
  const [rows, earlier] = await Promise.all([
    store.visitorsOf(tx, siteId, day, VISITORS),
    store.waitingBefore(tx, siteId, day, actor.personId),
  ]);
  return { day, items: rows.map((row) => shown(scene, row)), earlier };
});

export const waitingDays = os.grassrootsDay.waitingDays
  .use(as.person)
  .handler(async ({ context: { scene }, input: { of, cursor } }) => {
    const { tx, actor, policy } = scene;
    const page = { after: afterOf(cursor), limit: policy.pageSize + 1, except: actor.personId };
    const found =
      'siteId' in of
        ? await store.waitingAt(tx, (await lookedAfter(scene, actor, of.siteId)).siteId, page)
        : await store.waitingBelow(tx, (await managedOrg(scene, actor, of.orgId)).path, page);
    const { rows, next } = pageOf(found, policy.pageSize);
    return { items: rows.map((row) => shown(scene, row)), next };
  });

export const answerDays = os.grassrootsDay.answerDays.use(as.person).handler(({ context: { scene }, input }) => {
  const { tx, actor, now } = scene;
  const ids = [...new Set(input.checkInIds)];
  return once(
    scene,
    'grassrootsDay.answerDays',
    input,
    now.toISOString(),
    async () => {
      const { confirmed, reason } = input;
      const verdict = await store.answerCheckIns(tx, ids, { confirmed, reason, at: now });
      if (verdict === 'own') refuse('CHECK_IN_OWN', {});
      if (verdict === 'missing') refuse('CHECK_IN_NOT_FOUND', {});
    },
    async (at) => {
      const answered = await store.countAnswered(tx, ids, { by: actor.personId, at });
      return { answered, answeredBefore: ids.length - answered };
    },
  );
});
