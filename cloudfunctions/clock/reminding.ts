import { sql } from 'kysely';
import { policy, type Policy } from '../../config/policy';
import { adultBornBy, dayOf, daysAfter, hourOf, quarterOf, weekdayOf } from '../api/kernel/calendar';
import type { Database } from '../api/kernel/db';
import { owingPosts } from './owing';

/** What somebody is reminded of on a day; of a dispute, and of a day that somebody asks to be confirmed, always. */
export interface Reminder {
  day: string;
  /** Youths of whom the last log is older than this; null on other days. */
  quietBefore: string | null;
  /** The quarter of which the activity is missing; null on other days. */
  quarter: string | null;
  /** Whether the week may owe its day. */
  week: boolean;
  /** Whether of all days that wait to be confirmed. */
  days: boolean;
}

/**
 * D2.3, D2.5, D4 What is told on a morning, since one message is one permit: every day of a dispute and of a day that a
 * cadre asks to be confirmed; on Mondays of quiet youths, of other days that wait, and in a quarter's last weeks of the
 * missing activity; of the day that the week owes when the home begins to say it. Null when it is no morning.
 */
export function remindsOf(now: Date, { remind, contactLog, grassrootsDay }: Policy): Reminder | null {
  const hour = hourOf(now);
  if (hour < remind.fromHour || hour >= remind.untilHour) return null;
  const day = dayOf(now);
  const { from, until } = quarterOf(day);
  const weekday = weekdayOf(day);
  const weekly = weekday === 1;
  return {
    day,
    quietBefore: weekly ? daysAfter(day, -contactLog.quietAfterDays) : null,
    quarter: weekly && daysAfter(day, remind.activityLastDays) > until ? from : null,
    week: weekday === grassrootsDay.saidFrom,
    days: weekly,
  };
}

interface Reminded {
  /** From whom the next batch goes on; null when nobody is left. */
  last: string | null;
  queued: number;
}

/** Queues the messages of a batch of people, in a transaction of its own. */
export async function remindBatch(
  db: Database,
  appId: string,
  { day, quietBefore, quarter, week, days }: Reminder,
  after: string | null,
  size: number = policy.remind.batch,
): Promise<Reminded> {
  const { contactLog, age } = policy;
  const owing = week ? await owingPosts(db, day, { appId, after, size }) : [];
  const { rows } = await sql<{ done: string[] }>`
    select remind(${appId}, 'todo', ${day}, ${quietBefore}, ${quarter}, ${contactLog.activitiesPerQuarter},
      ${adultBornBy(day, age)}, ${owing}::uuid[], ${!days}, ${after}, ${size}) as done`.execute(db.kysely);
  const [last = null, queued = 0] = rows[0]?.done ?? [];
  return { last, queued: Number(queued) };
}
