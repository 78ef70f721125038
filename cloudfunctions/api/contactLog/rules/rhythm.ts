import type { LogPolicy } from '../../../../config/policy';
import { daysAfter, workingDays, type Span, type WorkYear } from '../../kernel/calendar';

const DAY_MS = 86_400_000;

/** D10.1 The calendar year of a day. */
export const yearOf = (day: string): Span => ({ from: `${day.slice(0, 4)}-01-01`, until: `${day.slice(0, 4)}-12-31` });

/** The last day of a quarter that is over; of one that is not, today. */
export const lastDaySoFar = ({ until }: Span, today: string): string => (today < until ? today : until);

/** D2.3 A quarter's calendar days so far: today is one of them; of a quarter that is over, all; of one to come, none. */
export const daysSoFar = (quarter: Span, today: string): number =>
  Math.max(0, (Date.parse(lastDaySoFar(quarter, today)) - Date.parse(quarter.from)) / DAY_MS + 1);

/** A day and how many logs that count it has. */
export interface VoiceDay {
  day: string;
  onTime: number;
  late: number;
}

/** D2.3 A day weighs as the heaviest of its logs: 1, or ½ when there are late ones only; 0 without any. */
export function dayWeight({ onTime, late }: Pick<VoiceDay, 'onTime' | 'late'>, { lateWeight }: LogPolicy): number {
  if (onTime > 0) return 1;
  return late > 0 ? lateWeight : 0;
}

/**
 * D2.3, C1 The daily voice of a cadre over a quarter's days so far, whatever the posts: a day of two posts is one day.
 * `share` is null for a quarter without a day yet. Two days on time and one late of ten: 2.5 of 10.
 */
export function voiceOf(days: VoiceDay[], quarter: Span, today: string, policy: LogPolicy) {
  const byDay = new Map<string, { onTime: number; late: number }>();
  for (const { day, onTime, late } of days) {
    const before = byDay.get(day) ?? { onTime: 0, late: 0 };
    byDay.set(day, { onTime: before.onTime + onTime, late: before.late + late });
  }
  const weights = [...byDay.values()].map((day) => dayWeight(day, policy));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const of = daysSoFar(quarter, today);
  return { weight, days: weights.filter((one) => one > 0).length, of, share: shareOf(weight, of) };
}

/** A share of a whole; null where there is no whole, which is neither 0 nor everything (C33). */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** D2.5 How many of a quarter's days have no voice on time yet and can still get one today. */
export function openDays(days: VoiceDay[], { from, until }: Span, today: string, { lateAfterDays }: LogPolicy): number {
  const spoken = new Set(days.filter(({ onTime }) => onTime > 0).map(({ day }) => day));
  return Array.from({ length: lateAfterDays + 1 }, (_, back) => daysAfter(today, -back)).filter(
    (day) => day >= from && day <= until && !spoken.has(day),
  ).length;
}

/**
 * D2.8 On how many days somebody was met or a day at the grass roots counted (D4.2), each day once, and on how many of a
 * span's working days (shown, not demanded): null while the calendar of a year in it is not known (D10.3).
 */
export function amongYouthsOf(
  { met, grassroots }: { met: readonly string[]; grassroots: readonly string[] },
  span: Span,
  years: readonly WorkYear[],
) {
  const days = [...new Set([...met, ...grassroots])];
  const working = workingDays(span, years);
  return {
    days: days.length,
    onWorkingDays: working && days.filter((day) => working.includes(day)).length,
    workingDays: working && working.length,
  };
}
