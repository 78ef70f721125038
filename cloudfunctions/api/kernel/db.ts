import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types, type PoolConfig } from 'pg';
import { connectionOf } from './connection';
import { logFailure } from './log';
import { asking, forKysely } from './prepared';
import type { DB } from './tables';
import { inOneTransaction, untilItWins, type Tx } from './transaction';

export type { Tx };

types.setTypeParser(types.builtins.DATE, (text) => text);

export interface Database {
  pool: Pool;
  kysely: Kysely<DB>;
  /** The work may be done more than once, and stands once. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** How long a call waits for the database, in milliseconds: a phone waits for it. */
const PATIENCE = {
  forConnection: 3_000,
  /** Waiting for a lock is in it. The server cancels the statement. */
  forStatement: 5_000,
  /** A server that says nothing at all: the connection is given up. An idle one is closed before that. */
  inSilence: 8_000,
  whileIdle: 5_000,
  /** The server's patience with us: a function that stands still keeps no lock. */
  idleInTransaction: 10_000,
};

/** A connection's socket that does not wait for ever. */
function impatientSocket(): Socket {
  const socket = new Socket();
  return socket.setTimeout(PATIENCE.inSilence, () => socket.destroy());
}

const IMPATIENT: PoolConfig = {
  stream: impatientSocket,
  idleTimeoutMillis: PATIENCE.whileIdle,
  connectionTimeoutMillis: PATIENCE.forConnection,
  statement_timeout: PATIENCE.forStatement,
  idle_in_transaction_session_timeout: PATIENCE.idleInTransaction,
  // Under row-level security planning costs more than what a plan for just these values saves: decision 0020.
  // What a person is asked for is found by an index, and in memory: decision 0024.
  options: '-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1',
};

interface Options {
  max?: number;
  /** For a tool's long work, for which nobody waits. */
  patient?: boolean;
}

/** How many connections one process of a function opens; more than the server has cores for only get into each other's way. */
export const connectionsAtMost = (): number => Number(process.env.PGPOOL_MAX ?? 5);

/** The only place that opens a connection. Without a connection string, it is the one of the function's settings. */
export function openDatabase(
  connectionString?: string,
  { max = connectionsAtMost(), patient = false }: Options = {},
): Database {
  const where = connectionString === undefined ? connectionOf(process.env) : { connectionString };
  const pool = new Pool({ ...where, max, pipeline: true, ...(patient ? {} : IMPATIENT) });
  // A connection that breaks while nobody uses it: the pool replaces it.
  pool.on('error', (error) => logFailure(error, { operation: 'idle connection' }));
  // One that breaks in use says so in its query as well; unheard, its own event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const connect = async () => {
    const client = await pool.connect();
    return forKysely(asking(client), (destroy) => client.release(destroy));
  };
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: { connect, end: () => pool.end() } }) });
  const transaction: Database['transaction'] = (work) => untilItWins(() => inOneTransaction(pool, work));
  return { pool, kysely, transaction, end: () => pool.end() };
}
