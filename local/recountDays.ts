import { sql } from 'kysely';
import type { Tx } from '../cloudfunctions/api/kernel/db';

/** C18 Of each post and day, how many check-ins of each kind: those that were undone or refused count for nothing. */
const DAYS = sql`
  select post_id, cadre_id, org_id, day, count(*) filter (where state = 'confirmed')::int as confirmed,
    count(*) filter (where state = 'unconfirmed')::int as unconfirmed
  from check_in where undone_at is null and state <> 'refused'
  group by post_id, cadre_id, org_id, day`;

interface DayDifference {
  postId: string;
  figure: string;
  /** Null when there is none. */
  stock: number | null;
  recounted: number;
}

/** What the days at the grass roots say otherwise than their check-ins. */
export async function dayDifferences(tx: Tx): Promise<DayDifference[]> {
  const { rows } = await sql<DayDifference>`
    select post_id as "postId", figure || ' ' || day as figure, kept as stock, coalesce(counted, 0) as recounted
    from grassroots_day g full join (${DAYS}) d using (post_id, day)
    cross join lateral (
      values ('confirmed', g.confirmed, d.confirmed), ('unconfirmed', g.unconfirmed, d.unconfirmed)
    ) figures (figure, kept, counted)
    where coalesce(kept, 0) <> coalesce(counted, 0)
    order by 1, 2`.execute(tx);
  return rows;
}

/** Writes all of them anew from the check-ins. */
export async function rebuildDays(tx: Tx): Promise<void> {
  await sql`truncate grassroots_day`.execute(tx);
  await sql`insert into grassroots_day (post_id, cadre_id, org_id, day, confirmed, unconfirmed) ${DAYS}`.execute(tx);
}
