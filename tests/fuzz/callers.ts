import { uuidv7 } from 'uuidv7';
import { readKeys } from '../../cloudfunctions/api/kernel/secrets';
import { openSession, sealNewcomer, tokenHash } from '../../cloudfunctions/api/kernel/sessions';
import { APP_ID, type MadePerson } from '../factory';
import type { World } from '../support/world';
import { LONG_AGO } from './people';

/** Somebody at a door: what the platform and our session say of them, and nothing else. */
export interface Caller {
  role: string;
  openid: string | null;
  /** What stands in `Authorization` or in the cookie. */
  token: string | null;
  person: MadePerson | null;
  birthMonth: string | null;
  isCadre: boolean;
}

export const STRANGER: Caller = {
  role: 'stranger',
  openid: null,
  token: null,
  person: null,
  birthMonth: null,
  isCadre: false,
};

export async function callerOf({ db }: World, role: string, person: MadePerson): Promise<Caller> {
  const { token } = await db.kysely.transaction().execute((tx) => openSession(tx, person.personId, new Date()));
  const birthMonth = 'birthMonth' in person ? (person.birthMonth as string) : null;
  const isCadre = 'postId' in person && role !== 'former';
  return { role, openid: person.openid, token, person, birthMonth, isCadre };
}

const ticketOf = ({ house }: World, openid: string, at: Date): string =>
  sealNewcomer(readKeys(house.settings.APP_SEAL_KEY), { appId: APP_ID, openid }, at).token;

export const newcomerOf = (world: World, openid: string): Caller => ({
  ...STRANGER,
  role: 'newcomer',
  openid,
  token: ticketOf(world, openid, new Date()),
});

/** Tokens that were good once: of a session that has expired or was ended, of a ticket that has expired. */
export async function deadTokens(world: World, { personId }: MadePerson): Promise<string[]> {
  const { kysely } = world.db;
  const sessionFrom = (at: Date) => kysely.transaction().execute((tx) => openSession(tx, personId, at));
  const expired = await sessionFrom(LONG_AGO);
  const signedOut = await sessionFrom(new Date());
  await kysely
    .updateTable('session')
    .set({ ended_at: new Date() })
    .where('token_hash', '=', tokenHash(signedOut.token))
    .execute();
  return [expired.token, signedOut.token, ticketOf(world, `oNEW${uuidv7()}`, LONG_AGO)];
}
