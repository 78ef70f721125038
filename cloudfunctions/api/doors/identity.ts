import { sql } from 'kysely';
import type { Identity } from '../kernel/actor';
import type { House } from '../kernel/gate';
import { readKeys } from '../kernel/secrets';
import { openNewcomer, tokenHash, type WxAccount } from '../kernel/sessions';

/** The person of an account; a newcomer when it has none. */
export async function byAccount({ database }: House, account: WxAccount): Promise<Identity> {
  const { rows } = await sql<{
    id: string | null;
  }>`select account_person(${account.appId}, ${account.openid}) as id`.execute(database.kysely);
  const personId = rows[0]?.id;
  return personId ? { kind: 'person', personId, account, session: null } : { kind: 'newcomer', account };
}

/** The person of a session token, or of a newcomer's sealed ticket; nobody when it is neither, or has ended. */
export async function byToken(house: House, token: string, now: Date): Promise<Identity> {
  const newcomer = openNewcomer(readKeys(house.settings.APP_SEAL_KEY), token, now);
  if (newcomer) return byAccount(house, newcomer);
  const hash = tokenHash(token);
  const { rows } = await sql<{ id: string | null }>`select session_person(${hash}, ${now}) as id`.execute(
    house.database.kysely,
  );
  const personId = rows[0]?.id;
  return personId ? { kind: 'person', personId, account: null, session: hash } : { kind: 'nobody' };
}
