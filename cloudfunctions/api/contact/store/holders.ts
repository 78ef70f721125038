import { sql } from 'kysely';
import { presented } from '../../kernel/actor';
import type { Tx } from '../../kernel/db';
import { lastLogOf } from '../../kernel/holding';

/** Who holds a youth, the earliest first; the post is null for a cadre who has left it. */
export const listHolders = (tx: Tx, youthId: string) =>
  tx
    .selectFrom('contact as c')
    .innerJoin('person as p', 'p.id', 'c.cadre_id')
    .leftJoin('current_post as post', 'post.person_id', 'c.cadre_id')
    .select([
      'c.id as contactId',
      'c.cadre_id as cadreId',
      'c.started_at as startedAt',
      'c.started_by as startedBy',
      'p.name',
    ])
    .select(['post.org_short_name as orgName', 'post.title', 'post.place', 'post.leading_organ as leadingOrgan'])
    .select(lastLogOf(sql`c.id`).as('lastOn'))
    .where('c.youth_id', '=', youthId)
    .where('c.ended_at', 'is', null)
    .orderBy('c.started_at')
    .execute();

/** The channels that the holders of a youth show to their contacts (D2.4), sealed. */
export const holdersChannels = (tx: Tx, cadreIds: string[]) =>
  tx
    .selectFrom('channel')
    .select(['person_id as personId', 'kind', 'sealed'])
    .where('person_id', '=', sql<string>`any(${cadreIds}::uuid[])`)
    .where('circle', '!=', 'organisation')
    .orderBy('kind')
    .execute();

/** C11 The last post that a contact's cadre has held (D10.4); `leftOn` is null while it is. */
export interface LastPost {
  contactId: string;
  leftOn: string | null;
  title: string;
  orgName: string;
}

export async function lastPosts(tx: Tx, contactIds: string[], today: string): Promise<LastPost[]> {
  const { rows } = await sql<LastPost>`
    select c.id as "contactId", l."leftOn", l.title, l."orgName"
    from contact c cross join lateral (
      select case when p.until_day <= ${today} then p.until_day end as "leftOn", p.title, o.short_name as "orgName"
      from post p join org o on o.id = p.org_id
      where p.person_id = c.cadre_id and p.from_day <= ${today} and (p.until_day is null or p.until_day > p.from_day)
      order by p.until_day desc nulls first, p.from_day desc limit 1
    ) l
    where c.id = any(${contactIds}::uuid[])`.execute(tx);
  return rows;
}

/** Takes the youth's row, and counts the places that are taken (C4). */
export async function lockYouth(tx: Tx, youthId: string): Promise<number> {
  const { rows } = await sql<{ holders: number }>`select youth_lock(${youthId}) as holders`.execute(tx);
  return rows[0]?.holders ?? 0;
}

/**
 * C11 Whether somebody is a cadre of the organisation that the contact's cadre has left. If so, the actor sees them from
 * now on, in this transaction.
 */
export async function presentChoice(tx: Tx, contactId: string, cadreId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select there, ${presented(sql`case when there then ${cadreId} else '' end`)}
    from may_choose(${contactId}, ${cadreId}) as there`.execute(tx);
  return rows[0]?.there ?? false;
}

/** D2.4 Somebody who can follow. */
export interface Follower {
  cadreId: string;
  name: string;
  title: string;
  orgName: string;
  place: string;
  leadingOrgan: boolean;
  search: string;
  holds: boolean;
}

interface Wanted {
  /** Only whom the organisation has named, or all others. */
  named: boolean;
  /** Born later than this is a minor today. */
  adultBornBy: string;
  search?: string;
  after?: { search: string; cadreId: string } | null;
  limit: number;
}

/** C11 Who can follow in a contact of the actor's that waits; nobody where it does not. */
export async function followers(tx: Tx, contactId: string, wanted: Wanted): Promise<Follower[]> {
  const { named, adultBornBy, search, after, limit } = wanted;
  const matching = search ? `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<{ found: string[] }>`
    select choices_of(${contactId}, ${named}, ${adultBornBy}, ${matching}, ${after?.search ?? null},
      ${after?.cadreId ?? null}, ${limit}) as found`.execute(tx);
  return (rows[0]?.found ?? []).map((one) => JSON.parse(one) as Follower);
}
