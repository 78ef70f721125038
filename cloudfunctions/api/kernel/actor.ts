import { sql } from 'kysely';
import type { Field, Service } from '../../../types/words';
import type { Tx } from './db';
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
  | { kind: 'person'; personId: string; account: WxAccount | null; session: Buffer | null };

/** An account under a key of ours, so that the table does not tell whose it is. */
export const accountKey = ({ appId, openid }: WxAccount, { APP_SEAL_KEY }: Settings): string =>
  `a:${hmac(readKeys(APP_SEAL_KEY)[0], 'account', `${appId}:${openid}`).toString('base64url')}`;

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

/** The acting person, as of today. */
export interface Actor {
  personId: string;
  name: string;
  youth: Youth | null;
  post: Post | null;
  /** The versions of the notice that were agreed to. */
  agreed: number[];
  administers: { orgId: number; name: string; path: string }[];
}

/** Tells the database who acts, for this transaction only. */
export const declareActor = (tx: Tx, personId: string | null, actorKey: string, today: string) =>
  sql`select set_config('app.person', ${personId ?? ''}, true), set_config('app.actor_key', ${actorKey}, true),
    set_config('app.day', ${today}, true), set_config('app.presented', '', true)`.execute(tx);

/** Lets the actor see the person whose code was just shown, for this transaction only. */
export const declarePresented = (tx: Tx, personId: string) =>
  sql`select set_config('app.presented', ${personId}, true)`.execute(tx);

/** The post that a person holds today, where the actor may see it. */
export async function currentPost(tx: Tx, personId: string): Promise<Post | null> {
  const row = await tx.selectFrom('current_post').selectAll().where('person_id', '=', personId).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id as string,
    orgId: row.org_id as number,
    orgShortName: row.org_short_name as string,
    place: row.place as string,
    leadingOrgan: row.leading_organ as boolean,
    service: row.service as Service,
    title: row.title as string,
  };
}

const administered = (tx: Tx, personId: string, today: string) =>
  tx
    .selectFrom('administrator as a')
    .innerJoin('org as o', 'o.id', 'a.org_id')
    .select(['o.id as orgId', 'o.short_name as name', 'o.path'])
    .where('a.person_id', '=', personId)
    .where('a.from_day', '<=', today)
    .where((eb) => eb.or([eb('a.until_day', 'is', null), eb('a.until_day', '>', today)]))
    .orderBy('o.path')
    .execute();

export async function loadActor(tx: Tx, personId: string, today: string): Promise<Actor> {
  const person = await tx
    .selectFrom('person as p')
    .leftJoin('youth as y', 'y.person_id', 'p.id')
    .select(['p.name', 'y.birth_month', 'y.field', 'y.unit'])
    .select((eb) =>
      eb
        .selectFrom('consent as c')
        .select(sql<number[]>`coalesce(array_agg(c.version), '{}')`.as('v'))
        .whereRef('c.person_id', '=', 'p.id')
        .as('agreed'),
    )
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
  return {
    personId,
    name: person.name,
    youth: person.birth_month
      ? { birthMonth: person.birth_month, field: person.field as Field, unit: person.unit }
      : null,
    post: await currentPost(tx, personId),
    agreed: person.agreed ?? [],
    administers: await administered(tx, personId, today),
  };
}
