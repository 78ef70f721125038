import { sql } from 'kysely';
import type { Span } from '../../kernel/calendar';
import type { Tx } from '../../kernel/db';
import type { SiteKind } from '../../../../types/words';

type Services = readonly string[];

/** D10.4 What one's own weeks are judged by, of all posts that one holds or has held. */
export async function ownFacts(tx: Tx, services: Services, { from, until }: Span): Promise<string[]> {
  const { rows } = await sql<{ facts: string[] }>`
    select week_facts((select app_posts()), ${[...services]}::text[], ${from}, ${until}) as facts`.execute(tx);
  return rows[0]?.facts ?? [];
}

interface VisitedSite {
  siteId: string;
  kind: SiteKind;
  name: string;
  address: string;
  orgId: number;
  orgName: string;
  days: number;
  last: string;
}

export async function visitedSites(tx: Tx, { from, until }: Span): Promise<VisitedSite[]> {
  const { rows } = await sql<{ sites: string[] }>`select visited_sites(${from}, ${until}) as sites`.execute(tx);
  return (rows[0]?.sites ?? []).map((site) => JSON.parse(site) as VisitedSite);
}

export interface GridPost {
  postId: string;
  /** Null of somebody who has closed the account (D9.5). */
  name: string | null;
  orgName: string;
  leadership: boolean;
  /** What its weeks are judged by, for `readFacts`. */
  fact: string;
}

/** D1.5 Whether the actor administers an organisation. */
export async function manages(tx: Tx, orgId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select app_manages(${orgId}) as yes`.execute(tx);
  return rows[0]?.yes ?? false;
}

interface Whose {
  orgId: number;
  below: boolean;
  services: Services;
  span: Span;
}

/** D4.1, D8.3 The posts of an organisation, or of all below it, of which a day a week was asked in a span. */
const asked = ({ orgId, below, services, span: { from, until } }: Whose) => sql`
  select p.id, p.person_id, p.org_id, p.leadership from post p
  where p.org_id = any (array(
      select o.id from org o
      where case when ${below} then o.id <> ${orgId} and o.path like (select path from org where id = ${orgId}) || '%'
        else o.id = ${orgId} end
    ))
    and p.service = any (${[...services]}::text[])
    and exists (
      select from leading_organ l
      where l.org_id = p.org_id and greatest(p.from_day, l.from_day, ${from}::date)
        < least(p.until_day, l.until_day, ${until}::date + 1)
    )`;

export async function countAsked(tx: Tx, whose: Whose): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${asked(whose)}) asked`.execute(tx);
  return rows[0]?.n ?? 0;
}

interface Page {
  leadership: boolean | null;
  after: string | null;
  limit: number;
}

/** D8.3 A page of them with what their weeks are judged by; leadership first, then by name, who has no name any more last. */
export async function gridPage(tx: Tx, whose: Whose, { leadership, after, limit }: Page): Promise<GridPost[]> {
  const { services, span } = whose;
  const { rows } = await sql<GridPost>`
    with named as (
      select a.*, pe.name, row(not a.leadership, pe.search is null, coalesce(pe.search, ''), a.id) as place
      from (${asked(whose)}) a left join person pe on pe.id = a.person_id
    ), page as materialized (
      select * from named n
      where (${leadership}::boolean is null or n.leadership = ${leadership})
        and (${after}::uuid is null or n.place > (select place from named where id = ${after}))
      order by n.place limit ${limit}
    )
    select n.id as "postId", n.name, o.short_name as "orgName", n.leadership, w.fact
    from unnest(week_facts(array(select id from page), ${[...services]}::text[], ${span.from}, ${span.until})) w (fact)
    join page n on n.id = (w.fact::json ->> 'postId')::uuid
    join org o on o.id = n.org_id
    order by n.place`.execute(tx);
  return rows;
}

/** D8.2 What the weeks of all of them are judged by, in one statement; of none where there are more than so many. */
export async function gridFacts(tx: Tx, whose: Whose, most: number): Promise<Omit<GridPost, 'name' | 'orgName'>[]> {
  const { services, span } = whose;
  const { rows } = await sql<Omit<GridPost, 'name' | 'orgName'>>`
    with asked as materialized (${asked(whose)})
    select a.id as "postId", a.leadership, w.fact
    from unnest(week_facts(
      array(select id from asked where (select count(*) from asked) <= ${most}),
      ${[...services]}::text[], ${span.from}, ${span.until}
    )) w (fact)
    join asked a on a.id = (w.fact::json ->> 'postId')::uuid`.execute(tx);
  return rows;
}

/** D1.5 One post that the actor administers; null for any other. */
export async function gridPostOf(tx: Tx, postId: string, services: Services, { from, until }: Span) {
  const { rows } = await sql<GridPost>`
    select p.id as "postId", pe.name, o.short_name as "orgName", p.leadership, w.fact
    from post p
    join org o on o.id = p.org_id and o.path like any ((select app_scope())::text[])
    left join person pe on pe.id = p.person_id
    cross join unnest(week_facts(array[p.id], ${[...services]}::text[], ${from}, ${until})) w (fact)
    where p.id = ${postId}`.execute(tx);
  return rows[0] ?? null;
}
