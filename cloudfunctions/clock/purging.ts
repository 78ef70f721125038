import { sql } from 'kysely';
import type { Database } from '../api/kernel/db';

/** Rows of one statement: short enough that nobody's call waits for it. */
export const BATCH = 500;

/** D9.10 Lets a batch of what has outlived its period go, in a transaction of its own; answers with how many rows. */
export async function purgeBatch({ kysely }: Database, table: string, asOf: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select purge_batch(${table}, ${asOf}, ${BATCH}) as gone`.execute(kysely);
  return rows[0]?.gone ?? 0;
}

interface Due {
  due: number;
  oldest: Date | null;
}

/** D9.10 What would go, and the oldest of it; nothing is changed. */
export async function dueOf({ kysely }: Database, table: string, asOf: Date): Promise<Due> {
  const { rows } = await sql<Due>`
    select purge_due(${table}, ${asOf}) as due, purge_oldest(${table}, ${asOf}) as oldest`.execute(kysely);
  return rows[0] ?? { due: 0, oldest: null };
}
