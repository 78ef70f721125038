import { sql, type RawBuilder } from 'kysely';
import type { Field, Service, TextState } from '../../../types/words';
import type { Tx } from './db';
import { refuse } from './errors';
import type { Counted } from './limits';
import { hmac, readKeys } from './secrets';
import type { WxAccount } from './sessions';
import type { Settings } from './settings';

/**
 * Who a door says is calling. Only the platform (an account) or a session (its token's hash) says so, never the
 * input. A newcomer has an account and is nobody yet.
 */
export type Identity =
  | { kind: 'nobody' }
  | { kind: 'newcomer'; account: WxAccount }
  | { kind: 'person'; personId: string; account: WxAccount | null; session: Buffer | null; counted: Counted };

/** An account under a key of ours, so that the table does not tell whose it is. */
export const accountKey = ({ appId, openid }: WxAccount, { APP_SEAL_KEY }: Settings): string =>
  `a:${hmac(readKeys(APP_SEAL_KEY)[0], 'account', `${appId}:${openid}`).toString('base64url')}`;

/** The same for where a call comes from. */
export const addressKey = (address: string, { APP_SEAL_KEY }: Settings): string =>
  hmac(readKeys(APP_SEAL_KEY)[0], 'address', address).toString('base64url');

/** Under what a caller's requests and calls are kept. */
export function callerKey(identity: Identity, settings: Settings): string {
  if (identity.kind === 'person') return `p:${identity.personId}`;
  return identity.kind === 'newcomer' ? accountKey(identity.account, settings) : 'nobody';
}

/** D1.1, D10.4 The post that somebody holds on the day in question. */
export interface Post {
  id: string;
  orgId: number;
  orgShortName: string;
  place: string;
  leadingOrgan: boolean;
  service: Service;
  title: string;
}

export interface Youth {
  /** The first day of the month of birth. */
  birthMonth: string;
  field: Field;
  unit: string | null;
}

/** The acting youth, who sees a unit that others do not. */
export interface OwnYouth extends Youth {
  unitState: TextState;
}

/** The acting person, as of today. */
export interface Actor {
  personId: string;
  name: string;
  youth: OwnYouth | null;
  post: Post | null;
  /** The versions of the notice that were agreed to and not withdrawn. */
  agreed: number[];
  administers: { orgId: number; name: string; path: string }[];
}

/** Tells the database who acts, for this transaction only. */
export const declareActor = (tx: Tx, personId: string | null, actorKey: string, today: string) =>
  sql`select set_config('app.person', ${personId ?? ''}, true), set_config('app.actor_key', ${actorKey}, true),
    set_config('app.day', ${today}, true), set_config('app.presented', '', true)`.execute(tx);

/** Selected, it lets the actor see the person whose code was just shown, for this transaction only. */
export const presented = (personId: RawBuilder<unknown>) => sql`set_config('app.presented', ${personId}, true)`;

/** The post that a person holds today, where the actor may see it. */
const postOf = (personId: string) => sql<Post | null>`(
  select json_build_object('id', id, 'orgId', org_id, 'orgShortName', org_short_name, 'place', place,
    'leadingOrgan', leading_organ, 'service', service, 'title', title)
  from current_post where person_id = ${personId}
)`;

export async function currentPost(tx: Tx, personId: string): Promise<Post | null> {
  const row = await tx.selectNoFrom(postOf(personId).as('post')).executeTakeFirst();
  return row?.post ?? null;
}

/** What a row says of somebody who may be no youth; null when it says nothing. */
export function youthOf(row: { birthMonth: string | null; field: string | null; unit: string | null }): Youth | null {
  const { birthMonth, field, unit } = row;
  return birthMonth ? { birthMonth, field: field as Field, unit } : null;
}

type Found = Pick<Actor, 'name' | 'agreed' | 'post' | 'administers'> &
  Parameters<typeof youthOf>[0] &
  Pick<OwnYouth, 'unitState'>;

/** Tells the database that this person acts, for this transaction only, and answers with what the person is today. */
export async function enter(tx: Tx, personId: string, actorKey: string, today: string): Promise<Actor> {
  const { rows } = await sql<{
    found: Found | null;
  }>`select enter(${personId}, ${actorKey}, ${today}) as found`.execute(tx);
  // D9.5 closed after the door had found out who calls
  const { name, agreed, post, administers, unitState, ...row } = rows[0]?.found ?? refuse('NOT_SIGNED_IN', {});
  const youth = youthOf(row);
  return { personId, name, youth: youth && { ...youth, unitState }, post, agreed, administers };
}
