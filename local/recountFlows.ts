import { sql } from 'kysely';
import { policy } from '../config/policy';
import type { Tx } from '../cloudfunctions/api/kernel/db';

const FLOWS = ['logs', 'days_on_time', 'days_late', 'met', 'activities'] as const;
type Flow = (typeof FLOWS)[number];

export interface FlowOfPost extends Record<Flow, number> {
  postId: string;
  quarter: string;
}

/** D2.5 Every log that counts, from what is written and what the youths said of it, whatever the log says it counts. */
const COUNTING = sql`
  select l.id, l.post_id, l.org_id, l.day, l.activity, l.late, m.standing, m.met
  from contact_log l
  join (
    select log_id, count(*)::int as standing, count(proof)::int as met
    from contact_log_mark where counts and state in ('unanswered', 'confirmed') group by log_id
  ) m on m.log_id = l.id
  where l.deleted_at is null`;

/** D2.3 Of each post and quarter: a day weighs as the heaviest of its logs. */
const flows = (until: string | null) => sql`
  select post_id, org_id, date_trunc('quarter', day)::date as quarter, sum(logs)::int as logs,
    count(*) filter (where on_time > 0)::int as days_on_time, count(*) filter (where on_time = 0)::int as days_late,
    sum(met)::int as met, sum(activities)::int as activities
  from (
    select post_id, org_id, day, count(*) as logs, count(*) filter (where not late) as on_time, sum(met) as met,
      count(*) filter (where activity) as activities
    from (${COUNTING}) counting
    where ${until}::date is null or day <= ${until}::date
    group by post_id, org_id, day
  ) days
  group by post_id, org_id, date_trunc('quarter', day)`;

const DAYS = sql`
  select post_id, day, count(*) filter (where not late)::int as on_time, count(*) filter (where late)::int as late
  from (${COUNTING}) counting group by post_id, day`;

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

interface FlowDifference {
  postId: string;
  figure: string;
  stock: number | null;
  recounted: number;
}

/** What the flows, the days and the logs say otherwise than a recount. */
export async function flowDifferences(tx: Tx): Promise<FlowDifference[]> {
  const figure = (name: Flow) => sql`
    select coalesce(f.post_id, r.post_id) as post_id, coalesce(f.quarter, r.quarter) || ' ' || ${sql.lit(name)} as figure,
      f.${sql.ref(name)} as kept, coalesce(r.${sql.ref(name)}, 0) as recounted
    from flow f full join recounted r using (post_id, quarter)`;
  const { rows } = await sql<FlowDifference>`
    with recounted as (${flows(null)}), days as (${DAYS}), counting as (${COUNTING})
    select post_id as "postId", figure, kept as stock, recounted from (
      ${sql.join(FLOWS.map(figure), sql` union all `)}
      union all
      select coalesce(v.post_id, d.post_id), coalesce(v.day, d.day) || ' on time', v.on_time, coalesce(d.on_time, 0)
      from voice_day v full join days d using (post_id, day)
      union all
      select coalesce(v.post_id, d.post_id), coalesce(v.day, d.day) || ' late', v.late, coalesce(d.late, 0)
      from voice_day v full join days d using (post_id, day)
      union all
      select l.post_id, l.id || ' standing', l.standing, coalesce(c.standing, 0)
      from contact_log l left join counting c on c.id = l.id
      union all
      select l.post_id, l.id || ' met', l.met, coalesce(c.met, 0)
      from contact_log l left join counting c on c.id = l.id
    ) figures
    where kept is distinct from recounted
    order by 1, 2`.execute(tx);
  return rows;
}

/** Writes all of them anew from the records. */
export async function rebuildFlows(tx: Tx): Promise<void> {
  await sql`alter table contact_log disable trigger flow_of_log`.execute(tx);
  await sql`
    update contact_log l set standing = coalesce(c.standing, 0), met = coalesce(c.met, 0)
    from contact_log same left join (${COUNTING}) c on c.id = same.id
    where same.id = l.id and (l.standing, l.met) is distinct from (coalesce(c.standing, 0), coalesce(c.met, 0))`.execute(
    tx,
  );
  await sql`alter table contact_log enable trigger flow_of_log`.execute(tx);
  await sql`truncate voice_day, flow`.execute(tx);
  await sql`insert into voice_day (post_id, day, on_time, late) ${DAYS}`.execute(tx);
  await sql`
    insert into flow (post_id, org_id, quarter, logs, days_on_time, days_late, met, activities) ${flows(null)}`.execute(
    tx,
  );
}

/** D10.1, D10.4 The flows of a quarter up to a day, by what is written now of the days until then. */
export async function flowsAsOf(tx: Tx, day: string): Promise<FlowOfPost[]> {
  const { rows } = await sql<FlowOfPost>`
    select post_id as "postId", quarter, logs, days_on_time, days_late, met, activities from (${flows(day)}) f
    where quarter = date_trunc('quarter', ${day}::date)::date order by post_id`.execute(tx);
  return rows;
}
