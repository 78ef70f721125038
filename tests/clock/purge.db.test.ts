import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Database } from '../../cloudfunctions/api/kernel/db';
import { BATCH, purgeBatch } from '../../cloudfunctions/clock/purging';
import { periods, retention } from '../../config/retention';
import { dryRun, purge } from '../../local/purge';
import { recount } from '../../local/recount';
import { aWorld, type World } from '../support/world';
import { makers, type About } from './aging';
import { asClock, countOf, DAY_MS, daysAgo, dueIn, off } from './clock';

let world: World;
let clock: Database;
let about: About;
const tables = periods.map(({ table }) => table);

beforeAll(async () => {
  world = await aWorld();
  clock = asClock(world);
  about = { cadre: world.factory.aCadre({ org: world.orgs.nanhai }), youth: world.factory.aYouth() };
  await world.factory.save();
});
afterAll(async () => {
  await clock.end();
  await world.end();
});

const make = (table: string, since: Parameters<(typeof makers)[string]>[2]) => makers[table]?.(world, about, since);

describe('D9.10 every table has its period', () => {
  it('and none of the catalogue is forgotten', async () => {
    const { rows } = await sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`.execute(world.db.kysely);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(retention).sort());
  });

  it('which is the database’s own', async () => {
    const rows = await world.db.kysely.selectFrom('retention').select(['table_name as table', 'days']).execute();
    const sorted = (all: { table: string; days: number }[]) => all.sort((a, b) => (a.table < b.table ? -1 : 1));
    expect(sorted(rows)).toEqual(sorted(periods.map(({ table, days }) => ({ table, days }))));
    expect(Object.keys(makers).sort()).toEqual([...tables].sort());
  });
});

it('D9.4 a deleted log stays as long as what was disputed of it', async () => {
  const { kysely } = world.db;
  await make('log_dispute', daysAgo(200));
  await kysely
    .updateTable('contact_log')
    .set({ deleted_at: daysAgo(199) })
    .where('id', 'in', kysely.selectFrom('log_dispute').select('log_id'))
    .execute();
  expect(await purgeBatch(clock, 'contact_log', new Date())).toBe(0);
  await kysely.deleteFrom('log_dispute').execute();
  expect(await purgeBatch(clock, 'contact_log', new Date())).toBe(1);
});

it('D9.6 what a newcomer said to nobody’s answer goes as well', async () => {
  const { days } = periods.find(({ table }) => table === 'binding') ?? { days: 0 };
  const asked = (ago: number) =>
    sql`insert into binding (id, account_key, sealed_account, name, org_id, asked_at, due_on)
      values (gen_random_uuid(), ${`a:${ago}`}, 'x', '无人答', ${world.orgs.nanhai.id}, ${daysAgo(ago)}, '2020-01-01')`;
  await Promise.all([asked(days - 1).execute(world.db.kysely), asked(days).execute(world.db.kysely)]);
  await purgeBatch(clock, 'binding', new Date());
  const left = await world.db.kysely.selectFrom('binding').select('account_key').execute();
  expect(left).toEqual([{ account_key: `a:${days - 1}` }]);
  await world.db.kysely.deleteFrom('binding').execute();
});

describe.each(periods.map(({ table, days }) => [table, days] as const))('D9.10 %s, %d days', (table, days) => {
  it('goes at the instant at which the period is over, and not a moment before', async () => {
    const now = new Date(Date.now() - 60_000);
    await purge(clock, now);
    const kept = await countOf(world, sql.table(table));
    const dueAt = new Date(now.getTime() - days * DAY_MS);
    // A limit is kept in milliseconds.
    await make(table, off(dueAt, table === 'rate_limit' ? 1000 : 1));
    expect((await dueIn(clock, now))[table]).toBe(0);
    expect(await purgeBatch(clock, table, now)).toBe(0);
    await make(table, dueAt);
    const [line] = (await dryRun(clock, now)).filter((one) => one.table === table);
    expect(line).toMatchObject({ rows: 1, oldest: dueAt });
    expect(await purgeBatch(clock, table, now)).toBe(1);
    if (table !== 'person') expect(await countOf(world, sql.table(table))).toBe(kept + 1);
  });

  it('is not hurried by whoever says that it is later', async () => {
    await purge(clock, new Date());
    await make(table, daysAgo(days - 0.01));
    expect(await purgeBatch(clock, table, daysAgo(-4000))).toBe(0);
  });
});

it('D9.10 what is no longer than a batch goes at once, the rest with the next', async () => {
  await sql`insert into request select 'p:x', 'x', gen_random_uuid(), '', '{}', now() - interval '31 days'
    from generate_series(1, ${BATCH + 3})`.execute(world.db.kysely);
  expect(await purgeBatch(clock, 'request', new Date())).toBe(BATCH);
  expect(await purgeBatch(clock, 'request', new Date())).toBe(3);
});

it('D9.10 by a command: first what would go, then the same goes', async () => {
  const command = (...args: string[]) =>
    execFileSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'local/purge.ts', world.clockUrl, ...args], {
      encoding: 'utf8',
    });
  await purge(clock, new Date());
  const at = daysAgo(40);
  await make('request', at);
  const [dry, real, again] = [command('--dry-run'), command(), command()];
  const line = `request            1  30 days from the request, the oldest ${at.toISOString()}`;
  expect(dry.split('\n')).toContain(line);
  expect(dry).toContain('1 rows would go');
  expect(real).toBe(dry.replace('would go', 'have gone'));
  expect(again).toContain('0 rows have gone');
}, 60_000);

it('D9.10 only what is named goes', async () => {
  await expect(purgeBatch(clock, 'post', daysAgo(0))).rejects.toThrow(/no rows/);
});

it('D9.10 the dry run says what then goes, whatever the dates; a second run finds nothing', async () => {
  const dates = fc.array(fc.record({ table: fc.constantFrom(...tables), days: fc.integer({ min: 0, max: 1200 }) }), {
    minLength: 5,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(dates, async (rows) => {
      for (const { table, days } of rows) await make(table, daysAgo(days));
      const now = new Date();
      const said = await dryRun(clock, now);
      expect(await purge(clock, now)).toEqual(said);
      expect((await dryRun(clock, now)).filter((line) => line.rows > 0)).toEqual([]);
    }),
    { numRuns: 15 },
  );
  expect((await recount(world.db)).differences).toEqual([]);
}, 60_000);
