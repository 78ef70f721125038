import type { AgePolicy } from '../../../config/policy';

/** Days are strings, `2026-11-26`, of Asia/Shanghai: one zone, eight hours ahead, without summer time since 1991. */
const SHANGHAI_AHEAD_MS = 8 * 3_600_000;

/** D10.1 The day in Asia/Shanghai, whatever the machine's zone. */
export const dayOf = (instant: Date): string =>
  new Date(instant.getTime() + SHANGHAI_AHEAD_MS).toISOString().slice(0, 10);

/** D10.1 The hour of the day in Asia/Shanghai. */
export const hourOf = (instant: Date): number => new Date(instant.getTime() + SHANGHAI_AHEAD_MS).getUTCHours();

/** From 1, which is Monday, to 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** D10.1 The instant at which a day begins. */
export const startOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_AHEAD_MS);

const monthsOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Calendar months from the month of one day to the month of another. */
export const monthsBetween = (from: string, to: string): number => monthsOf(to) - monthsOf(from);

/** The first day of the month that is `months` after the month of `day`. */
export function firstOfMonthAfter(day: string, months: number): string {
  const month = monthsOf(day) + months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The day that is so many days after another; before it, when negative. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A span of days, both ends in it. */
export interface Span {
  from: string;
  until: string;
}

/** D10.1 The quarter of a day. */
export function quarterOf(day: string): Span {
  const from = firstOfMonthAfter(day, -((Number(day.slice(5, 7)) - 1) % 3));
  return { from, until: daysAfter(firstOfMonthAfter(from, 3), -1) };
}

/** D9.3 The latest month of birth of somebody who is no minor on a day. */
export const adultBornBy = (day: string, age: AgePolicy): string => firstOfMonthAfter(day, -(age.adultFrom * 12 + 1));

/** D10.3 Of one published year: the weekdays that are off, and the week-end days that are worked. */
export interface WorkYear {
  year: number;
  off: readonly string[];
  worked: readonly string[];
}

const isWeekEnd = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** D10.3 Whether it is a working day; null in a year that is not known. */
export function isWorkingDay(day: string, years: readonly WorkYear[]): boolean | null {
  const known = years.find(({ year }) => year === Number(day.slice(0, 4)));
  if (!known) return null;
  return isWeekEnd(day) ? known.worked.includes(day) : !known.off.includes(day);
}

/** D10.3 The working days of a span, both ends in it; null when a year of it is not known. */
export function workingDays({ from, until }: Span, years: readonly WorkYear[]): string[] | null {
  const days: string[] = [];
  for (let day = from; day <= until; day = daysAfter(day, 1)) {
    const working = isWorkingDay(day, years);
    if (working === null) return null;
    if (working) days.push(day);
  }
  return days;
}
