import { sql } from 'kysely';
import { daysAfter } from './calendar';
import type { Tx } from './db';

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
export function workingDays(
  { from, until }: { from: string; until: string },
  years: readonly WorkYear[],
): string[] | null {
  const days: string[] = [];
  for (let day = from; day <= until; day = daysAfter(day, 1)) {
    const working = isWorkingDay(day, years);
    if (working === null) return null;
    if (working) days.push(day);
  }
  return days;
}

/** What is known of the years of a span. */
export async function workYears(tx: Tx, { from, until }: { from: string; until: string }): Promise<WorkYear[]> {
  const { rows } = await sql<WorkYear>`
    select year, off::text[] as off, worked::text[] as worked from work_year
    where year between ${Number(from.slice(0, 4))}::int and ${Number(until.slice(0, 4))}::int`.execute(tx);
  return rows;
}
