import type { Week } from '../../types/grassrootsDay';
import { daysAfter } from '@/lib/day';

/** C33 How many weeks count, and how many of them are met: those that are over, and the one that runs once it is met. */
export const sumOf = (weeks: readonly Week[], today: string) => {
  const counts = ({ state, monday }: Week): boolean =>
    state === 'met' || state === 'notMet' || (state === 'unconfirmed' && daysAfter(monday, 6) < today);
  return { met: weeks.filter(({ state }) => state === 'met').length, of: weeks.filter(counts).length };
};

/** `做到 43 / 47 周`; nothing of nothing. */
export const sumWords = ({ met, of }: { met: number; of: number }): string =>
  of === 0 ? '还没有' : `做到 ${met} / ${of} 周`;
