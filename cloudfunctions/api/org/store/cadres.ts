import { sql } from 'kysely';
import type { Service } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import type { OrgRow } from './tree';

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

/** D8.3 An organisation's own cadres, its leadership first, then by name, never by figure. */
export async function cadresOf(
  tx: Tx,
  orgId: number,
  today: string,
  after: { leadership: boolean; search: string; postId: string } | null,
  limit: number,
): Promise<CadreRow[]> {
  const { rows } = await sql<CadreRow>`
    select p.id as "postId", pe.name, pe.search, p.title, p.service, p.leadership, p.leading_organ as "leadingOrgan",
      s.held - (
        select count(*)::int from contact c where c.post_id = p.id and c.ended_at is null and c.counts_until <= ${today}
      ) as counted
    from current_post p join person pe on pe.id = p.person_id join stock s on s.post_id = p.id
    where p.org_id = ${orgId} and (${after === null} or (not p.leadership, pe.search, p.id) > (${!after?.leadership}, ${after?.search ?? ''}, ${after?.postId ?? null}::uuid))
    order by not p.leadership, pe.search, p.id
    limit ${limit}`.execute(tx);
  return rows;
}
