import type { Help } from '../../../../types/words';
import { HELPS } from '../../../../types/words';
import { daysAfter } from '../../kernel/calendar';

interface QuotaFacts {
  quota: number;
  /** Of the post before; null where there was none. */
  before: number | null;
  /** The first day of the post of today. */
  since: string;
}

/**
 * D2.1, C2 When a quota that has grown with the class is due: so many days after the change, and until then nothing is
 * short. Null when it is due, or when there is nothing to wait for.
 */
export function quotaDueOn({ quota, before, since }: QuotaFacts, today: string, dueAfterDays: number): string | null {
  if (before === null || quota <= before) return null;
  const dueOn = daysAfter(since, dueAfterDays);
  return today < dueOn ? dueOn : null;
}

export interface Shortfall {
  what: Help;
  /** How many are missing, and of how many. */
  n: number;
  of: number;
}

/**
 * D2.3 What would help most next: a dispute first, since what is disputed counts for nothing; then whatever lacks the
 * greatest part of what it should be, the words' own order deciding between equals. Nothing that lacks nothing.
 */
export function helpsOf(shortfalls: readonly Shortfall[]): { what: Help; n: number }[] {
  const part = ({ what, n, of }: Shortfall): number => (what === 'dispute' ? Infinity : n / of);
  return shortfalls
    .filter(({ n, of }) => n > 0 && of > 0)
    .sort((a, b) => part(b) - part(a) || HELPS.indexOf(a.what) - HELPS.indexOf(b.what))
    .map(({ what, n }) => ({ what, n }));
}

/** D2.3 After which day without a log a contact is quiet: one of which the last log is older than that. */
export const quietBefore = (today: string, quietAfterDays: number): string => daysAfter(today, -quietAfterDays);
