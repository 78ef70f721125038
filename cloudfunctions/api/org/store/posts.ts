import { sql } from 'kysely';
import type { Appointment } from '../../../../types/org';
import type { Service } from '../../../../types/words';
import type { Tx } from '../../kernel/db';

interface NewPost {
  id: string;
  personId: string;
  orgId: number;
  post: Appointment;
  appointedBy: string | null;
}

/** C6 False when the person holds another post at that time; of two at once, the second waits for the first. */
export async function addPost(tx: Tx, { id, personId, orgId, post, appointedBy }: NewPost): Promise<boolean> {
  const added = await tx
    .insertInto('post')
    .values({
      id,
      person_id: personId,
      org_id: orgId,
      service: post.service,
      in_establishment: post.inEstablishment,
      leadership: post.leadership,
      title: post.title,
      from_day: post.from,
      appointed_by: appointedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows) === 1;
}

/** C6 Whether a person holds no post from a day on, as far as who asks may see. */
export async function isFreeFrom(tx: Tx, personId: string, from: string): Promise<boolean> {
  const held = await tx
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', personId)
    .where(sql<boolean>`daterange(from_day, until_day) && daterange(${from}, null)`)
    .executeTakeFirst();
  return !held;
}

/** A post with its organisation; locked, who would end it too waits. */
export async function postById(tx: Tx, id: string, { lock }: { lock: boolean }) {
  const row = await tx
    .selectFrom('post as p')
    .innerJoin('org as o', 'o.id', 'p.org_id')
    .innerJoin('person as pe', 'pe.id', 'p.person_id')
    .select(['p.id', 'p.person_id as personId', 'pe.name', 'p.org_id as orgId', 'o.short_name as orgName', 'o.path'])
    .select(['p.service', 'p.in_establishment as inEstablishment', 'p.leadership', 'p.title'])
    .select(['p.from_day as from', 'p.until_day as until'])
    .where('p.id', '=', id)
    .$if(lock, (query) => query.forUpdate('p'))
    .executeTakeFirst();
  return row ? { ...row, service: row.service as Service } : null;
}

export const setPostEnd = (tx: Tx, id: string, until: string, by: string, now: Date) =>
  tx.updateTable('post').set({ until_day: until, ended_by: by, ended_at: now }).where('id', '=', id).execute();

/** D9.3 The approval of a cadre that holds today, or else the next to come. */
export const minorApproval = (tx: Tx, cadreId: string, today: string) =>
  tx
    .selectFrom('minor_approval')
    .select(['from_day as from', 'until_day as until'])
    .where('cadre_id', '=', cadreId)
    .where((or) => or.or([or('until_day', 'is', null), or('until_day', '>', today)]))
    .orderBy('from_day')
    .limit(1)
    .executeTakeFirst();

interface NewApproval {
  cadreId: string;
  from: string;
  until: string | null;
  by: string;
}

/** D9.3 False when one holds on some of these days already. */
export async function addMinorApproval(tx: Tx, { cadreId, from, until, by }: NewApproval, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('minor_approval')
    .values({ cadre_id: cadreId, from_day: from, until_day: until, approved_by: by, approved_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows) === 1;
}

interface ApprovalsEnd {
  day: string;
  /** What begins when the post is over is another organisation's; null for a post without an end. */
  ofPostUntil: string | null;
}

/** D9.3 Ends on a day what holds then, and what is to come; false when there is neither. */
export async function endMinorApprovals(
  tx: Tx,
  cadreId: string,
  { day, ofPostUntil }: ApprovalsEnd,
  by: string,
  now: Date,
) {
  const ended = await tx
    .updateTable('minor_approval')
    .set({ until_day: sql<string>`greatest(from_day, ${day}::date)`, ended_by: by, ended_at: now })
    .where('cadre_id', '=', cadreId)
    .where((or) => or.or([or('until_day', 'is', null), or('until_day', '>', day)]))
    .where(sql<boolean>`${ofPostUntil}::date is null or from_day < ${ofPostUntil}::date`)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows) > 0;
}
