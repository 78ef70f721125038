import type { DayPolicy } from '../../../../config/policy';
import type { Verdict } from '../../../../types/refusals';
import { daysAfter, type Span } from '../../kernel/calendar';
import { dayVerdict } from '../../org/rules';

/** C17 Whether leave can be asked for these days: also for some that are over, and not for any length of time. */
export function leaveVerdict({ from, until }: Span, today: string, { leave }: DayPolicy): Verdict | null {
  const latest = daysAfter(today, leave.daysAhead);
  const longest = daysAfter(from, leave.longest - 1);
  return (
    dayVerdict(from, daysAfter(today, -leave.daysBack), latest) ??
    dayVerdict(until, from, longest < latest ? longest : latest)
  );
}
