import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool } from 'pg';

/** The same name for a text on every connection. There are as many as there are statements in the code. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

/**
 * A pool whose connections plan each statement once and keep the plan. Under row-level security, planning takes
 * several times as long as running. Kysely's other way to ask, by a cursor, is not used.
 */
export const preparing = (pool: Pool): PostgresPool => ({
  async connect() {
    const client = await pool.connect();
    const query = (text: string, values: readonly unknown[]) =>
      values.length ? client.query({ name: nameOf(text), text, values: [...values] }) : client.query(text);
    return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) };
  },
  end: () => pool.end(),
});
