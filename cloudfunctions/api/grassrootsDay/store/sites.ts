import { sql, type RawBuilder } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { SiteAct, SiteKind } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

export interface SiteRow {
  siteId: string;
  kind: SiteKind;
  name: string;
  address: string;
  orgId: number;
  orgName: string;
}

/** What a site is to whoever sees it, of `site as s` and `org as o`. */
export const shownSite = sql`
  s.id as "siteId", s.kind, s.name, s.address, s.org_id as "orgId", o.short_name as "orgName"`;

export interface KeptSite extends SiteRow {
  path: string;
  latitude: number | null;
  longitude: number | null;
  contactId: string | null;
  contactSince: string | null;
  codeVersion: number;
  codeHash: Buffer;
  closedFrom: string | null;
}

const kept = (end: RawBuilder<unknown>) => sql<KeptSite>`
  select ${shownSite}, o.path, s.latitude, s.longitude, s.contact_id as "contactId", s.contact_since as "contactSince",
    s.code_version as "codeVersion", s.code_hash as "codeHash", s.closed_from as "closedFrom"
  from site s join org o on o.id = s.org_id ${end}`;

/** Locked, whoever would change it waits. */
export async function siteById(tx: Tx, id: string, { lock }: { lock: boolean }): Promise<KeptSite | null> {
  const asked = lock ? sql`where s.id = ${id} for no key update of s` : sql`where s.id = ${id}`;
  return (await kept(asked).execute(tx)).rows[0] ?? null;
}

/** Null for a code that no site has, or that was renewed; `own` where the actor looks after it, or has done so since. */
export async function siteOfCode(
  tx: Tx,
  hash: Buffer,
  since: Date | null,
): Promise<(KeptSite & { own: boolean }) | null> {
  const { rows } = await sql<KeptSite & { own: boolean }>`
    select kept.*, looked_after(kept."siteId", ${since}) as own
    from (${kept(sql`where s.code_hash = ${hash}`)}) as kept`.execute(tx);
  return rows[0] ?? null;
}

const matching = (search: string): string => `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

export interface SiteFilter {
  search?: string;
  kind?: SiteKind;
}

const filtered = ({ search, kind }: SiteFilter) => sql`
  (${search ?? null}::text is null or s.search like ${matching(search ?? '')} or o.search like ${matching(search ?? '')})
  and (${kind ?? null}::text is null or s.kind = ${kind ?? null})`;

/** Sites that are open: first those of an organisation and above it, then those below it, then the others. */
export async function openSites(
  tx: Tx,
  near: { path: string; today: string },
  filter: SiteFilter,
  after: { rank: number; siteId: string } | null,
  limit: number,
) {
  const { rows } = await sql<SiteRow & { rank: number }>`
    with found as (
      select ${shownSite}, s.search, case
          when ${near.path}::text like o.path || '%' then 0 when o.path like ${near.path}::text || '%' then 1 else 2
        end as rank
      from site s join org o on o.id = s.org_id
      where (s.closed_from is null or s.closed_from > ${near.today}) and ${filtered(filter)}
    )
    select "siteId", kind, name, address, "orgId", "orgName", rank from found
    where ${after === null} or (rank, search, "siteId") > (
      ${after?.rank ?? 0}::int,
      (select search from site where id = ${after?.siteId ?? null}::uuid),
      ${after?.siteId ?? null}::uuid
    )
    order by rank, search, "siteId" limit ${limit}`.execute(tx);
  return rows;
}

export interface ManagedSite extends SiteRow {
  latitude: number | null;
  longitude: number | null;
  contactName: string | null;
  closedOn: string | null;
  visits: number;
}

/** Of `site as s` and `org as o`. */
interface Below {
  path: string;
  today: string;
  closed: boolean;
}

const below = ({ path, today, closed }: Below, filter: SiteFilter) => sql`
  o.path like ${`${path}%`} and coalesce(s.closed_from <= ${today}, false) = ${closed} and ${filtered(filter)}`;

/** Sites of a subtree, by name. */
export async function sitesBelow(
  tx: Tx,
  of: Below & { since: string },
  filter: SiteFilter,
  after: string | null,
  limit: number,
): Promise<ManagedSite[]> {
  const { rows } = await sql<ManagedSite>`
    with found as (
      select ${shownSite}, s.latitude, s.longitude, s.closed_from as "closedOn", s.search
      from site s join org o on o.id = s.org_id
      where ${below(of, filter)}
        and (${after === null} or (s.search, s.id) > (
          (select search from site where id = ${after}::uuid), ${after}::uuid
        ))
      order by s.search, s.id limit ${limit}
    )
    select "siteId", kind, name, address, "orgId", "orgName", latitude, longitude, "closedOn",
      site_contact_name("siteId") as "contactName", site_visits("siteId", ${of.since}) as visits
    from found order by search, "siteId"`.execute(tx);
  return rows;
}

export type PlacedSite = Pick<SiteRow, 'siteId' | 'kind' | 'name' | 'address'> & {
  latitude: number;
  longitude: number;
};

/** The first of a subtree's sites that have a position, in the same order. */
export async function placedBelow(tx: Tx, of: Below, filter: SiteFilter, limit: number): Promise<PlacedSite[]> {
  const { rows } = await sql<PlacedSite>`
    select s.id as "siteId", s.kind, s.name, s.address, s.latitude, s.longitude
    from site s join org o on o.id = s.org_id
    where s.latitude is not null and ${below(of, filter)} order by s.search, s.id limit ${limit}`.execute(tx);
  return rows;
}

/** How many of a subtree's sites have a position, and how many have none. */
export async function countPlaced(tx: Tx, of: Below, filter: SiteFilter) {
  const { rows } = await sql<{ placed: number; unplaced: number }>`
    select count(s.latitude)::int as placed, count(*) filter (where s.latitude is null)::int as unplaced
    from site s join org o on o.id = s.org_id where ${below(of, filter)}`.execute(tx);
  return rows[0] ?? { placed: 0, unplaced: 0 };
}

export interface Change {
  siteId: string;
  act: SiteAct;
  was: string | null;
  /** Of whom it tells. */
  wasId?: string | null;
}

export interface By {
  personId: string;
  name: string;
}

/** Keeps what became of a site; several at once happened at one moment. */
export const addChanges = (tx: Tx, changes: Change[], by: By, now: Date) =>
  tx
    .insertInto('site_change')
    .values(
      changes.map(({ siteId, act, was, wasId = null }) => ({
        id: uuidv7(),
        site_id: siteId,
        act,
        at: now,
        by_id: by.personId,
        by_name: by.name,
        was,
        was_id: wasId,
      })),
    )
    .execute();

/** What became of a site, the latest first. */
export const changesOf = (tx: Tx, siteId: string, limit: number) =>
  tx
    .selectFrom('site_change')
    .select(['act', 'at', 'by_name as by', 'was'])
    .where('site_id', '=', siteId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export async function contactName(tx: Tx, siteId: string): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`select site_contact_name(${siteId}) as name`.execute(tx);
  return rows[0]?.name ?? null;
}

export interface Facts {
  orgId: number;
  kind: SiteKind;
  name: string;
  address: string;
  position: { latitude: number; longitude: number } | null;
}

/** The dictionary behind it takes longer to load than all the rest of the function. */
export async function columnsOf({ orgId, kind, name, address, position }: Facts) {
  const { searchText } = await import('../../org/searchText.apart');
  return {
    org_id: orgId,
    kind,
    name,
    address,
    search: `${searchText(name)} ${address.toLowerCase()}`,
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
  };
}

/** Whether another site of an organisation has a name; names there are given one after the other. */
export async function isTaken(tx: Tx, { orgId, name }: Facts, except: string | null): Promise<boolean> {
  const [, { rows }] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtext('site.names'), ${orgId}::int)`.execute(tx),
    sql`select from site where org_id = ${orgId} and name = ${name} and id is distinct from ${except}::uuid`.execute(
      tx,
    ),
  ]);
  return rows.length > 0;
}

