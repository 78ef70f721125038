import { randomBytes } from 'node:crypto';
import { policy } from '../../../config/policy';
import type { Database, Tx } from './db';
import { readKey, seal, sha256, unseal, type Key } from './secrets';

/** A WeChat account, before anybody knows whose it is. */
export interface WxAccount {
  appId: string;
  openid: string;
}

const NEWCOMER = 'newcomer';

/** D9.1 A newcomer's session: everything is in the sealed token, nothing is stored. */
export function sealNewcomer(key: Key, account: WxAccount, now: Date): { token: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + policy.session.ticketMinutes * 60_000);
  return { token: seal(key, NEWCOMER, JSON.stringify({ ...account, until: expiresAt.getTime() })), expiresAt };
}

export function openNewcomer(key: Key, token: string, now: Date): WxAccount | null {
  const text = unseal(key, NEWCOMER, token);
  if (!text) return null;
  const { appId, openid, until } = JSON.parse(text) as WxAccount & { until: number };
  return now.getTime() < until ? { appId, openid } : null;
}

/** The table keeps a hash; the token itself is with the person alone. */
export const tokenHash = (token: string): Buffer => sha256(token);

/** Opens a session of the acting person. */
export async function openSession(tx: Tx, personId: string, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + policy.session.days * 86_400_000);
  await tx
    .insertInto('session')
    .values({ token_hash: tokenHash(token), person_id: personId, created_at: now, expires_at: expiresAt })
    .execute();
  return { token, expiresAt };
}

/** For the laptop's chooser: a session of anybody, by the database's owner. */
export const mintSession = (db: Database, personId: string, now: Date) =>
  db.kysely.transaction().execute((tx) => openSession(tx, personId, now));

/** For the laptop's chooser: the ticket of a WeChat account that has agreed to nothing yet. */
export const mintNewcomer = (sealKey: string, account: WxAccount, now: Date) =>
  sealNewcomer(readKey(sealKey), account, now);
