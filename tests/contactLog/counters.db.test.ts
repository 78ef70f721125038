import fc from 'fast-check';
import { quarterOf } from '../../cloudfunctions/api/kernel/calendar';
import { dayOf } from '../../cloudfunctions/api/kernel/calendar';
import { fixStock, recount } from '../../local/recount';
import { flowsAsOf } from '../../local/recountFlows';
import type { MadeCadre } from '../factory';
import { aHistory, allLogs, EVERYTHING, playHistory, type Play } from './history';
import { byPost, FIGURES, flowsOfRecords, postsOf, recordsOf } from './records';
import { answers, edit, inAWorld, log, remove, says, settles, twoOf, world } from './logging';

inAWorld();

const differences = async () => (await recount(world.db)).differences;

/** Two cadres, and four youths of whom two turn 36 within the year (C8); some are in contact for long, some never yet. */
async function aPlay(begin: Date): Promise<Play> {
  const { factory, orgs } = world;
  const turning = begin.getUTCFullYear() - 35;
  const cadres = [orgs.nanhai, orgs.chancheng].map((org) => factory.aCadre({ org }));
  const youths = [`${turning - 1}-12`, `${turning}-03`].map((month) => factory.aYouth({ birthMonth: `${month}-01` }));
  youths.push(factory.aYouth(), factory.aYouth());
  const startedAt = new Date(begin.getTime() - 60 * 86_400_000);
  for (const [of, cadre] of cadres.entries())
    for (const youth of youths.slice(of, of + 1)) factory.aContact({ cadre, youth, startedAt });
  await factory.save();
  return { cadres, youths };
}

/** What the kept figures of a cadre's posts say, all quarters together. */
async function kept(cadre: MadeCadre) {
  const rows = await world.db.kysely
    .selectFrom('flow as f')
    .innerJoin('post as p', 'p.id', 'f.post_id')
    .select(['f.logs', 'f.days_on_time', 'f.days_late', 'f.activities'])
    .where('p.person_id', '=', cadre.personId)
    .execute();
  const sum = (figure: 'logs' | 'days_on_time' | 'days_late' | 'activities') =>
    rows.reduce((total, row) => total + row[figure], 0);
  return { logs: sum('logs'), activities: sum('activities'), weight: sum('days_on_time') + sum('days_late') / 2 };
}

/** The same from what the cadre's own list says of each log. */
async function byHand(cadre: MadeCadre, now: Date) {
  const counting = (await allLogs(cadre, now)).filter(({ weight }) => weight > 0);
  const days = new Map<string, number>();
  for (const { day, weight } of counting) days.set(day, Math.max(days.get(day) ?? 0, weight));
  return {
    logs: counting.length,
    activities: counting.filter(({ activity }) => activity).length,
    weight: [...days.values()].reduce((sum, weight) => sum + weight, 0),
  };
}

it('D2.3 after any history, with the date moved: the flows are what a recount finds, and what the logs add up to (C1, C2, C8)', async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(aHistory, async (steps) => {
      const begin = new Date();
      const play = await aPlay(begin);
      const end = await playHistory(steps, play, begin, done);
      expect(await differences()).toEqual([]);
      const posts = await postsOf(play);
      const records = await recordsOf(posts);
      const flows = await world.db.kysely.selectFrom('flow').select(FIGURES).where('post_id', 'in', posts).execute();
      expect(byPost(flows.filter(({ logs }) => logs > 0))).toEqual(flowsOfRecords(records, '2100-12-31'));
      const [inBetween = dayOf(end)] = records
        .map(({ day }) => day)
        .sort()
        .slice(records.length / 2);
      for (const day of [dayOf(end), inBetween]) {
        const asOf = (await flowsAsOf(world.db.kysely, day)).map(({ postId, ...flow }) => ({
          post_id: postId,
          ...flow,
        }));
        const { from } = quarterOf(day);
        const expected = flowsOfRecords(records, day).filter(({ quarter }) => quarter === from);
        expect(byPost(asOf.filter(({ post_id }) => posts.includes(post_id)))).toEqual(expected);
      }
    }),
    { numRuns: 30, examples: [[EVERYTHING]] },
  );
  expect([...done].sort()).toEqual(
    [
      'answer',
      'confirm',
      'dispute',
      'edit',
      'hideText',
      'leave',
      'log',
      'meet',
      'meet by the youth',
      'remove',
      'scan',
      'settle',
      'transfer',
      'undo',
      'undo what was logged',
    ].sort(),
  );
}, 300_000);

