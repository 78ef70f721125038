import { sql } from 'kysely';
import { policy, type Policy } from '../../config/policy';
import { adultBornBy, dayOf, daysAfter, hourOf, isMonday, quarterOf } from '../api/kernel/calendar';
import type { Database } from '../api/kernel/db';

/** What a cadre is reminded of on a day; of a dispute always. */
export interface Reminder {
  day: string;
  /** Youths of whom the last log is older than this; null on other days. */
  quietBefore: string | null;
  /** The quarter of which the activity is missing; null on other days. */
  quarter: string | null;
}

/**
 * D2.3, D2.5 What is told on a morning, since one message is one permit: of a dispute every day, of quiet youths on
 * Mondays, of the missing activity on the Mondays of a quarter's last weeks. Null when it is no morning.
 */
export function remindsOf(now: Date, { remind, contactLog }: Policy): Reminder | null {
  const hour = hourOf(now);
  if (hour < remind.fromHour || hour >= remind.untilHour) return null;
  const day = dayOf(now);
  const { from, until } = quarterOf(day);
  const weekly = isMonday(day);
  return {
    day,
    quietBefore: weekly ? daysAfter(day, -contactLog.quietAfterDays) : null,
    quarter: weekly && daysAfter(day, remind.activityLastDays) > until ? from : null,
  };
}

interface Reminded {
  /** From whom the next batch goes on; null when nobody is left. */
  last: string | null;
  queued: number;
}

/** Queues the messages of a batch of cadres, in a transaction of its own. */
export async function remindBatch(
  { kysely }: Database,
  appId: string,
  { day, quietBefore, quarter }: Reminder,
  after: string | null,
  size: number = policy.remind.batch,
): Promise<Reminded> {
  const { contactLog, age } = policy;
  const { rows } = await sql<{ done: string[] }>`
    select remind_cadres(${appId}, 'todo', ${day}, ${quietBefore}, ${quarter}, ${contactLog.activitiesPerQuarter},
      ${adultBornBy(day, age)}, ${after}, ${size}) as done`.execute(kysely);
  const [last = null, queued = 0] = rows[0]?.done ?? [];
  return { last, queued: Number(queued) };
}
