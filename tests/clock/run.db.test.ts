import { sql } from 'kysely';
import type { Database } from '../../cloudfunctions/api/kernel/db';
import type { Job } from '../../cloudfunctions/clock/job';
import { purge } from '../../cloudfunctions/clock/jobs/purge';
import { BATCH } from '../../cloudfunctions/clock/purging';
import { runAll } from '../../cloudfunctions/clock/run';
import { allAtOnce } from '../support/barrier';
import { aWorld, type World } from '../support/world';
import { asClock } from './clock';

let world: World;
let db: Database;
beforeAll(async () => {
  world = await aWorld();
  db = asClock(world);
});
afterAll(async () => {
  await db.end();
  await world.end();
});
beforeEach(() => world.db.kysely.deleteFrom('clock_run').execute());

const hasTime = () => true;
const NIGHT = new Date('2026-11-25T16:10:00Z');
const done: Job['run'] = () => Promise.resolve({ finished: true, counts: {} });

function counting(name: string, run = done) {
  let runs = 0;
  const counted: Job['run'] = (work) => {
    runs += 1;
    return run(work);
  };
  return { job: { name, periodOf: () => 'today', run: counted }, runs: () => runs };
}

const purgeAt = (now: Date, time = hasTime) => runAll([purge], { db, now, hasTime: time });

it('D10.1 a run names the day in Shanghai, whatever the hour at which a timer comes', async () => {
  expect(await purgeAt(NIGHT)).toEqual({ purge: 'finished' });
  const runs = await world.db.kysely.selectFrom('clock_run').select(['job', 'period']).execute();
  expect(runs).toEqual([{ job: 'purge', period: '2026-11-26' }]);
  expect(await purgeAt(new Date('2026-11-26T15:59:59Z'))).toEqual({ purge: 'notOurs' });
  expect(await purgeAt(new Date('2026-11-26T16:00:00Z'))).toEqual({ purge: 'finished' });
});

it('D10.2 delivered twice at once, one does it', async () => {
  const { job, runs } = counting('twice');
  const deliveries = Array.from({ length: 4 }, () => () => runAll([job], { db, now: NIGHT, hasTime }));
  const ended = await allAtOnce(world, deliveries, 'clock_run');
  const said = ended.map((one) => (one.status === 'fulfilled' ? one.value.twice : 'broken'));
  expect(said.sort()).toEqual(['finished', 'notOurs', 'notOurs', 'notOurs']);
  expect(runs()).toBe(1);
});

it('D10.2 one that is at it is not disturbed; one that was ended by the platform is taken over', async () => {
  const { job, runs } = counting('held');
  const hold = (until: string) =>
    sql`insert into clock_run values ('held', 'today', now(), now() + ${until}::interval, null)
      on conflict (job, period) do update set held_until = excluded.held_until`.execute(world.db.kysely);
  await hold('1 minute');
  expect(await runAll([job], { db, now: NIGHT, hasTime })).toEqual({ held: 'notOurs' });
  await hold('-1 second');
  expect(await runAll([job], { db, now: NIGHT, hasTime })).toEqual({ held: 'finished' });
  expect(runs()).toBe(1);
});

it('D10.2 a job that fails stops no other, and is done at the next run', async () => {
  let broken = true;
  const failing = counting('failing', (work) => (broken ? Promise.reject(new Error('boom')) : done(work)));
  const other = counting('other');
  const all = [failing.job, other.job];
  expect(await runAll(all, { db, now: NIGHT, hasTime })).toEqual({ failing: 'failed', other: 'finished' });
  broken = false;
  expect(await runAll(all, { db, now: NIGHT, hasTime })).toEqual({ failing: 'finished', other: 'notOurs' });
});

it('D9.10 when the time is over the purge stops between two batches, and the next run goes on', async () => {
  await sql`insert into request select 'p:x', 'x', gen_random_uuid(), '', '{}', now() - interval '31 days'
    from generate_series(1, ${BATCH * 2 + 1})`.execute(world.db.kysely);
  const left = async () => (await world.db.kysely.selectFrom('request').select('request_id').execute()).length;
  // One batch each for the two tables before, and one of this.
  let batches = 3;
  expect(await purgeAt(new Date(), () => batches-- > 0)).toEqual({ purge: 'goesOn' });
  expect(await left()).toBe(BATCH + 1);
  expect(await purgeAt(new Date())).toEqual({ purge: 'finished' });
  expect(await left()).toBe(0);
});

it('D9.8 nobody but the clock reads or writes what has run', async () => {
  for (const statement of ['select * from clock_run', 'delete from clock_run', `select purge_due('request', now())`]) {
    await expect(world.house.database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
});
