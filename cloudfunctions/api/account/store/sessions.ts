import { sql } from 'kysely';
import type { Tx } from '../../kernel/db';
import { liveSessionsOf } from '../../kernel/sessions';

/** The live sessions of a person, the last used first. */
export const liveSessions = (tx: Tx, personId: string, now: Date, limit: number) =>
  liveSessionsOf(tx, personId, now)
    .select(['id', 'device', 'created_at as createdAt', 'last_seen_at as lastSeenAt', 'token_hash as tokenHash'])
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Whether there was such a session to end. */
export async function endSession(tx: Tx, personId: string, id: string, now: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows) === 1;
}

export const endOtherSessions = (tx: Tx, personId: string, own: Buffer | null, now: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`token_hash is distinct from ${own}::bytea`)
    .execute();
