import type { PostgresPoolClient } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';

/** The same name for a text on every connection. A statement about several takes an array, so that it has one text. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** What is asked for before the event loop turns leaves in one packet: sending costs more than all the rest. */
function inOnePacket({ connection: { stream } }: PoolClient): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

type Ask = (text: string, values?: readonly unknown[]) => Promise<QueryResult>;

/**
 * Asks through a connection that plans each statement once and keeps the plan. Under row-level security, planning
 * takes several times as long as running.
 */
export const asking =
  (client: PoolClient): Ask =>
  (text, values = []) => {
    inOnePacket(client);
    return values.length ? client.query({ name: nameOf(text), text, values: [...values] }) : client.query(text);
  };

/** The same for Kysely, whose other way to ask, by a cursor, is not used. */
export const forKysely = (ask: Ask, release: PostgresPoolClient['release']): PostgresPoolClient => ({
  query: ask as unknown as PostgresPoolClient['query'],
  release,
});
