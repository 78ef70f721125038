import { sql } from 'kysely';
import type { Channel } from '../../../types/org';
import type { Field, Level, Service } from '../../../types/words';
import type { Tx } from '../kernel/db';
import { openChannel, sealChannel } from '../kernel/channels';
import type { WxAccount } from '../kernel/sessions';

export interface NewYouth {
  birthMonth: string;
  field: Field;
  unit: string | null;
  noticeVersion: number;
}

export interface NewPerson {
  personId: string;
  account: WxAccount;
  name: string;
}

/**
 * D9.1 Makes the person of a WeChat account; the actor becomes that person for the rest of the transaction.
 * False when the account has a person already.
 */
export async function addPerson(tx: Tx, { personId, account, name }: NewPerson, now: Date): Promise<boolean> {
  // The dictionary behind it takes longer to load than all the rest of the function.
  const { searchText } = await import('./searchText');
  await sql`select set_config('app.person', ${personId}, true)`.execute(tx);
  await tx
    .insertInto('person')
    .values({ id: personId, name, search: searchText(name), created_at: now })
    .execute();
  const bound = await tx
    .insertInto('account')
    .values({ app_id: account.appId, openid: account.openid, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(bound.numInsertedOrUpdatedRows) === 1;
}

/** D9.1 The consent and the youth, together; false when the person is a youth already. */
export async function addYouth(tx: Tx, personId: string, youth: NewYouth, now: Date): Promise<boolean> {
  const { birthMonth, field, unit, noticeVersion } = youth;
  const added = await tx
    .insertInto('youth')
    .values({ person_id: personId, birth_month: birthMonth, field, unit, registered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) return false;
  await tx.insertInto('consent').values({ person_id: personId, version: noticeVersion, agreed_at: now }).execute();
  return true;
}

/** The person of an account who signs in; held, so that nobody replaces the account meanwhile (C7). */
export const personOfAccount = async (tx: Tx, { appId, openid }: WxAccount): Promise<string | null> => {
  const { rows } = await sql<{ id: string | null }>`select account_signs_in(${appId}, ${openid}) as id`.execute(tx);
  return rows[0]?.id ?? null;
};

export const endSession = (tx: Tx, tokenHash: Buffer, now: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();

/** D2.4, D9.7 Replaces the channels that a cadre publishes; of two at once, the second waits for the whole of the first. */
export async function replaceChannels(tx: Tx, personId: string, channels: Channel[], fieldKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 0))`.execute(tx);
  const kinds = channels.map(({ kind }) => kind);
  await tx
    .deleteFrom('channel')
    .where('person_id', '=', personId)
    .where(sql<boolean>`kind <> all(${kinds})`)
    .execute();
  for (const { kind, circle, value } of channels) {
    const sealed = sealChannel(fieldKey, personId, kind, value);
    await tx
      .insertInto('channel')
      .values({ person_id: personId, kind, circle, sealed })
      .onConflict((conflict) => conflict.columns(['person_id', 'kind']).doUpdateSet({ circle, sealed }))
      .execute();
  }
}

export async function channelsOf(tx: Tx, personId: string, fieldKey: string): Promise<Channel[]> {
  const rows = await tx
    .selectFrom('channel')
    .select(['kind', 'circle', 'sealed'])
    .where('person_id', '=', personId)
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, circle, sealed }) => ({
    kind: kind as Channel['kind'],
    circle: circle as Channel['circle'],
    value: openChannel(fieldKey, personId, kind, sealed),
  }));
}

export interface OrgRow {
  id: number;
  name: string;
  level: Level;
  path: string;
}

export async function orgById(tx: Tx, id: number): Promise<OrgRow | null> {
  const row = await tx
    .selectFrom('org')
    .select(['id', 'short_name as name', 'level', 'path'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, level: row.level as Level } : null;
}

/** The organisations of a path, from the top down. */
export const orgsOfPath = (tx: Tx, path: string) =>
  tx
    .selectFrom('org')
    .select(['id as orgId', 'short_name as name', 'path'])
    .where('id', '=', sql<number>`any(${path.split('/').filter(Boolean).map(Number)}::int[])`)
    .orderBy('path')
    .execute();

export interface ClassOfPosts {
  orgId: number;
  service: Service;
  leadingOrgan: boolean;
  cadres: number;
  counted: number;
}

/**
 * The posts of today in an organisation's subtree, summed by the organisation right below (its own posts under its
 * own id) and by the class that decides the quota. One query, whatever the depth.
 */
export async function classesBelow(tx: Tx, root: OrgRow, today: string): Promise<ClassOfPosts[]> {
  const { rows } = await sql<ClassOfPosts>`
    with branch as (
      select id, path from org where id = ${root.id} or parent_id = ${root.id}
    ), due as (
      select post_id, count(*)::int as n from contact
      where ended_at is null and counts_until <= ${today}
        and org_id in (select id from org where path like ${`${root.path}%`})
      group by post_id
    )
    select b.id as "orgId", p.service, p.leading_organ as "leadingOrgan",
      count(*)::int as cadres, coalesce(sum(s.held - coalesce(d.n, 0)), 0)::int as counted
    from current_post p
    join branch b on case when p.org_id = ${root.id} then b.id = ${root.id}
      else b.id <> ${root.id} and p.path like b.path || '%' end
    join stock s on s.post_id = p.id
    left join due d on d.post_id = p.id
    where p.path like ${`${root.path}%`}
    group by b.id, p.service, p.leading_organ`.execute(tx);
  return rows;
}

export async function orgsBelow(tx: Tx, orgId: number) {
  const rows = await tx
    .selectFrom('org')
    .select(['id as orgId', 'short_name as name', 'level'])
    .where('parent_id', '=', orgId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, level: row.level as Level }));
}

export interface CadreRow {
  postId: string;
  name: string;
  search: string;
  title: string;
  service: Service;
  leadership: boolean;
  leadingOrgan: boolean;
  counted: number;
}

/** D8.3 An organisation's own cadres, by name, never by figure. */
export async function cadresOf(
  tx: Tx,
  orgId: number,
  today: string,
  after: { search: string; postId: string } | null,
  limit: number,
): Promise<CadreRow[]> {
  const { rows } = await sql<CadreRow>`
    select p.id as "postId", pe.name, pe.search, p.title, p.service, p.leadership, p.leading_organ as "leadingOrgan",
      s.held - (
        select count(*)::int from contact c where c.post_id = p.id and c.ended_at is null and c.counts_until <= ${today}
      ) as counted
    from current_post p join person pe on pe.id = p.person_id join stock s on s.post_id = p.id
    where p.org_id = ${orgId} and (${after === null} or (pe.search, p.id) > (${after?.search ?? ''}, ${after?.postId ?? null}::uuid))
    order by pe.search, p.id
    limit ${limit}`.execute(tx);
  return rows;
}
