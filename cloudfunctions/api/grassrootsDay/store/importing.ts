import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { SiteKind } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import type { Registered } from '../rules/importing';
import { columnsOf, type By, type NewSite } from './sites';

/** D1.5 Organisations within what somebody administers, by each of the names that were asked for. */
export async function orgsNamed(tx: Tx, names: string[], roots: string[]) {
  const within = sql`o.path like any(${roots.map((path) => `${path}%`)})`;
  const { rows } = await sql<{ name: string; orgId: number; howMany: number }>`
    select name, min(id)::int as "orgId", count(distinct id)::int as "howMany" from (
      select o.name, o.id from org o where o.name = any(${names}) and ${within}
      union select o.short_name, o.id from org o where o.short_name = any(${names}) and ${within}
    ) as found
    group by name`.execute(tx);
  return new Map(rows.map(({ name, ...org }) => [name, org]));
}

/** In these organisations nobody else gives a site a name until this transaction ends. */
export const holdNames = (tx: Tx, named: { orgId: number }[]) =>
  sql`
    select pg_advisory_xact_lock(hashtext('site.names'), org_id)
    from (select distinct org_id from unnest(${named.map(({ orgId }) => orgId)}::int[]) as org_id order by org_id) as each_once`.execute(
    tx,
  );

interface RegisteredRow {
  orgId: number;
  name: string;
  kind: SiteKind;
  address: string;
  latitude: number | null;
  longitude: number | null;
  closed: boolean;
}

/** The sites that have one of these names in its organisation. */
export async function sitesNamed(
  tx: Tx,
  named: { orgId: number; name: string }[],
  today: string,
): Promise<Registered[]> {
  const { rows } = await sql<RegisteredRow>`
    select s.org_id as "orgId", s.name, s.kind, s.address, s.latitude, s.longitude,
      coalesce(s.closed_from <= ${today}, false) as closed
    from unnest(${named.map(({ orgId }) => orgId)}::int[], ${named.map(({ name }) => name)}::text[])
      as asked (org_id, name)
    join site s on s.org_id = asked.org_id and s.name = asked.name`.execute(tx);
  return rows.map(({ latitude, longitude, ...site }) => ({
    ...site,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
  }));
}

/** Registers many at one moment, and keeps of each that it was: two statements, however many. */
export async function addSites(tx: Tx, sites: Omit<NewSite, 'by'>[], by: By, now: Date): Promise<void> {
  const rows = await Promise.all(
    sites.map(async ({ id, codeHash, ...facts }) => ({
      id,
      ...(await columnsOf(facts)),
      hash: codeHash.toString('hex'),
    })),
  );
  await Promise.all([
    sql`
      insert into site (id, org_id, kind, name, address, search, latitude, longitude, code_hash, registered_at, registered_by)
      select id, org_id, kind, name, address, search, latitude, longitude, decode(hash, 'hex'), ${now}, ${by.personId}
      from json_to_recordset(${JSON.stringify(rows)}) as each_one (
        id uuid, org_id int, kind text, name text, address text, search text, latitude double precision,
        longitude double precision, hash text
      )`.execute(tx),
    sql`
      insert into site_change (id, site_id, act, at, by_id, by_name)
      select id, site_id, 'registered', ${now}, ${by.personId}, ${by.name}
      from unnest(${rows.map(() => uuidv7())}::uuid[], ${rows.map(({ id }) => id)}::uuid[]) as each_one (id, site_id)`.execute(
      tx,
    ),
  ]);
}

/** Which of these there are. */
export async function presentOf(tx: Tx, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from site where id = any(${ids}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
