import { sql } from 'kysely';
import type { Database } from '../api/kernel/db';

/** Contacts of one transaction, whose youths wait for it. */
export const LAPSE_BATCH = 200;

/** C11 Ends a batch of what has waited long enough on a day; answers with how many there were. */
export async function lapseBatch({ kysely }: Database, day: string, size: number): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select lapse_contacts(${day}, ${size}) as ended`.execute(kysely);
  return rows[0]?.ended ?? 0;
}
