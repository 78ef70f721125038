const dayLength = 86_400_000;

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const partsOf = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
};

/** Days that lie between two calendar days, `2026-11-18` and `2026-11-26`: 8. */
export const daysBetween = (from: string, until: string): number => Math.round((utc(until) - utc(from)) / dayLength);

/** The calendar day so many days later, or before. */
export const daysAfter = (day: string, days: number): string =>
  new Date(utc(day) + days * dayLength).toISOString().slice(0, 10);

/** `11月26日 周四` */
export const dayWithWeekday = (day: string): string =>
  `${monthAndDay(day)} 周${'日一二三四五六'[new Date(utc(day)).getUTCDay()]}`;

export const monthAndDay = (day: string): string => {
  const { month, date } = partsOf(day);
  return `${month}月${date}日`;
};

export const wholeDay = (day: string): string => `${partsOf(day).year}年${monthAndDay(day)}`;

/** The days of the week that a day is in, Monday first (D4.3). */
export const weekOf = (day: string): string[] => {
  const monday = daysAfter(day, -((new Date(utc(day)).getUTCDay() + 6) % 7));
  return Array.from({ length: 7 }, (_, place) => daysAfter(monday, place));
};

/** From when on: `10月10日起`, with its year when it is another one. */
export const sinceWords = (day: string, today: string): string =>
  `${partsOf(day).year === partsOf(today).year ? monthAndDay(day) : wholeDay(day)}起`;

/** How long ago a day was: 今天, 昨天, 8 天前; from 60 days on the day itself, with its year when it is another one. */
export const ago = (day: string, today: string): string => {
  const days = daysBetween(day, today);
  if (days <= 0) return '今天';
  if (days === 1) return '昨天';
  if (days < 60) return `${days} 天前`;
  return partsOf(day).year === partsOf(today).year ? monthAndDay(day) : wholeDay(day);
};

/** The time of day in Asia/Shanghai, `09:38`. */
export const timeOf = (milliseconds: number): string =>
  new Date(milliseconds + 8 * 3_600_000).toISOString().slice(11, 16);

/** The calendar day in Asia/Shanghai of an instant (D10.1). */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

const dayAt = (milliseconds: number): string => dayOf(new Date(milliseconds).toISOString());

/** A day that the server called today, and when, by the phone's clock, it said so. */
interface NamedDay {
  day: string;
  at: number;
}

/** How long an answer may have been on its way over midnight. */
const onItsWayMs = 60_000;

/**
 * D10.2 Which day it is: the one that the server named, and as many days more as the phone has seen begin since. The
 * phone's own day counts only where the server never named one; a clock that was put back makes no day earlier.
 */
export const todayBy = ({ day, at }: NamedDay, phoneDay: string): string => {
  const namedAt = dayAt(at) === day ? at : at - onItsWayMs;
  return daysAfter(day, Math.max(0, daysBetween(dayAt(namedAt), phoneDay)));
};
