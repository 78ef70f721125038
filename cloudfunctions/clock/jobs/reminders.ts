import { policy } from '../../../config/policy';
import { dayOf } from '../../api/kernel/calendar';
import { offeredMessages } from '../../api/kernel/messages';
import type { Job, Result, Work } from '../job';
import { remindBatch, remindsOf } from '../reminding';
import type { ClockSettings } from '../settings';

const HOUR_MS = 3_600_000;

/** D2.5, D4 Tells people once a day at most that something waits for them. Its day begins in the morning: before that it is yesterday's. */
export const reminders = (settings: ClockSettings): Job => ({
  name: 'reminders',
  periodOf: (now) => dayOf(new Date(now.getTime() - policy.remind.fromHour * HOUR_MS)),
  run: (work) => remindAll(work, settings),
});

/** After the morning nothing is made up for: what waits is told the next day. */
export async function remindAll({ db, now, hasTime }: Work, settings: ClockSettings): Promise<Result> {
  const reminder = 'todo' in offeredMessages(settings) ? remindsOf(now, policy) : null;
  const counts = { queued: 0 };
  if (!reminder) return { finished: true, counts };
  for (let after: string | null = null; ;) {
    if (!hasTime()) return { finished: false, counts };
    const { last, queued } = await remindBatch(db, settings.APP_WX_APPID, reminder, after);
    counts.queued += queued;
    if (last === null) return { finished: true, counts };
    after = last;
  }
}
