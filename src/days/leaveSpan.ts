import { daysBetween, monthAndDay, wholeDay } from '@/lib/day';

interface Span {
  from: string;
  until: string;
}

const worded = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? monthAndDay(day) : wholeDay(day);

/** `12月1日`, `12月1日到2027年1月3日` */
export const spanWords = ({ from, until }: Span, today: string): string =>
  from === until ? worded(from, today) : `${worded(from, today)}到${worded(until, today)}`;

/** How many days it is, both ends in it. */
export const lengthOf = ({ from, until }: Span): number => daysBetween(from, until) + 1;
