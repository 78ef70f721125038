import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { asking, forKysely } from './prepared';
import type { DB } from './tables';

/**
 * What is asked of a transaction at once, with `Promise.all`, travels together, is done in the order in which it was
 * asked for, and fails as the first of it that fails. Kysely's own would wait for each answer before it asks again.
 */
export type Tx = Kysely<DB>;

const ignored = () => undefined;

/** Runs the work in one transaction; `begin` travels with its first statement. Nothing can be asked after its end. */
export async function inOneTransaction<T>(connections: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await connections.connect();
  const ask = asking(client);
  let open = true;
  let usable = true;
  const within: typeof ask = (...asked) =>
    open ? ask(...asked) : Promise.reject(new Error('the transaction has ended'));
  const pool = { connect: () => Promise.resolve(forKysely(within, ignored)), end: () => Promise.resolve() };
  try {
    const begun = ask('begin');
    begun.catch(ignored);
    const result = await work(new Kysely({ dialect: new PostgresDialect({ pool }) }));
    await begun;
    open = false;
    const { command } = await ask('commit');
    if (command === 'ROLLBACK') throw new Error('a statement had failed, and nothing was committed');
    return result;
  } catch (error) {
    open = false;
    await ask('rollback').catch(() => (usable = false));
    throw error;
  } finally {
    client.release(!usable);
  }
}

/** SQLSTATE: what the server takes back since two transactions were in each other's way (serialization, deadlock). */
const LOST_TO_ANOTHER = new Set(['40001', '40P01']);
const TRIES = 3;

/** Does again what lost to another transaction; nothing of it stands, so the work is as if it began now. */
export async function untilItWins<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === TRIES || !LOST_TO_ANOTHER.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}
