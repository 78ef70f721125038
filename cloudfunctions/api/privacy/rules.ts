import type { Verdict } from '../../../types/refusals';
import type { RequestState } from '../../../types/words';
import { daysAfter } from '../kernel/calendar';

interface Dated {
  version: number;
  /** The first day on which it is in force. */
  from: string;
}

/** D9.1 The notice in force on a day: the newest that has begun. */
export function noticeInForce<N extends Dated>(notices: readonly N[], day: string): N {
  const [newest] = notices.filter((notice) => notice.from <= day).sort((a, b) => b.version - a.version);
  if (!newest) throw new Error('no notice is in force');
  return newest;
}

type Asking = Dated & { asksAgain: boolean };

/** D9.1 The version to which one must have agreed on a day, or to a later one: the newest begun that asks again. */
export const noticeWanted = (notices: readonly Asking[], day: string): number =>
  Math.max(0, ...notices.filter((notice) => notice.asksAgain && notice.from <= day).map(({ version }) => version));

/** D9.1 The version that still wants a tap; null when nothing is due. */
export function noticeDue(agreed: readonly number[], notices: readonly Asking[], day: string): number | null {
  const wanted = noticeWanted(notices, day);
  return agreed.some((version) => version >= wanted) ? null : wanted;
}

/**
 * D9.4 The last day on which a request may be answered: the policy's days, and never more than its working days. While
 * the calendar of working days is missing the ceiling is counted in calendar days, which never come later.
 */
export const dueOn = (
  askedOn: string,
  { answerDays, answerWorkingDaysAtMost }: { answerDays: number; answerWorkingDaysAtMost: number },
): string => daysAfter(askedOn, Math.min(answerDays, answerWorkingDaysAtMost));

/** D9.4 Overdue from the day after the last day on. */
export const isOverdue = (due: string, today: string): boolean => today > due;

interface AskedFacts {
  answered: boolean;
  dropped: boolean;
  /** Of a correction; null of a concern. */
  approved: boolean | null;
}

/** D9.4 What has become of a request. */
export function stateOf({ answered, dropped, approved }: AskedFacts): RequestState {
  if (dropped) return 'dropped';
  if (!answered) return 'open';
  if (approved === null) return 'answered';
  return approved ? 'approved' : 'refused';
}

/** D9.4 Whether a correction may be asked for: null when yes. One of a kind waits at a time, and it must change something. */
export function askVerdict(facts: { was: string; wish: string; openUntil: string | null }): Verdict | null {
  if (facts.openUntil) return { refuse: 'CORRECTION_OPEN', dueOn: facts.openUntil };
  return facts.was === facts.wish ? { refuse: 'CORRECTION_SAME' } : null;
}

/** D9.9, C3 Whether a concern may be reported: null when yes. `endedOn` is null of a contact that goes on; `today` counts those of the day. */
export function concernVerdict(
  facts: { endedOn: string | null; reportedToday: number },
  today: string,
  { perDay, daysAfterContact }: { perDay: number; daysAfterContact: number },
): Verdict | null {
  if (facts.endedOn && today > daysAfter(facts.endedOn, daysAfterContact))
    return { refuse: 'CONCERN_TOO_LATE', days: daysAfterContact };
  return facts.reportedToday >= perDay ? { refuse: 'CONCERNS_TODAY', perDay } : null;
}
