import { sql } from 'kysely';
import type { Level } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

export interface OrgRow {
  id: number;
  parentId: number | null;
  name: string;
  fullName: string;
  place: string;
  level: Level;
  path: string;
}

export async function orgById(tx: Tx, id: number): Promise<OrgRow | null> {
  const row = await tx
    .selectFrom('org')
    .select(['id', 'parent_id as parentId', 'short_name as name', 'name as fullName', 'place', 'level', 'path'])
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

export async function orgsBelow(tx: Tx, orgId: number) {
  const rows = await tx
    .selectFrom('org')
    .select(['id as orgId', 'short_name as name', 'level'])
    .where('parent_id', '=', orgId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, level: row.level as Level }));
}

const matching = (search: string): string => `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** By name, pinyin or initials in these subtrees, those nearest to the top first. */
export async function findOrgs(tx: Tx, search: string, roots: readonly string[], limit: number) {
  const { rows } = await sql<{ orgId: number; name: string; above: string | null }>`
    select o.id as "orgId", o.short_name as name, a.short_name as above
    from org o left join org a on a.id = o.parent_id
    where o.search like ${matching(search)} and o.path like any (${roots.map((path) => `${path}%`)}::text[])
    order by cardinality(string_to_array(o.path, '/')), o.search
    limit ${limit}`.execute(tx);
  return rows;
}

export interface OrgNames {
  name: string;
  shortName: string;
  place: string;
}

/** What an organisation is found by. The dictionary behind it takes longer to load than all the rest of the function. */
async function searchOf({ name, shortName }: OrgNames): Promise<string> {
  const { searchText } = await import('../searchText.apart');
  return `${searchText(shortName)} ${name.toLowerCase()}`;
}

/** Names below one organisation are given one after the other. */
const lockSiblings = (tx: Tx, parentId: number | null) =>
  sql`select pg_advisory_xact_lock(hashtext('org.siblings'), ${parentId ?? 0}::int)`.execute(tx);

interface NewOrg extends OrgNames {
  parentId: number;
  level: Level;
  /** D1.2 The day from which it is a leading organ; null when it is none. */
  leadsFrom: string | null;
  madeBy: string;
}

/** D1.2 False when one beside it has the name already. */
export async function insertOrg(tx: Tx, { leadsFrom, ...org }: NewOrg): Promise<boolean> {
  const [search] = await Promise.all([searchOf(org), lockSiblings(tx, org.parentId)]);
  const added = await tx
    .insertInto('org')
    .values({
      parent_id: org.parentId,
      name: org.name,
      short_name: org.shortName,
      place: org.place,
      level: org.level,
      search,
      path: '',
      made_by: org.madeBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added && leadsFrom)
    await tx.insertInto('leading_organ').values({ org_id: added.id, from_day: leadsFrom }).execute();
  return added !== undefined;
}

/** False when one beside it has the name already. */
export async function updateNames(tx: Tx, org: OrgRow, names: OrgNames, by: string, now: Date): Promise<boolean> {
  const [search] = await Promise.all([searchOf(names), lockSiblings(tx, org.parentId)]);
  const taken = await tx
    .selectFrom('org')
    .select('id')
    .where('parent_id', '=', org.parentId)
    .where('id', '<>', org.id)
    .where((or) => or.or([or('name', '=', names.name), or('short_name', '=', names.shortName)]))
    .executeTakeFirst();
  if (taken) return false;
  await tx
    .updateTable('org')
    .set({
      name: names.name,
      short_name: names.shortName,
      place: names.place,
      search,
      renamed_by: by,
      renamed_at: now,
    })
    .where('id', '=', org.id)
    .execute();
  return true;
}
