import { sql, type RawBuilder } from 'kysely';
import type { LogFigure, LogTask, LogWay, MarkState, Proof, TextState } from '../../../../types/words';
import type { Tx } from '../../kernel/db';
import { heldYouth, type Holder } from '../../kernel/holding';

/** A log as the table has it. */
export interface LogRow {
  id: string;
  task: LogTask;
  way: LogWay;
  activity: boolean;
  day: string;
  late: boolean;
  text: string;
  textState: TextState;
  youths: number;
  standing: number;
  writtenAt: Date;
  changedAt: Date | null;
}

export const logColumns = sql`l.id, l.task, l.way, l.activity, l.day, l.late, l.text, l.text_state as "textState", l.youths,
  l.standing, l.written_at as "writtenAt", l.changed_at as "changedAt"`;

export type OwnRow = LogRow & {
  disputed: number;
  /** An administrator has read the text and does not show it. */
  refused: boolean;
  /** It says what it said of somebody who was taken out of it, and has left since (D9.5). */
  lost: boolean;
};

const ownColumns = sql`${logColumns}, (
  select count(*)::int from contact_log_mark d where d.log_id = l.id and d.state = 'disputed'
) as disputed, l.text_state = 'hidden' and l.text_id is not null and not l.hid_text as refused,
  l.changed_at is not null and line_lost(l.id) as lost`;

/** The logs of which a figure is made. */
const FIGURES: Record<LogFigure, RawBuilder<boolean>> = {
  counting: sql`l.standing > 0`,
  late: sql`l.standing > 0 and l.late`,
  activities: sql`l.standing > 0 and l.activity`,
  met: sql`l.met > 0`,
  unproved: sql`l.way = 'faceToFace' and l.standing > l.met`,
  disputed: sql`exists (select from contact_log_mark d where d.log_id = l.id and d.state = 'disputed')`,
};

export interface LogFilter {
  contactId?: string;
  only?: LogFigure;
  from: string | null;
  until: string | null;
  after: { day: string; id: string } | null;
}

const within = (table: RawBuilder<unknown>, id: RawBuilder<unknown>, { from, until, only, after }: LogFilter) => sql`
  ${only ? FIGURES[only] : sql`true`} and   (${from}::date is null or ${table}.day >= ${from}::date) and (${until}::date is null or ${table}.day <= ${until}::date)
  and (${after?.day ?? null}::date is null or (${table}.day, ${id}) < (${after?.day ?? null}::date, ${after?.id ?? null}::uuid))`;

/** A cadre's own logs, the latest day first: all of them, or those of one contact. */
export async function ownLogs(tx: Tx, cadreId: string, filter: LogFilter, limit: number): Promise<OwnRow[]> {
  const { contactId } = filter;
  const query = contactId
    ? sql<OwnRow>`
        select ${ownColumns} from contact_log_mark m join contact_log l on l.id = m.log_id
        where m.contact_id = ${contactId} and m.cadre_id = ${cadreId} and ${within(sql`m`, sql`m.log_id`, filter)}
        order by m.day desc, m.log_id desc limit ${limit}`
    : sql<OwnRow>`
        select ${ownColumns} from contact_log l
        where l.cadre_id = ${cadreId} and l.deleted_at is null and ${within(sql`l`, sql`l.id`, filter)}
        order by l.day desc, l.id desc limit ${limit}`;
  return (await query.execute(tx)).rows;
}

export async function ownLog(tx: Tx, cadreId: string, logId: string): Promise<OwnRow | null> {
  const { rows } = await sql<OwnRow>`
    select ${ownColumns} from contact_log l
    where l.id = ${logId} and l.cadre_id = ${cadreId} and l.deleted_at is null`.execute(tx);
  return rows[0] ?? null;
}

/** The youths of these logs whom the cadre holds still and may see, by name. */
export const peopleOf = (tx: Tx, holder: Holder, logIds: string[]) =>
  heldYouth(tx, holder)
    .innerJoin('contact_log_mark as m', 'm.contact_id', 'c.id')
    .leftJoin('log_dispute as d', 'd.id', 'm.dispute_id')
    .select(['m.log_id as logId', 'm.counts', 'd.answer'])
    .select(sql<TextState | null>`d.answer_state`.as('answerState'))
    .select([sql<MarkState>`m.state`.as('state'), sql<Proof | null>`m.proof`.as('proof')])
    .where('m.log_id', '=', sql<string>`any(${logIds}::uuid[])`)
    .orderBy('p.search')
    .orderBy('c.id')
    .execute();

/** What a log said before; its text while everybody whom it named is held and seen still. */
export const versionsOf = async (tx: Tx, holder: Holder, logId: string) => {
  const { rows } = await sql<{
    until: Date;
    task: LogTask;
    way: LogWay;
    activity: boolean;
    day: string;
    text: string | null;
    youths: number;
  }>`
    select v.until_at as until, v.task, v.way, v.activity, v.day, cardinality(v.contact_ids) as youths,
      case when v.text_state <> 'hidden' and cardinality(v.contact_ids) = (
        select count(*) from (${heldYouth(tx, holder)}) h where h."contactId" = any(v.contact_ids)
      ) then v.text end as text
    from contact_log_version v where v.log_id = ${logId} order by v.id desc`.execute(tx);
  return rows;
};

/** The log that a cadre wrote last; null when none. */
export async function lastLog(tx: Tx, cadreId: string) {
  const { rows } = await sql<Pick<LogRow, 'id' | 'task' | 'way'>>`
    select id, task, way from contact_log where cadre_id = ${cadreId} and deleted_at is null
    order by id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** Those of the last logs whom the cadre still holds, the latest first. */
export const recentPeople = (tx: Tx, holder: Holder, logs: number, people: number) =>
  tx
    .with('held', () => heldYouth(tx, holder))
    .with('last', (db) =>
      db
        .selectFrom('contact_log')
        .select('id')
        .where('cadre_id', '=', holder.cadreId)
        .where('deleted_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(logs),
    )
    .selectFrom('held as h')
    .innerJoin('contact_log_mark as m', 'm.contact_id', 'h.contactId')
    .innerJoin('last as l', 'l.id', 'm.log_id')
    .select(['h.contactId', 'h.youthId', 'h.name', 'h.birthMonth'])
    .select((eb) => [eb.fn.max('m.day').as('lastOn'), sql<string>`max(m.log_id::text)`.as('lastLog')])
    .where('m.state', '!=', 'struck')
    .groupBy(['h.contactId', 'h.youthId', 'h.name', 'h.birthMonth'])
    .orderBy('lastLog', 'desc')
    .orderBy('h.contactId')
    .limit(people)
    .execute();

export const holds = async (tx: Tx, holder: Holder, contactId: string): Promise<boolean> =>
  (await heldYouth(tx, holder).where('c.id', '=', contactId).executeTakeFirst()) !== undefined;
