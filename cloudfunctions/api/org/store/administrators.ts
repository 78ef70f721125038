import { sql } from 'kysely';
import type { Tx } from '../../kernel/db';

/** D1.5 False when the person is an administrator there already. */
export async function addAdministrator(
  tx: Tx,
  { personId, orgId, from, by }: { personId: string; orgId: number; from: string; by: string | null },
  now: Date,
): Promise<boolean> {
  const added = await tx
    .insertInto('administrator')
    .values({ person_id: personId, org_id: orgId, from_day: from, made_by: by, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows) === 1;
}

/** The rights that hold on a day. */
const inForce = (tx: Tx, today: string) =>
  tx
    .selectFrom('administrator as a')
    .innerJoin('org as o', 'o.id', 'a.org_id')
    .where('a.from_day', '<=', today)
    .where((or) => or.or([or('a.until_day', 'is', null), or('a.until_day', '>', today)]));

export const administratorsOf = (tx: Tx, orgId: number, today: string, limit: number) =>
  inForce(tx, today)
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.id as administratorId', 'a.person_id as personId', 'p.name', 'a.from_day as from'])
    .where('a.org_id', '=', orgId)
    .orderBy('p.search')
    .limit(limit)
    .execute();

/** What somebody administers, as far as who asks may see. */
export const administeredBy = (tx: Tx, personId: string, today: string) =>
  inForce(tx, today)
    .select(['a.org_id as orgId', 'o.short_name as name'])
    .where('a.person_id', '=', personId)
    .orderBy('o.path')
    .execute();

export const administratorById = (tx: Tx, id: string) =>
  tx
    .selectFrom('administrator as a')
    .innerJoin('org as o', 'o.id', 'a.org_id')
    .select(['a.id', 'a.org_id as orgId', 'o.path', 'o.parent_id as parentId'])
    .where('a.id', '=', id)
    .executeTakeFirst();

/** How many others administer an organisation; whoever would end another's right there too waits. */
export async function lockOthers(tx: Tx, { id, orgId }: { id: string; orgId: number }, today: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('org.administrators'), ${orgId})`.execute(tx);
  const { others } = await inForce(tx, today)
    .select((of) => of.fn.countAll<string>().as('others'))
    .where('a.org_id', '=', orgId)
    .where('a.id', '<>', id)
    .executeTakeFirstOrThrow();
  return Number(others);
}

export const endRight = (tx: Tx, id: string, today: string, by: string, now: Date) =>
  tx
    .updateTable('administrator')
    .set({ until_day: sql<string>`greatest(from_day, ${today}::date)`, ended_by: by, ended_at: now })
    .where('id', '=', id)
    .where((or) => or.or([or('until_day', 'is', null), or('until_day', '>', today)]))
    .execute();

/** D1.5 Whether somebody still administers an organisation, itself or from above. */
export async function stillManages(tx: Tx, personId: string, orgId: number, today: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select still_manages(${personId}, ${orgId}, ${today}) as may`.execute(
    tx,
  );
  return rows[0]?.may ?? false;
}
