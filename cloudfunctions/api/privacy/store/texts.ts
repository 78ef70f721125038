import { sql } from 'kysely';
import type { Tx } from '../../kernel/db';

interface WaitingText {
  textId: string;
  text: string;
  writtenAt: Date;
  orgName: string;
}

/** D9.4 What waits for the actor to read it, the oldest first. Whose it may be says the database, and not whose it is. */
export async function textsWaiting(tx: Tx, after: string | null, limit: number): Promise<WaitingText[]> {
  const { rows } = await sql<WaitingText>`
    select id as "textId", unit as text, written_at as "writtenAt", org_name as "orgName"
    from texts_waiting(${after}, ${limit})`.execute(tx);
  return rows;
}

/** Whose text it was, and whether this is the answer; null when it is not there to be read (any more). */
export async function answerText(tx: Tx, id: string, show: boolean, now: Date) {
  const { rows } = await sql<{ youthId: string; first: boolean }>`
    select youth_id as "youthId", first from answer_text(${id}, ${show}, ${now})`.execute(tx);
  return rows[0] ?? null;
}
