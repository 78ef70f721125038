import { sql } from 'kysely';
import type { Tx } from '../../kernel/db';

export interface Colleague {
  postId: string;
  name: string;
  title: string;
  search: string;
}

/** C11 How many contacts a post leaves behind, and who was named to follow and is a cadre there today. */
export async function handOverOf(tx: Tx, postId: string) {
  const { rows } = await sql<{ contacts: number; successor: Omit<Colleague, 'search'> | null }>`
    select contacts_left(${postId}) as contacts, (
      select json_build_object('postId', p.id, 'name', pe.name, 'title', p.title)
      from succession s join current_post p on p.id = s.successor_id join person pe on pe.id = p.person_id
      where s.post_id = ${postId}
    ) as successor`.execute(tx);
  return rows[0] ?? { contacts: 0, successor: null };
}

interface Leaving {
  personId: string;
  orgId: number;
}

/** C11 The cadres of today of an organisation, without who leaves it, by name. */
export async function colleagues(
  tx: Tx,
  { personId, orgId }: Leaving,
  search: string | undefined,
  after: { search: string; postId: string } | null,
  limit: number,
): Promise<Colleague[]> {
  const matching = search ? `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<Colleague>`
    select p.id as "postId", pe.name, p.title, pe.search
    from current_post p join person pe on pe.id = p.person_id
    where p.org_id = ${orgId} and p.person_id <> ${personId}
      and (${matching}::text is null or pe.search like ${matching})
      and (${after === null} or (pe.search, p.id) > (${after?.search ?? ''}, ${after?.postId ?? null}::uuid))
    order by pe.search, p.id limit ${limit}`.execute(tx);
  return rows;
}

/** C11 Whether a post is one of today, of another cadre of the same organisation. */
export async function isColleague(tx: Tx, { personId, orgId }: Leaving, postId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('current_post')
    .select('id')
    .where('id', '=', postId)
    .where('org_id', '=', orgId)
    .where('person_id', '<>', personId)
    .executeTakeFirst();
  return found !== undefined;
}

interface Named {
  postId: string;
  orgId: number;
  successorId: string | null;
  by: string;
}

/** The last one who was named counts. */
export const nameSuccessor = (tx: Tx, { postId, orgId, successorId, by }: Named, now: Date) =>
  tx
    .insertInto('succession')
    .values({ post_id: postId, org_id: orgId, successor_id: successorId, named_by: by, named_at: now })
    .onConflict((conflict) =>
      conflict.column('post_id').doUpdateSet({ successor_id: successorId, named_by: by, named_at: now }),
    )
    .execute();

export interface LeftPost {
  postId: string;
  name: string;
  orgName: string;
  title: string;
  leftOn: string;
  contacts: number;
}

/** C11 The posts within what the actor administers that ended after a day and left contacts, without a successor; the first to have ended first. */
export async function withoutSuccessor(
  tx: Tx,
  { after: endedAfter, today }: { after: string; today: string },
  after: { leftOn: string; postId: string } | null,
  limit: number,
): Promise<LeftPost[]> {
  const { rows } = await sql<LeftPost>`
    select l.*, pe.name from (
      select p.id as "postId", p.person_id, o.short_name as "orgName", p.title, p.until_day as "leftOn",
        contacts_left(p.id) as contacts
      from post p join org o on o.id = p.org_id
      where p.until_day > ${endedAfter} and p.until_day <= ${today} and o.path like any (app_scope())
        and (${after === null} or (p.until_day, p.id) > (${after?.leftOn ?? null}::date, ${after?.postId ?? null}::uuid))
        and not exists (
          select from succession s join current_post f on f.id = s.successor_id where s.post_id = p.id
        )
    ) l join person pe on pe.id = l.person_id
    where l.contacts > 0
    order by l."leftOn", l."postId" limit ${limit}`.execute(tx);
  return rows;
}
