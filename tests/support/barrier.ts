import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import type { World } from './world';

const PATIENCE_MS = 10_000;

async function waiting({ db }: World): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct pid)::int as n from pg_locks join pg_stat_activity using (pid)
    where not granted and datname = current_database()`.execute(db.kysely);
  return rows[0]?.n ?? 0;
}

/**
 * Runs all calls at once and proves it: what they write is held until every caller waits for one, each with
 * its transaction open, and then let go, after what `meanwhile` does. Answers with what became of each.
 */
export async function allAtOnce<T>(
  world: World,
  calls: (() => Promise<T>)[],
  tables = 'contact, youth',
  meanwhile: (blocker: PoolClient) => Promise<unknown> = () => Promise.resolve(),
): Promise<PromiseSettledResult<T>[]> {
  const blocker = await world.db.pool.connect();
  await blocker.query(`begin; lock table ${tables} in exclusive mode`);
  const running = Promise.allSettled(calls.map((call) => call()));
  try {
    const since = Date.now();
    while ((await waiting(world)) < calls.length) {
      if (Date.now() - since > PATIENCE_MS)
        throw new Error(`only ${await waiting(world)} of ${calls.length} callers overlapped`);
    }
    await meanwhile(blocker);
  } finally {
    await blocker.query('commit');
    blocker.release();
  }
  return running;
}

/** Calls as soon as somebody waits for what is held: whoever came first has got that far. */
export async function behind<T>(world: World, call: () => Promise<T>): Promise<T> {
  const since = Date.now();
  while ((await waiting(world)) === 0) if (Date.now() - since > PATIENCE_MS) throw new Error('nobody waits');
  return call();
}

/** The refusals' names, sorted; a success is `ok`. */
export const outcomes = (results: PromiseSettledResult<unknown>[]): string[] =>
  results.map((result) => (result.status === 'fulfilled' ? 'ok' : (result.reason as { code: string }).code)).sort();
