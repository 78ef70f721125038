import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase, type Database, type Tx } from '../cloudfunctions/api/kernel/db';
import { dayDifferences, rebuildDays } from './recountDays';
import { flowDifferences, flowsAsOf, lateOtherwise, rebuildFlows, type FlowOfPost } from './recountFlows';

const FIGURES = [
  'held',
  'enterprise',
  'rural',
  'government',
  'school',
  'community',
  'social_org',
  'new_media',
] as const;
type Figure = (typeof FIGURES)[number];
type Counted = Record<Figure, number> & { post_id: string };

interface Difference {
  postId: string;
  /** Of the stock; or of a flow, with its quarter; or of a day or a log. */
  figure: string;
  /** Null when there is none. */
  stock: number | null;
  recounted: number;
}

interface Recount {
  posts: number;
  differences: Difference[];
  /** D2.5 How many logs are late by another policy than that of now. */
  lateOtherwise: number;
}

/** D2.1 What every post holds, counted from the live contacts and the youths' fields. */
const COUNTED = sql`
  select p.id as post_id, p.org_id, count(c.id)::int as held,
    count(*) filter (where y.field = 'enterprise')::int as enterprise,
    count(*) filter (where y.field = 'rural')::int as rural,
    count(*) filter (where y.field = 'government')::int as government,
    count(*) filter (where y.field = 'school')::int as school,
    count(*) filter (where y.field = 'community')::int as community,
    count(*) filter (where y.field = 'socialOrg')::int as social_org,
    count(*) filter (where y.field = 'newMedia')::int as new_media
  from post p
  left join contact c on c.post_id = p.id and c.ended_at is null
  left join youth y on y.person_id = c.youth_id
  group by p.id`;

/** Compares the stock of every post with what is counted, at one moment. */
export const recount = (db: Database): Promise<Recount> =>
  db.kysely.transaction().setIsolationLevel('repeatable read').execute(compare);

async function compare(tx: Tx): Promise<Recount> {
  const { rows } = await sql<Counted>`${COUNTED}`.execute(tx);
  const stocks = new Map((await tx.selectFrom('stock').selectAll().execute()).map((stock) => [stock.post_id, stock]));
  const ofStock = rows.flatMap((counted) =>
    FIGURES.map((figure) => ({
      postId: counted.post_id,
      figure,
      stock: stocks.get(counted.post_id)?.[figure] ?? null,
      recounted: counted[figure],
    })).filter(({ stock, recounted }) => stock !== recounted),
  );
  const differences = [...ofStock, ...(await flowDifferences(tx)), ...(await dayDifferences(tx))];
  return { posts: rows.length, differences, lateOtherwise: await lateOtherwise(tx) };
}

/** Compares, and writes what differs. No contact begins or ends meanwhile, no log is written, and nobody checks in. */
export const fixStock = (db: Database): Promise<Recount> =>
  db.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`lock table contact, contact_log, contact_log_mark, check_in in share mode`.execute(tx);
      const found = await compare(tx);
      await sql`
        insert into stock (post_id, org_id, held, enterprise, rural, government, school, community, social_org, new_media)
        ${COUNTED}
        on conflict (post_id) do update set held = excluded.held, enterprise = excluded.enterprise,
          rural = excluded.rural, government = excluded.government, school = excluded.school,
          community = excluded.community, social_org = excluded.social_org, new_media = excluded.new_media`.execute(tx);
      await rebuildFlows(tx);
      await rebuildDays(tx);
      return found;
    });

export interface FiguresOfPost {
  postId: string;
  counted: number;
  overAge: number;
}

/** D1.3, D10.4 What every post held at the end of a day, and how many of them were over 35 and counted for nothing. */
export async function figuresAsOf(db: Database, day: string): Promise<FiguresOfPost[]> {
  const { rows } = await sql<FiguresOfPost>`
    select p.id as "postId", count(*) filter (where c.counts_until > ${day})::int as counted,
      count(*) filter (where c.counts_until <= ${day})::int as "overAge"
    from post p
    left join contact c on c.post_id = p.id
      and c.started_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and (c.ended_at is null or c.ended_by <> 'undone'
        and c.ended_at >= (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    group by p.id
    order by p.id`.execute(db.kysely);
  return rows;
}

export interface FieldOfPost {
  postId: string;
  field: string;
  counted: number;
}

/** C9, D10.4 The same by field: every youth in the field of that day, whatever has been corrected since. */
export async function breadthAsOf(db: Database, day: string): Promise<FieldOfPost[]> {
  const { rows } = await sql<FieldOfPost>`
    select c.post_id as "postId", f.field, count(*)::int as counted
    from contact c
    join lateral (
      select field from youth_field where youth_id = c.youth_id and from_day <= ${day} order by from_day desc limit 1
    ) f on true
    where c.counts_until > ${day}
      and c.started_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and (c.ended_at is null or c.ended_by <> 'undone'
        and c.ended_at >= (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    group by c.post_id, f.field
    order by c.post_id, f.field`.execute(db.kysely);
  return rows;
}

const USAGE = 'usage: npm run recount -- <connection string> [--as-of YYYY-MM-DD | --fix]';

async function main(args: string[]): Promise<void> {
  const { url, asOf, fix } = readArguments(args);
  const db = openDatabase(url, { patient: true });
  try {
    if (asOf) printFigures(asOf, await figuresAsOf(db, asOf), await flowsAsOf(db.kysely, asOf));
    else printRecount(await (fix ? fixStock(db) : recount(db)), fix);
  } finally {
    await db.end();
  }
}

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'as-of': { type: 'string' }, fix: { type: 'boolean', default: false } },
  });
  const { 'as-of': asOf, fix } = values;
  const [url] = positionals;
  const isDay = asOf === undefined || /^\d{4}-\d\d-\d\d$/.test(asOf);
  if (!url || !isDay || (asOf && fix)) throw new Error(USAGE);
  return { url, asOf, fix };
}

function printFigures(day: string, posts: FiguresOfPost[], flows: FlowOfPost[]): void {
  for (const { postId, counted, overAge } of posts) console.log(`${postId}  ${counted} counted, ${overAge} over 35`);
  const total = (figure: 'counted' | 'overAge') => posts.reduce((sum, post) => sum + post[figure], 0);
  for (const { postId, logs, days_on_time, days_late, met, activities } of flows)
    console.log(
      `${postId}  ${logs} logs on ${days_on_time} + ${days_late} late days, ${met} met, ${activities} activities`,
    );
  console.log(`${day}: ${posts.length} posts, ${total('counted')} counted, ${total('overAge')} over 35`);
}

function printRecount({ posts, differences, lateOtherwise }: Recount, fixed: boolean): void {
  if (lateOtherwise > 0) console.log(`${lateOtherwise} logs are late, or are not, by an earlier policy: they stay so`);
  if (differences.length === 0) return console.log(`ok ${posts} posts agree`);
  for (const { postId, figure, stock, recounted } of differences) {
    console.log(`${postId}  ${figure}: stock ${stock ?? 'missing'}, recounted ${recounted}`);
  }
  if (fixed) console.log('fixed');
  else process.exitCode = 1;
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
