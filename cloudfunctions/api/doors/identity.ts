import { sql, type RawBuilder } from 'kysely';
import { policy } from '../../../config/policy';
import type { Identity } from '../kernel/actor';
import type { House } from '../kernel/gate';
import type { Counted } from '../kernel/limits';
import { readKeys } from '../kernel/secrets';
import { openNewcomer, tokenHash, type WxAccount } from '../kernel/sessions';

interface Found {
  personId: string;
  counted: Counted;
}

/** The person, when the database finds one, and this call counted. */
async function find({ database }: House, person: RawBuilder<string | null>): Promise<Found | null> {
  const { rows } = await sql<{ personId: string; calls: number; untilMs: string }>`
    select person as "personId", calls, until_ms as "untilMs"
    from ${person} as person, count_call(person, ${policy.limits.person.seconds * 1000})
    where person is not null`.execute(database.kysely);
  const [row] = rows;
  return row ? { personId: row.personId, counted: { calls: row.calls, untilMs: Number(row.untilMs) } } : null;
}

/** The person of an account; a newcomer when it has none. */
export async function byAccount(house: House, account: WxAccount): Promise<Identity> {
  const person = await find(house, sql`account_person(${account.appId}, ${account.openid})`);
  return person ? { kind: 'person', ...person, account, session: null } : { kind: 'newcomer', account };
}

/** The person of a session token, or of a newcomer's sealed ticket; nobody when it is neither, or has ended. */
export async function byToken(house: House, token: string, now: Date): Promise<Identity> {
  const newcomer = openNewcomer(readKeys(house.settings.APP_SEAL_KEY), token, now);
  if (newcomer) return byAccount(house, newcomer);
  const session = tokenHash(token);
  const person = await find(house, sql`session_person(${session}, ${now})`);
  return person ? { kind: 'person', ...person, account: null, session } : { kind: 'nobody' };
}
