import { sql } from 'kysely';
import { daysAfter, type Span } from '../../kernel/calendar';
import type { Tx } from '../../kernel/db';
import type { SiteKind } from '../../../../types/words';
import type { AskedSpan, WeekFacts } from '../rules/week';

/** What the database says of a post's weeks, whose days are numbers from a Monday on. */
interface Told {
  asked: AskedSpan[];
  confirmed: number[];
  waiting: number[];
  onLeave: Span[];
}

function factsOf(fact: string, since: string): WeekFacts {
  const { asked, confirmed, waiting, onLeave } = JSON.parse(fact) as Told;
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
  const { rows } = await sql<{ facts: string[] }>`
    select week_facts((select app_posts()), ${[...services]}::text[], ${from}, ${until}) as facts`.execute(tx);
  return together((rows[0]?.facts ?? []).map((fact) => factsOf(fact, from)));
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
  facts: WeekFacts;
}

type GridRow = Omit<GridPost, 'facts'> & { fact: string };

const gridColumns = sql`p.id as "postId", pe.name, o.short_name as "orgName", p.leadership, w.fact`;

const gridPost = ({ fact, ...post }: GridRow, since: string): GridPost => ({ ...post, facts: factsOf(fact, since) });

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
  const { rows } = await sql<GridRow>`
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
    from unnest(week_facts(array(select id from held), ${[...services]}::text[], ${from}, ${until})) w (fact)
    join held p on p.id = (w.fact::json ->> 'postId')::uuid
    join org o on o.id = p.org_id
    left join person pe on pe.id = p.person_id
    order by not p.leadership, pe.search, p.id`.execute(tx);
  return rows.map((row) => gridPost(row, from)).filter(({ facts }) => facts.asked.length > 0);
}

/** D1.5 One post that the actor administers; null for any other. */
export async function gridPostOf(tx: Tx, postId: string, services: Services, { from, until }: Span) {
  const { rows } = await sql<GridRow>`
    select ${gridColumns}
    from post p
    join org o on o.id = p.org_id and o.path like any ((select app_scope())::text[])
    left join person pe on pe.id = p.person_id
    cross join unnest(week_facts(array[p.id], ${[...services]}::text[], ${from}, ${until})) w (fact)
    where p.id = ${postId}`.execute(tx);
  const [row] = rows;
  return row ? gridPost(row, from) : null;
}
