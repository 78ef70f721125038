import { sql } from 'kysely';
import { policy } from '../../config/policy';
import type { Database } from '../api/kernel/db';
import type { Waiting } from '../api/kernel/messages';

export interface Claimed extends Waiting {
  id: string;
}

/** Holds a few of the messages that wait, and ends those of which nobody knows what came, or that are news no more. */
export async function claim({ kysely }: Database, claimId: string, appId: string, kinds: string[]): Promise<Claimed[]> {
  const { batch, heldSeconds, newsHours } = policy.messages;
  const { rows } = await sql<{ facts: string[] }>`
    select messages_claim(${claimId}, ${appId}, ${kinds}::text[], ${batch}, ${heldSeconds}, ${newsHours}) as facts`.execute(
    kysely,
  );
  return (rows[0]?.facts ?? []).map((facts) => {
    const { madeAt, ...rest } = JSON.parse(facts) as Claimed & { madeAt: string };
    return { ...rest, madeAt: new Date(madeAt) };
  });
}

/** From here on it may have been sent. The account that it goes to; null when it is not to be sent any more. */
export async function begin({ kysely }: Database, id: string, claimId: string): Promise<string | null> {
  const { rows } = await sql<{ whose: string[] }>`select message_begin(${id}, ${claimId}) as whose`.execute(kysely);
  return rows[0]?.whose[0] ?? null;
}

export const end = ({ kysely }: Database, id: string, claimId: string, outcome: 'sent' | 'unwanted' | 'unknown') =>
  sql`select message_end(${id}, ${claimId}, ${outcome})`.execute(kysely);

export const again = ({ kysely }: Database, id: string, claimId: string, afterSeconds: number) =>
  sql`select message_again(${id}, ${claimId}, ${afterSeconds})`.execute(kysely);
