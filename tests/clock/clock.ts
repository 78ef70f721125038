import { sql, type RawBuilder } from 'kysely';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { dryRun } from '../../local/purge';
import type { World } from '../support/world';

export const DAY_MS = 24 * 3_600_000;
export const daysAgo = (days: number, now = new Date()): Date => new Date(now.getTime() - days * DAY_MS);

/** The database as the clock sees it. */
export const asClock = (world: World): Database => openDatabase(world.clockUrl, { max: 4 });

/** Rows of a table that are due, by the dry run. */
export async function dueIn(db: Database, now: Date): Promise<Record<string, number>> {
  return Object.fromEntries((await dryRun(db, now)).map(({ table, rows }) => [table, rows]));
}

export async function countOf({ db }: World, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${from}`.execute(db.kysely);
  return rows[0]?.n ?? 0;
}

/** The moment `micros` microseconds off another, as SQL. */
export const off = (moment: Date, micros: number) =>
  sql<Date>`(${moment}::timestamptz + make_interval(secs => ${micros / 1e6}))`;
