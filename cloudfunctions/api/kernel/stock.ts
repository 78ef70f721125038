import { sql } from 'kysely';
import { FIELDS, type Field } from '../../../types/words';
import type { Tx } from './db';

type ByField = Record<Field, number>;

const COLUMNS = {
  enterprise: 'enterprise',
  rural: 'rural',
  government: 'government',
  school: 'school',
  community: 'community',
  socialOrg: 'social_org',
  newMedia: 'new_media',
} as const satisfies Record<Field, string>;

/**
 * What a cadre holds by field, and how many of them have come due (over 35) by the day. The stock stands by post; after
 * a change of post it is the sum of the cadre's posts, since the contacts go on (C2). The day only filters: as a
 * condition it would be planned anew each time, in the hope that few have come due.
 */
export async function holdings(
  tx: Tx,
  cadreId: string,
  today: string,
): Promise<{ held: ByField; overAge: Partial<ByField> }> {
  const stocks = await tx
    .selectFrom('stock as s')
    .innerJoin('post as p', 'p.id', 's.post_id')
    .select(FIELDS.map((field) => `s.${COLUMNS[field]}` as const))
    .select(
      sql<Partial<ByField> | null>`(
        select json_object_agg(field, n) from (
          select field, count(*) filter (where counts_until <= ${today}) as n from contact
          where cadre_id = ${cadreId} and ended_at is null
          group by field
        ) as due
      )`.as('overAge'),
    )
    .where('p.person_id', '=', cadreId)
    .execute();
  const held = FIELDS.map((field) => [field, stocks.reduce((sum, stock) => sum + stock[COLUMNS[field]], 0)] as const);
  return { held: Object.fromEntries(held) as ByField, overAge: stocks[0]?.overAge ?? {} };
}
