import { sql } from 'kysely';
import type { Tx } from '../../kernel/db';

/** Shows the hash of a code or of a secret to the database: from now on, in this transaction, its sign-in is seen. */
const show = (tx: Tx, hash: Buffer) => sql`select set_config('app.shown', ${hash.toString('hex')}, true)`.execute(tx);

export interface NewSignIn {
  id: string;
  codeHash: Buffer;
  secretHash: Buffer;
  device: string;
  askedAt: Date;
  expiresAt: Date;
}

export const addSignIn = (tx: Tx, { id, codeHash, secretHash, device, askedAt, expiresAt }: NewSignIn) =>
  tx
    .insertInto('sign_in')
    .values({ id, code_hash: codeHash, secret_hash: secretHash, device, asked_at: askedAt, expires_at: expiresAt })
    .execute();

export const forgetSignIns = (tx: Tx, before: Date) => sql`select sign_ins_forget(${before})`.execute(tx);

/** The sign-in of a code or of a secret, under its lock: of two at once, the second sees what the first has made of it. */
export async function lockSignIn(tx: Tx, by: 'code_hash' | 'secret_hash', hash: Buffer) {
  const [, row] = await Promise.all([
    show(tx, hash),
    tx
      .selectFrom('sign_in')
      .select(['id', 'device', 'asked_at as askedAt', 'expires_at as expiresAt', 'seen_by as seenBy'])
      .select(['answer', 'answered_by as answeredBy', 'session_until as sessionUntil', 'finished_at as finishedAt'])
      .where(by, '=', hash)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  ]);
  return row && { ...row, answer: row.answer as 'approved' | 'refused' | null };
}

export const noteSeen = (tx: Tx, id: string, personId: string) =>
  tx.updateTable('sign_in').set({ seen_by: personId }).where('id', '=', id).where('seen_by', 'is', null).execute();

interface Answered {
  answer: 'approved' | 'refused';
  personId: string;
  /** By which session; null where the platform vouches for the person. */
  session: Buffer | null;
}

export const answerSignIn = (tx: Tx, id: string, { answer, personId, session }: Answered, now: Date) =>
  tx
    .updateTable('sign_in')
    .set({
      answer,
      answered_by: personId,
      answered_at: now,
      session_until: sql<Date | null>`(select expires_at from session where token_hash = ${session}::bytea)`,
    })
    .where('id', '=', id)
    .execute();

/** Those that the person let in and that have not come yet; one that comes at this moment has come. */
export const takeBackSignIns = (tx: Tx) => sql`select sign_ins_take_back()`.execute(tx);

export const finishSignIn = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('sign_in').set({ finished_at: now }).where('id', '=', id).execute();

/** By what somebody acts: a session, or an account for which the platform vouches. */
export interface SignedInBy {
  session: Buffer | null;
  account: { appId: string; openid: string } | null;
}

/** C7 Whether that is still this person; until the transaction ends, nobody takes it away. */
export async function isStillSignedIn(tx: Tx, personId: string, by: SignedInBy, now: Date): Promise<boolean> {
  const { session, account } = by;
  const { rows } = await sql<{ still: boolean }>`
    select still_signed_in(${personId}, ${session}, ${account?.appId ?? null}, ${account?.openid ?? null}, ${now})
      as still`.execute(tx);
  return rows[0]?.still ?? false;
}
