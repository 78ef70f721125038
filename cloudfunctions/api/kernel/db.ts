import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool, types } from 'pg';
import { logFault } from './log';
import { preparing } from './prepared';
import type { DB } from './tables';

types.setTypeParser(types.builtins.DATE, (text) => text);

export type Tx = Transaction<DB>;

export interface Database {
  pool: Pool;
  kysely: Kysely<DB>;
  end(): Promise<void>;
}

/** The only place that opens a connection. Without a connection string, the PG* settings apply. */
export function openDatabase(connectionString?: string, max = Number(process.env.PGPOOL_MAX ?? 5)): Database {
  const pool = new Pool({
    connectionString,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
  });
  // A connection that breaks while nobody uses it: the pool replaces it.
  pool.on('error', (error) => logFault(error, { operation: 'idle connection' }));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  return { pool, kysely, end: () => kysely.destroy() };
}
