import { sql } from 'kysely';
import type { Tx } from '../../kernel/db';

interface WaitingText {
  textId: string;
  text: string;
  writtenAt: string;
  orgName: string;
}

/** D9.4 What waits for the actor to read it, the oldest first. Which it may be says the database, and not whose it is. */
export async function textsWaiting(tx: Tx, after: string | null, limit: number): Promise<WaitingText[]> {
  const { rows } = await sql<{ texts: string[] }>`select texts_waiting(${after}, ${limit}) as texts`.execute(tx);
  return (rows[0]?.texts ?? []).map((text) => JSON.parse(text) as WaitingText);
}

/** Whose text it is; null when it is not there for the actor to read (any more). */
export async function textWriter(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ writer: string | null }>`select text_writer(${id}) as writer`.execute(tx);
  return rows[0]?.writer ?? null;
}

/** True when this is the answer, false when there was one before, null when there is nothing to answer. */
export async function answerText(tx: Tx, id: string, show: boolean, now: Date): Promise<boolean | null> {
  const { rows } = await sql<{ answered: boolean | null }>`
    select answer_text(${id}, ${show}, ${now}) as answered`.execute(tx);
  return rows[0]?.answered ?? null;
}
