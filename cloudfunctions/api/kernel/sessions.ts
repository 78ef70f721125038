import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { policy } from '../../../config/policy';
import type { Tx } from './db';
import { seal, sha256, unseal, type Key } from './secrets';

/** A WeChat account, before anybody knows whose it is. */
export interface WxAccount {
  appId: string;
  openid: string;
}

const NEWCOMER = 'newcomer';

/** D9.1 A newcomer's session: everything is in the sealed token, nothing is stored. */
export function sealNewcomer(keys: [Key, ...Key[]], account: WxAccount, now: Date): { token: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + policy.session.ticketMinutes * 60_000);
  return { token: seal(keys, NEWCOMER, JSON.stringify({ ...account, until: expiresAt.getTime() })), expiresAt };
}

export function openNewcomer(keys: Key[], token: string, now: Date): WxAccount | null {
  const text = unseal(keys, NEWCOMER, token);
  if (!text) return null;
  const { appId, openid, until } = JSON.parse(text) as WxAccount & { until: number };
  return now.getTime() < until ? { appId, openid } : null;
}

/** The table keeps a hash; the token itself is with the person alone. */
export const tokenHash = (token: string): Buffer => sha256(token);

/** Where a session is: a browser's ends sooner, and its person knows it by these words. */
export interface Device {
  kind: 'browser' | 'miniProgram';
  words: string;
}

const SOME_BROWSER: Device = { kind: 'browser', words: '' };

/** The sessions by which a person is signed in. */
export const liveSessionsOf = (tx: Tx, personId: string, now: Date) =>
  tx
    .selectFrom('session')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where(sql<boolean>`${now} < last_seen_at + make_interval(days => idle_days)`);

/** Opens a session of the acting person, which ends by `until` at the latest. */
export async function openSession(
  tx: Tx,
  personId: string,
  now: Date,
  { kind, words }: Device = SOME_BROWSER,
  until: Date | null = null,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const { days, idleDays } = policy.session[kind];
  const ownEnd = now.getTime() + days * 86_400_000;
  const expiresAt = new Date(Math.min(ownEnd, until?.getTime() ?? ownEnd));
  await tx
    .insertInto('session')
    .values({
      token_hash: tokenHash(token),
      person_id: personId,
      device: words,
      created_at: now,
      last_seen_at: now,
      idle_days: idleDays,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt };
}
