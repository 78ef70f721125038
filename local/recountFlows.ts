import { sql, type RawBuilder } from 'kysely';
import { policy } from '../config/policy';
import type { Tx } from '../cloudfunctions/api/kernel/db';

const FLOWS = ['logs', 'days_on_time', 'days_late', 'met', 'activities'] as const;
type Flow = (typeof FLOWS)[number];

export interface FlowOfPost extends Record<Flow, number> {
  postId: string;
  quarter: string;
}

/** Of a day; through a timestamp without a zone, which costs a third of one with it. */
const quarterOf = (day: RawBuilder<unknown>) => sql`date_trunc('quarter', ${day}::timestamp)::date`;

const QUARTER = quarterOf(sql`l.day`);

/** D2.5 Whether a mark makes its log count in its youth. */
const STANDS = sql`m.log_id = l.id and l.deleted_at is null and m.counts and m.state in ('unanswered', 'confirmed')`;

/** In how many of its youths a log is a meeting. */
const MEETINGS = sql`(select count(m.proof) from contact_log_mark m where ${STANDS})`;

/**
 * D2.3, D2.5 Of each post and quarter, from every log that counts in a youth: a day weighs as the heaviest of its logs. How
 * often a log was a meeting is what it says itself, or what is given.
 */
const flows = (met = sql`l.met`, until = sql``) => sql`
  select post_id, p.org_id, quarter, logs, days_on_time, days - days_on_time as days_late, met, activities
  from (
    select l.post_id, ${QUARTER} as quarter, count(*)::int as logs, count(distinct l.day)::int as days,
      count(distinct l.day) filter (where not l.late)::int as days_on_time, sum(${met})::int as met,
      count(*) filter (where l.activity)::int as activities
    from contact_log l
    where exists (select from contact_log_mark m where ${STANDS}) ${until}
    group by l.post_id, ${QUARTER}
  ) counted
  join post p on p.id = post_id`;

/** All flows, counted anew; what a log says itself is compared with its youths beside it (`LOGS`). */
export const FLOWS_ANEW = flows();

/** D2.5 In how many youths every log counts, beside what it says itself. */
const LOGS = sql`
  select l.id, l.post_id, l.day, l.late, l.standing as kept_standing, l.met as kept_met,
    count(m.log_id)::int as counted_standing, count(m.proof)::int as counted_met
  from contact_log l left join contact_log_mark m on ${STANDS}
  group by l.id`;

const DIFFERS = sql`(kept_standing, kept_met) <> (counted_standing, counted_met)`;

/** D2.3 What a post has of a day, and how many of its logs count otherwise than they say. */
const DAYS = sql`
  select post_id, day, count(*) filter (where counted_standing > 0 and not late)::int as on_time,
    count(*) filter (where counted_standing > 0 and late)::int as late, count(*) filter (where ${DIFFERS})::int as differing
  from (${LOGS}) logs
  group by post_id, day`;

/**
 * D10.4 How many logs are late, or are not, otherwise than by the policy of now: they were written under another one, and
 * no past figure changes with it.
 */
export async function lateOtherwise(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from contact_log
    where deleted_at is null and late <> (
      (written_at at time zone 'Asia/Shanghai')::date - day > ${policy.contactLog.lateAfterDays}
    )`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** No more of them are listed: whoever has more wants them set right, not read. */
export const LISTED = 1_000;

interface FlowDifference {
  postId: string;
  figure: string;
  /** Null when there is none. */
  stock: number | null;
  recounted: number;
}

/** What the flows, the days and the logs say otherwise than a recount; the first of it. */
export async function flowDifferences(tx: Tx): Promise<FlowDifference[]> {
  const ofFlow = FLOWS.map((name) => sql`(${sql.lit(name)}, f.${sql.ref(name)}, r.${sql.ref(name)})`);
  const { rows } = await sql<FlowDifference & { differing: number }>`
    with days as (${DAYS}), recounted as (${FLOWS_ANEW})
    select post_id as "postId", of || ' ' || figure as figure, kept as stock, coalesce(counted, 0) as recounted,
      differing
    from (
      select post_id, quarter as of, figure, kept, counted, 0 as differing
      from flow f full join recounted r using (post_id, quarter)
      cross join lateral (values ${sql.join(ofFlow)}) figures (figure, kept, counted)
      where coalesce(kept, 0) <> coalesce(counted, 0)
      union all
      select post_id, day, figure, kept, counted, coalesce(d.differing, 0)
      from voice_day v full join days d using (post_id, day)
      cross join lateral (values ('on time', v.on_time, d.on_time), ('late', v.late, d.late)) figures (figure, kept, counted)
      where coalesce(kept, 0) <> coalesce(counted, 0) or d.differing > 0
    ) differences
    order by 1, 2 limit ${LISTED}`.execute(tx);
  const ofLogs = rows.some(({ differing }) => differing > 0) ? await logDifferences(tx) : [];
  return [
    ...rows
      .filter(({ stock, recounted }) => (stock ?? 0) !== recounted)
      .map(({ postId, figure, stock, recounted }) => ({ postId, figure, stock, recounted })),
    ...ofLogs,
  ];
}

async function logDifferences(tx: Tx): Promise<FlowDifference[]> {
  const { rows } = await sql<FlowDifference>`
    select post_id as "postId", id || ' ' || figure as figure, kept as stock, counted as recounted
    from (${LOGS}) logs
    cross join lateral (values ('standing', kept_standing, counted_standing), ('met', kept_met, counted_met)) figures (figure, kept, counted)
    where kept <> counted
    order by 1, 2 limit ${LISTED}`.execute(tx);
  return rows;
}

/** Writes all of them anew from the records. */
export async function rebuildFlows(tx: Tx): Promise<void> {
  await sql`alter table contact_log disable trigger flow_of_log`.execute(tx);
  await sql`
    update contact_log l set standing = counted.counted_standing, met = counted.counted_met
    from (${LOGS}) counted
    where counted.id = l.id and ${DIFFERS}`.execute(tx);
  await sql`alter table contact_log enable trigger flow_of_log`.execute(tx);
  await sql`truncate voice_day, flow`.execute(tx);
  await sql`
    insert into voice_day (post_id, day, on_time, late)
    select post_id, day, on_time, late from (${DAYS}) days where on_time + late > 0`.execute(tx);
  await sql`
    insert into flow (post_id, org_id, quarter, logs, days_on_time, days_late, met, activities) ${FLOWS_ANEW}`.execute(
    tx,
  );
}

/** D10.1, D10.4 The flows of a quarter up to a day, by what is written now of the days until then; compared with nothing. */
export async function flowsAsOf(tx: Tx, day: string): Promise<FlowOfPost[]> {
  const { rows } = await sql<FlowOfPost>`
    select post_id as "postId", quarter, logs, days_on_time, days_late, met, activities
    from (${flows(MEETINGS, sql`and l.day between ${quarterOf(sql`${day}::date`)} and ${day}::date`)}) f
    order by post_id`.execute(tx);
  return rows;
}