it('D2.5 without transfers on one day, a cadre’s figures are the sum of the days in the own list', async () => {
  await fc.assert(
    fc.asyncProperty(aHistory, async (steps) => {
      const begin = new Date();
      const play = await aPlay(begin);
      const end = await playHistory(
        steps.filter((step) => step.do !== 'transfer'),
        play,
        begin,
        new Set(),
      );
      for (const cadre of play.cadres) expect(await kept(cadre)).toEqual(await byHand(cadre, end));
    }),
    { numRuns: 10 },
  );
}, 120_000);

it('D2.3 of the logs of one day the heaviest weighs, also when it goes again', async () => {
  const { cadre, youth, contact } = await twoOf({ since: '2025-06-01' });
  await log(cadre, [contact], { day: '2026-10-05' }, new Date('2026-10-20T12:00:00+08:00'));
  expect(await kept(cadre)).toEqual({ logs: 1, activities: 0, weight: 0.5 });
  const now = new Date('2026-10-06T12:00:00+08:00');
  const { logId } = await log(cadre, [contact], { day: '2026-10-05' }, now);
  expect(await kept(cadre)).toEqual({ logs: 2, activities: 0, weight: 1 });
  await says(youth, 'dispute', logId, now);
  expect(await kept(cadre)).toEqual({ logs: 1, activities: 0, weight: 0.5 });
  await answers(cadre, logId, contact, '是你');
  await settles(youth, logId, true);
  expect(await kept(cadre)).toEqual({ logs: 2, activities: 0, weight: 1 });
  await edit(cadre, logId, [contact], { day: '2026-09-30' }, now);
  expect(await kept(cadre)).toEqual({ logs: 2, activities: 0, weight: 1.5 });
  await remove(cadre, logId, now);
  expect(await kept(cadre)).toEqual({ logs: 1, activities: 0, weight: 0.5 });
  expect(await differences()).toEqual([]);
});

it('D2.3 a recount notices flows, days and logs that were changed by hand, and puts them right when asked', async () => {
  const { cadre, contact } = await twoOf({ since: '2025-06-01' });
  await log(cadre, [contact], { day: '2026-11-02' }, new Date('2026-11-02T12:00:00+08:00'));
  const { kysely } = world.db;
  await kysely.updateTable('flow').set({ logs: 7 }).where('post_id', '=', cadre.postId).execute();
  await kysely.deleteFrom('voice_day').where('post_id', '=', cadre.postId).execute();
  const { postId } = cadre;
  expect(await differences()).toEqual([
    { postId, figure: '2026-10-01 logs', stock: 7, recounted: 1 },
    { postId, figure: '2026-11-02 on time', stock: null, recounted: 1 },
  ]);
  await fixStock(world.db);
  expect(await differences()).toEqual([]);
});

it('D2.3 a recount notices what a log says of itself otherwise than its youths, and puts it right, and the flows with it', async () => {
  const { cadre, contact } = await twoOf({ since: '2025-06-01' });
  const { logId } = await log(cadre, [contact], { day: '2026-11-02' }, new Date('2026-11-02T12:00:00+08:00'));
  const { kysely } = world.db;
  await kysely.updateTable('contact_log').set({ standing: 2, met: 1 }).where('id', '=', logId).execute();
  const { postId } = cadre;
  expect(await differences()).toEqual([
    { postId, figure: `${logId} met`, stock: 1, recounted: 0 },
    { postId, figure: `${logId} standing`, stock: 2, recounted: 1 },
  ]);
  await fixStock(world.db);
  expect(await differences()).toEqual([]);
  const flow = await kysely.selectFrom('flow').select(['logs', 'met']).where('post_id', '=', postId).executeTakeFirst();
  expect(flow).toEqual({ logs: 1, met: 0 });
});

it('D2.5, D10.4 a recount takes a log as late as it was when it was written, and says how many are so by another policy', async () => {
  const { cadre, contact } = await twoOf({ since: '2025-06-01' });
  const { logId } = await log(cadre, [contact], { day: '2026-10-05' }, new Date('2026-10-13T12:00:00+08:00'));
  expect((await recount(world.db)).lateOtherwise).toBe(0);
  await world.db.kysely.updateTable('contact_log').set({ late: false }).where('id', '=', logId).execute();
  expect(await fixStock(world.db)).toMatchObject({ differences: [], lateOtherwise: 1 });
  expect(await kept(cadre)).toEqual({ logs: 1, activities: 0, weight: 1 });
});
