import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './db';

export interface Holder {
  cadreId: string;
  today: string;
  /** Born later than this is a minor today. */
  adultBornBy: string;
}

/** D9.3 Whom of one's contacts (with the youth `y`) a cadre may see: minors only while the cadre is approved for them. */
export const maySee = ({ cadreId, today, adultBornBy }: Holder) =>
  sql<boolean>`(y.birth_month <= ${adultBornBy} or (select minor_approved(${cadreId}, ${today})))`;

/** D2.3 The day of the last log about a contact that its youth has not disputed; null when there is none. */
export const lastLogOf = (contactId: RawBuilder<unknown>) => sql<string | null>`(
  select m.day from contact_log_mark m where m.contact_id = ${contactId} and m.state in ('unanswered', 'confirmed')
  order by m.day desc limit 1
)`;

/** D2.3 The contact had its last log, or its beginning where there is none, before a day. */
export const quietSince = (before: string, lastOn: RawBuilder<unknown>, startedAt: RawBuilder<unknown>) =>
  sql<boolean>`coalesce(${lastOn}, (${startedAt} at time zone 'Asia/Shanghai')::date) < ${before}`;

/** D9.3 A cadre's youths, those whom the cadre may see. */
export const heldYouth = (tx: Tx, holder: Holder) =>
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
    .where('c.cadre_id', '=', holder.cadreId)
    .where('c.ended_at', 'is', null)
    .where(maySee(holder));
