import { sql } from 'kysely';
import { daysAfter, type Span } from '../../kernel/calendar';
import type { Tx } from '../../kernel/db';
import type { SiteKind } from '../../../../types/words';
import type { AskedSpan, WeekFacts } from '../rules/week';

interface FactsRow {
  asked: AskedSpan[];
  confirmed: number[];
  waiting: number[];
  onLeave: Span[];
}

/** What the database says of a post's weeks, whose days are numbers from a Monday on. */
function factsOf({ asked, confirmed, waiting, onLeave }: FactsRow, since: string): WeekFacts {
  const days = (numbers: number[]): string[] => numbers.map((days) => daysAfter(since, days));
  // D3, C24 the days of postings come in here
  return { asked, confirmed: days(confirmed), waiting: days(waiting), leave: onLeave, postings: [] };
}

/** The facts of several posts in one, whichever the post. */
const together = (all: WeekFacts[]): WeekFacts => ({
  asked: all.flatMap(({ asked }) => asked),
  confirmed: all.flatMap(({ confirmed }) => confirmed),
  waiting: all.flatMap(({ waiting }) => waiting),
  leave: all.flatMap(({ leave }) => leave),
  postings: all.flatMap(({ postings }) => postings),
});

type Services = readonly string[];

/** D10.4 What one's own weeks are judged by, of all posts that one holds or has held. */
export async function ownFacts(tx: Tx, services: Services, { from, until }: Span): Promise<WeekFacts> {
  const { rows } = await sql<FactsRow>`
    select asked, confirmed, waiting, on_leave as "onLeave"
    from week_facts((select app_posts()), ${[...services]}::text[], ${from}, ${until})`.execute(tx);
  return together(rows.map((row) => factsOf(row, from)));
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
  const { rows } = await sql<VisitedSite>`
    select site_id as "siteId", kind, name, address, org_id as "orgId", org_name as "orgName", days, last_day as last
    from visited_sites(${from}, ${until})`.execute(tx);
  return rows;
}

export interface GridPost {
  postId: string;
  /** Null of somebody who has closed the account (D9.5). */
  name: string | null;
  orgName: string;
  leadership: boolean;
  facts: WeekFacts;
}

const gridColumns = sql`
  p.id as "postId", pe.name, o.short_name as "orgName", p.leadership, w.asked, w.confirmed, w.waiting, w.on_leave as "onLeave"`;

const gridPost = (
  { postId, name, orgName, leadership, ...facts }: Omit<GridPost, 'facts'> & FactsRow,
  since: string,
) => ({
  postId,
  name,
  orgName,
  leadership,
  facts: factsOf(facts, since),
});

/** D1.5 Whether the actor administers an organisation. */
export async function manages(tx: Tx, orgId: number): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select app_manages(${orgId}) as yes`.execute(tx);
  return rows[0]?.yes ?? false;
}

/**
 * D8.3 The posts of an organisation, or of all below it, that were held in a span, with what their weeks are judged by;
 * leadership first, then by name. One statement, however many.
 */
export async function gridOf(
  tx: Tx,
  { orgId, below }: { orgId: number; below: boolean },
  services: Services,
  { from, until }: Span,
): Promise<GridPost[]> {
  const { rows } = await sql<Omit<GridPost, 'facts'> & FactsRow>`
    with held as materialized (
      select p.id, p.person_id, p.org_id, p.leadership from post p
      where p.org_id = any (array(
          select o.id from org o
          where case when ${below} then o.id <> ${orgId} and o.path like (select path from org where id = ${orgId}) || '%'
            else o.id = ${orgId} end
        ))
        and p.service = any (${[...services]}::text[])
        and p.from_day <= ${until} and (p.until_day is null or p.until_day > greatest(p.from_day, ${from}))
    )
    select ${gridColumns}
    from week_facts(array(select id from held), ${[...services]}::text[], ${from}, ${until}) w
    join held p on p.id = w.post_id
    join org o on o.id = p.org_id
    left join person pe on pe.id = p.person_id
    where w.asked <> '[]'
    order by not p.leadership, pe.search, p.id`.execute(tx);
  return rows.map((row) => gridPost(row, from));
}

/** D1.5 One post that the actor administers; null for any other. */
export async function gridPostOf(tx: Tx, postId: string, services: Services, { from, until }: Span) {
  const { rows } = await sql<Omit<GridPost, 'facts'> & FactsRow>`
    select ${gridColumns}
    from post p
    join org o on o.id = p.org_id and o.path like any ((select app_scope())::text[])
    left join person pe on pe.id = p.person_id
    cross join week_facts(array[p.id], ${[...services]}::text[], ${from}, ${until}) w
    where p.id = ${postId}`.execute(tx);
  const [row] = rows;
  return row ? gridPost(row, from) : null;
}
