import { sql } from 'kysely';
import type { Tx } from './db';

export interface Holder {
  cadreId: string;
  today: string;
  /** Born later than this is a minor today. */
  adultBornBy: string;
}

/** D9.3 A cadre's youths; minors among them only while the cadre is approved for them. */
export const heldYouth = (tx: Tx, { cadreId, today, adultBornBy }: Holder) =>
  tx
    .selectFrom('contact as c')
    .innerJoin('youth as y', 'y.person_id', 'c.youth_id')
    .innerJoin('person as p', 'p.id', 'c.youth_id')
    .select([
      'c.id as contactId',
      'c.youth_id as youthId',
      'c.started_at as startedAt',
      'c.started_by as startedBy',
      'c.counts_until as countsUntil',
    ])
    .select(['p.name', 'y.field', 'y.unit', 'y.birth_month as birthMonth'])
    .where('c.cadre_id', '=', cadreId)
    .where('c.ended_at', 'is', null)
    .where(sql<boolean>`(y.birth_month <= ${adultBornBy} or (select minor_approved(${cadreId}, ${today})))`);
