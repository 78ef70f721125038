import { policy } from '../../../config/policy';
import { dayOf, daysAfter } from '../../api/kernel/calendar';
import type { Job, Result } from '../job';
import { type Looking, note, patternsOn } from '../patternsOf';

/** D4.2 Once a day, a day is looked at of which nothing more arrives: what looks odd in its check-ins is noted, to be asked about. */
export const patterns: Job = { name: 'patterns', periodOf: dayOf, run: lookAtDay };

export async function lookAtDay({ db, now }: { db: Looking; now: Date }): Promise<Result> {
  const today = dayOf(now);
  const day = daysAfter(today, -policy.grassrootsDay.patterns.lookedAtAfterDays);
  const counts = { noted: 0 };
  for (const pattern of await patternsOn(db, day)) if (await note(db, day, pattern, now, today)) counts.noted++;
  return { finished: true, counts };
}
