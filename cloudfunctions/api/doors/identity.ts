import { sql, type RawBuilder } from 'kysely';
import { policy } from '../../../config/policy';
import type { Identity } from '../kernel/actor';
import type { House } from '../kernel/gate';
import { failuresKey, type Counted } from '../kernel/limits';
import { readKeys } from '../kernel/secrets';
import { openNewcomer, tokenHash, type WxAccount } from '../kernel/sessions';

interface Found {
  personId: string;
  counted: Counted;
}

/** The person, when the database finds one, and this call of the caller counted; together with the codes tried in vain. */
async function find(
  { database, limits }: House,
  caller: string,
  person: RawBuilder<string | null>,
): Promise<Found | null> {
  const incoming = limits.call(caller);
  const { rows } = await sql<{ personId: string; calls: number; untilMs: string; codes: number; codesUntilMs: string }>`
    select person as "personId", calls, until_ms as "untilMs", codes, codes_until_ms as "codesUntilMs"
    from ${person} as person
      cross join count_caller(person, ${incoming.toWrite}, ${policy.limits.person.seconds * 1000},
        ${failuresKey('codes', 'p:')} || person)
    where person is not null`.execute(database.kysely);
  const [row] = rows;
  if (!row) return null;
  const { personId, calls, untilMs, codes, codesUntilMs } = row;
  return {
    personId,
    counted: {
      calls: incoming.times(personId, { times: calls, untilMs: Number(untilMs) }),
      codes: { times: codes, untilMs: Number(codesUntilMs) },
    },
  };
}

/** The person of an account; a newcomer when it has none. */
export async function byAccount(house: House, account: WxAccount): Promise<Identity> {
  const person = await find(
    house,
    `${account.appId}:${account.openid}`,
    sql`account_person(${account.appId}, ${account.openid})`,
  );
  return person ? { kind: 'person', ...person, account, session: null } : { kind: 'newcomer', account };
}

/** The person of a session token, or of a newcomer's sealed ticket; nobody when it is neither, or has ended. */
export async function byToken(house: House, token: string, now: Date): Promise<Identity> {
  const newcomer = openNewcomer(readKeys(house.settings.APP_SEAL_KEY), token, now);
  if (newcomer) return byAccount(house, newcomer);
  const session = tokenHash(token);
  const person = await find(house, session.toString('base64'), sql`session_person(${session}, ${now})`);
  return person ? { kind: 'person', ...person, account: null, session } : { kind: 'nobody' };
}
