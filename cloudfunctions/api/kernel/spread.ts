import { sql } from 'kysely';
import type { Span } from './calendar';
import type { Tx } from './db';

/** D2.2 How often each youth was contacted in a span of days: the numbers, without whom. */
export const timesContacted = (cadreId: string, { from, until }: Span) => sql<number[]>`(
  select coalesce(json_agg(n), '[]') from (
    select count(*)::int as n from contact_log_mark
    where cadre_id = ${cadreId} and day between ${from} and ${until} and counts and state in ('unanswered', 'confirmed')
    group by youth_id
  ) as touched
)`;

/** D2.1 The units of the youths who count and are held, each with how many; the names of the cadre's organisation. */
export interface Units {
  units: { unit: string; n: number }[];
  orgNames: string[];
}

const unitsOf = (cadreId: string, orgId: number, today: string) => sql<Units>`json_build_object(
  'orgNames', (select json_build_array(name, short_name) from org where id = ${orgId}),
  'units', (
    select coalesce(json_agg(held), '[]') from (
      select y.unit, count(*)::int as n from contact c join youth y on y.person_id = c.youth_id
      where c.cadre_id = ${cadreId} and c.ended_at is null and ${today} < c.counts_until and y.unit is not null
      group by y.unit
    ) as held
  )
)`;

/** What of a cadre's spread one more youth changes; the units only where they are asked for. */
export async function spreadOf(
  tx: Tx,
  cadre: { id: string; orgId: number; units: boolean },
  today: string,
  quarter: Span,
): Promise<{ times: number[]; own: Units | null }> {
  const own = cadre.units ? unitsOf(cadre.id, cadre.orgId, today) : sql<null>`null::json`;
  const { rows } = await sql<{ times: number[]; own: Units | null }>`
    select ${timesContacted(cadre.id, quarter)} as times, ${own} as own`.execute(tx);
  return rows[0] ?? { times: [], own: null };
}
