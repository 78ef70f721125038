import { sql } from 'kysely';
import type { Span } from '../../kernel/calendar';
import type { Tx } from '../../kernel/db';
import { heldYouth, lastLogOf, quietSince, type Holder } from '../../kernel/holding';
import { timesContacted as times } from '../../kernel/spread';
import type { HeldFacts } from '../rules/breadth';
import type { VoiceDay } from '../rules/rhythm';

/** The days of a cadre's posts that have a log, whatever the post (C1). */
export async function voiceDays(tx: Tx, cadreId: string, { from, until }: Span): Promise<VoiceDay[]> {
  const { rows } = await sql<VoiceDay>`
    select v.day, sum(v.on_time)::int as "onTime", sum(v.late)::int as late
    from voice_day v join post p on p.id = v.post_id
    where p.person_id = ${cadreId} and v.day between ${from} and ${until} and v.on_time + v.late > 0
    group by v.day order by v.day`.execute(tx);
  return rows;
}

export async function flowsOf(tx: Tx, cadreId: string, quarter: string): Promise<{ logs: number; activities: number }> {
  const { rows } = await sql<{ logs: number; activities: number }>`
    select coalesce(sum(f.logs), 0)::int as logs, coalesce(sum(f.activities), 0)::int as activities
    from flow f join post p on p.id = f.post_id
    where p.person_id = ${cadreId} and f.quarter = ${quarter}`.execute(tx);
  return rows[0] ?? { logs: 0, activities: 0 };
}

/** A youth whom a cadre holds, and whether they met in a span of days: proved, or only said so. */
export type HeldRow = HeldFacts & { met: boolean; said: boolean };

export async function heldRows(tx: Tx, cadreId: string, today: string, { from, until }: Span): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select ${today} < c.counts_until as counts, held_in_post(c.youth_id) as "inPost", y.unit,
      youth_held_by(c.youth_id) as holders,
      exists (
        select from contact_log_mark m
        where m.cadre_id = c.cadre_id and m.youth_id = c.youth_id and m.day between ${from} and ${until}
          and m.proof is not null and m.counts and m.state in ('unanswered', 'confirmed')
      ) as met,
      exists (
        select from contact_log_mark m join contact_log l on l.id = m.log_id
        where m.contact_id = c.id and m.day between ${from} and ${until} and l.way = 'faceToFace' and m.proof is null
          and m.counts and m.state in ('unanswered', 'confirmed')
      ) as said
    from contact c join youth y on y.person_id = c.youth_id
    where c.cadre_id = ${cadreId} and c.ended_at is null`.execute(tx);
  return rows;
}

export async function timesContacted(tx: Tx, cadreId: string, span: Span): Promise<number[]> {
  const row = await tx.selectNoFrom(times(cadreId, span).as('times')).executeTakeFirstOrThrow();
  return row.times;
}

export interface Other {
  meetingDays: string[];
  grassrootsDays: string[];
  disputed: number;
  channels: number;
}

/** What else the quarter of a cadre is made of. */
export async function otherFacts(tx: Tx, cadreId: string, { from, until }: Span): Promise<Other> {
  const { rows } = await sql<Other>`
    select
      array(
        select distinct day::text from contact_log
        where cadre_id = ${cadreId} and deleted_at is null and day between ${from} and ${until} and way = 'faceToFace'
          and standing > 0
      ) as "meetingDays",
      array(
        select distinct day::text from counted_day where cadre_id = ${cadreId} and day between ${from} and ${until}
      ) as "grassrootsDays",
      (select count(*)::int from contact_log_mark where cadre_id = ${cadreId} and state = 'disputed') as disputed,
      (
        select count(*)::int from channel where person_id = ${cadreId} and kind in ('wechat', 'qq', 'weibo')
      ) as channels`.execute(tx);
  return rows[0] ?? { meetingDays: [], grassrootsDays: [], disputed: 0, channels: 0 };
}

/** The contacts of which the last log that counts is older than a day, the quietest first. */
export const quietContacts = async (tx: Tx, holder: Holder, before: string) => {
  const { rows } = await sql<{
    contactId: string;
    youthId: string;
    name: string;
    birthMonth: string;
    lastOn: string | null;
  }>`
    select h."contactId", h."youthId", h.name, h."birthMonth", h."lastOn" from (
      select held.*, ${lastLogOf(sql`held."contactId"`)} as "lastOn"
      from (${heldYouth(tx, holder)}) held
    ) h
    where ${quietSince(before, sql`h."lastOn"`, sql`h."startedAt"`)}
    order by h."lastOn" nulls first, h."startedAt", h."contactId"`.execute(tx);
  return rows;
};

interface Named {
  name: string;
  youthId: string;
  birthMonth: string;
}
export type DisputedMark = { logId: string; contactId: string; day: string } & (Named | Record<keyof Named, null>);

/** What waits for the cadre's answer, the earliest day first; the youth where one is held and seen still. */
export const disputedMarks = async (tx: Tx, holder: Holder, limit: number) => {
  const { rows } = await sql<DisputedMark>`
    select m.log_id as "logId", m.contact_id as "contactId", m.day, h.name, h."youthId", h."birthMonth"
    from contact_log_mark m left join (${heldYouth(tx, holder)}) h on h."contactId" = m.contact_id
    where m.cadre_id = ${holder.cadreId} and m.state = 'disputed'
    order by m.day, m.log_id limit ${limit}`.execute(tx);
  return rows;
};

/** C11 How many youths choose still whether the actor follows, and until when the first of them can; null when none. */
export async function choicesWaiting(tx: Tx): Promise<{ n: number; until: string } | null> {
  const { rows } = await sql<{ found: string[] }>`select choices_waiting() as found`.execute(tx);
  const [found] = rows[0]?.found ?? [];
  return found ? (JSON.parse(found) as { n: number; until: string }) : null;
}
