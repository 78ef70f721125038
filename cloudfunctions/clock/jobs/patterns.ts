import { policy } from '../../../config/policy';
import { dayOf, daysAfter } from '../../api/kernel/calendar';
import type { Job, Result } from '../job';
import { type Looking, note, patternsOn } from '../patternsOf';

/** D4.2 Once a day, the days are looked at of which nothing more arrives: what looks odd in their check-ins is noted, to be asked about. */
export const patterns: Job = { name: 'patterns', periodOf: dayOf, run: lookAtDay };

export async function lookAtDay({ db, now }: { db: Looking; now: Date }): Promise<Result> {
  const today = dayOf(now);
  const { lookedAtAfterDays, lookedAtAgainDays } = policy.grassrootsDay.patterns;
  const counts = { noted: 0 };
  for (let ago = lookedAtAfterDays + lookedAtAgainDays; ago >= lookedAtAfterDays; ago--) {
    const day = daysAfter(today, -ago);
    for (const pattern of await patternsOn(db, day)) if (await note(db, day, pattern, now, today)) counts.noted++;
  }
  return { finished: true, counts };
}
