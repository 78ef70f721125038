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

/** What a post holds by field (the stock), and how many of them have come due (over 35) by the day. */
export async function holdings(
  tx: Tx,
  postId: string,
  today: string,
): Promise<{ held: ByField; overAge: Partial<ByField> }> {
  const stock = await tx.selectFrom('stock').selectAll().where('post_id', '=', postId).executeTakeFirstOrThrow();
  const due = await tx
    .selectFrom('contact')
    .select(['field', sql<number>`count(*)::int`.as('n')])
    .where('post_id', '=', postId)
    .where('ended_at', 'is', null)
    .where('counts_until', '<=', today)
    .groupBy('field')
    .execute();
  return {
    held: Object.fromEntries(FIELDS.map((field) => [field, stock[COLUMNS[field]]])) as ByField,
    overAge: Object.fromEntries(due.map(({ field, n }) => [field as Field, n])),
  };
}