export interface NewSite extends Facts {
  id: string;
  codeHash: Buffer;
  by: string;
}

export const addSite = async (tx: Tx, { id, codeHash, by, ...facts }: NewSite, now: Date) =>
  tx
    .insertInto('site')
    .values({ id, ...(await columnsOf(facts)), code_hash: codeHash, registered_at: now, registered_by: by })
    .execute();

export const setFacts = async (tx: Tx, id: string, facts: Facts) =>
  tx
    .updateTable('site')
    .set(await columnsOf(facts))
    .where('id', '=', id)
    .execute();

export const setClosed = (tx: Tx, id: string, from: string | null) =>
  tx.updateTable('site').set({ closed_from: from }).where('id', '=', id).execute();

export const endContact = (tx: Tx, id: string) =>
  tx.updateTable('site').set({ contact_id: null, contact_since: null }).where('id', '=', id).execute();

export const setCode = (tx: Tx, id: string, version: number, hash: Buffer) =>
  tx.updateTable('site').set({ code_version: version, code_hash: hash }).where('id', '=', id).execute();

/** The sites whose contact somebody is, with how many days wait there and how many were there today. */
export async function sitesOf(tx: Tx, personId: string, today: string) {
  const { rows } = await sql<SiteRow & { waiting: number; today: number }>`
    select ${shownSite}, (
        select count(*)::int from check_in c
        where c.site_id = s.id and c.state = 'unconfirmed' and c.undone_at is null and c.cadre_id <> ${personId}
      ) as waiting, (
        select count(*)::int from check_in c
        where c.site_id = s.id and c.day = ${today} and c.state <> 'refused' and c.undone_at is null
      ) as today
    from site s join org o on o.id = s.org_id
    where s.contact_id = ${personId} order by s.search, s.id`.execute(tx);
  return rows;
}

export async function pathOf(tx: Tx, orgId: number): Promise<string> {
  const { path } = await tx.selectFrom('org').select('path').where('id', '=', orgId).executeTakeFirstOrThrow();
  return path;
}
