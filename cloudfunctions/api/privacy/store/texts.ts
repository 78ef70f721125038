import { sql } from 'kysely';
import type { TextKind } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

interface WaitingText {
  textId: string;
  kind: TextKind;
  text: string;
  writtenAt: string;
  orgName: string;
}

/** D9.4 What waits for the actor to read it, the oldest first. Which it may be says the database, and not whose it is. */
export async function textsWaiting(tx: Tx, after: string | null, limit: number): Promise<WaitingText[]> {
  const { rows } = await sql<{ texts: string[] }>`select texts_waiting(${after}, ${limit}) as texts`.execute(tx);
  return (rows[0]?.texts ?? []).map((text) => JSON.parse(text) as WaitingText);
}

/** Who is looked at by reading it: who wrote a unit, or of whom a line tells; nobody when it is not the actor's to read. */
export async function textLooks(tx: Tx, id: string) {
  const { rows } = await sql<{ looks: string[] }>`select text_looks(${id}) as looks`.execute(tx);
  return (rows[0]?.looks ?? []).map((look) => JSON.parse(look) as { personId: string; look: 'text' | 'line' });
}

/** True when this is the answer, false when there was one before, null when there is nothing to answer. */
export async function answerText(tx: Tx, id: string, show: boolean, now: Date): Promise<boolean | null> {
  const { rows } = await sql<{ answered: boolean | null }>`
    select answer_text(${id}, ${show}, ${now}) as answered`.execute(tx);
  return rows[0]?.answered ?? null;
}
