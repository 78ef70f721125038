import type { Help } from '../../../../types/words';
import { HELPS } from '../../../../types/words';

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
