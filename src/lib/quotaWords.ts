import type { DueStanding } from '../../types/shared';
import { wholeDay } from './day';

/** C2 Until the day on which a quota is due nothing is short; null once it is, or when all are there. */
export const notYetDue = ({ missing, dueOn }: DueStanding): string | null =>
  missing > 0 && dueOn ? `${wholeDay(dueOn)}之前慢慢来` : null;

/** D2.1 How far one is, as a sentence. */
export const standingWords = (standing: DueStanding): string => {
  const { counted, quota, missing } = standing;
  if (missing === 0) return `${quota} 位已经联系上`;
  return notYetDue(standing) ? `已经联系 ${counted} 位` : `还差 ${missing} 位`;
};

/** D2.1 The same as a state; D10.4 before the first post nothing was asked. */
export const quotaState = (standing: DueStanding): string => {
  const { quota, missing } = standing;
  if (quota === 0) return '那时还没有职务';
  if (missing === 0) return '已做到';
  return notYetDue(standing) ?? `还差 ${missing} 位`;
};
