import type { DayPolicy } from '../../../../config/policy';
import type { Service, WeekState } from '../../../../types/words';
import { daysAfter, quarterOf, workingDays, type Span, type WorkYear } from '../../kernel/calendar';

const WEEK_MS = 7 * 86_400_000;

/** A Monday at midnight UTC, from which weeks are counted. */
const A_MONDAY = Date.parse('2001-01-01T00:00:00Z');

/** D10.1 The Monday of the week that a day belongs to, whatever the machine's zone. */
export function mondayOf(day: string): string {
  const weeks = Math.floor((Date.parse(`${day}T00:00:00Z`) - A_MONDAY) / WEEK_MS);
  return daysAfter('2001-01-01', weeks * 7);
}

export const sundayOf = (monday: string): string => daysAfter(monday, 6);
const thursdayOf = (monday: string): string => daysAfter(monday, 3);

/** D10.1 The first day of the quarter of a week: that of its Thursday. */
export const quarterOfWeek = (monday: string): string => quarterOf(thursdayOf(monday)).from;

/** D10.1 The year of the week that a day belongs to: that of its Thursday, as its quarter. */
export const weekYearOf = (day: string): number => Number(thursdayOf(mondayOf(day)).slice(0, 4));

/** D10.1 The Mondays of a year's weeks, 52 or 53, in order. */
export function mondaysOf(year: number): string[] {
  const mondays: string[] = [];
  // 4 January is always in a year's first week.
  for (let monday = mondayOf(`${year}-01-04`); weekYearOf(monday) === year; monday = daysAfter(monday, 7))
    mondays.push(monday);
  return mondays;
}

/** A week, and its working days; null while the calendar of one of its years is missing (D10.3). */
export interface WeekFrame {
  monday: string;
  sunday: string;
  quarter: string;
  working: readonly string[] | null;
}

export function frameOf(monday: string, years: readonly WorkYear[]): WeekFrame {
  const sunday = sundayOf(monday);
  return {
    monday,
    sunday,
    quarter: quarterOfWeek(monday),
    working: workingDays({ from: monday, until: sunday }, years),
  };
}

/** D4.1 Whether a day a week is asked of a post: of the full-time and seconded cadres of leading organs. */
export const isAsked = (
  { service, leadingOrgan }: { service: Service; leadingOrgan: boolean },
  policy: DayPolicy,
): boolean => leadingOrgan && policy.services.some((one) => one === service);

/** A span in which a day a week is asked of a post. */
export interface AskedSpan extends Span {
  postId: string;
}

/** D4.2, D4.3 What a cadre's weeks are judged by, whatever the post. */
export interface WeekFacts {
  /** D4.1, D10.4 When a day a week is asked. */
  asked: readonly AskedSpan[];
  /** Days with a check-in that counts. */
  confirmed: readonly string[];
  /** Days whose check-ins wait for somebody's word; one that counts as well is no such day. */
  waiting: readonly string[];
  /** C17 Approved leave. */
  leave: readonly Span[];
  /** D3, C24 Postings. */
  postings: readonly Span[];
}

export interface JudgedWeek {
  monday: string;
  quarter: string;
  state: WeekState;
  confirmed: string[];
  waiting: string[];
  working: string[] | null;
  onLeave: number;
  posted: number;
  outside: number;
  wanted: number;
}

const isIn = (day: string, spans: readonly Span[]): boolean =>
  spans.some(({ from, until }) => from <= day && day <= until);

const inWeek = ({ monday, sunday }: WeekFrame, days: readonly string[]): string[] =>
  [...new Set(days.filter((day) => monday <= day && day <= sunday))].sort();

const touches = ({ monday, sunday }: WeekFrame, { from, until }: Span): boolean => from <= sunday && monday <= until;

/**
 * D4.1, D10.4 To which post a week belongs, where a day is asked of several in it: the one held last. It is asked for once,
 * whatever changes in it. Null for a week in which none is asked.
 */
export function ownerOf(frame: WeekFrame, asked: readonly AskedSpan[]): string | null {
  const [last] = asked.filter((span) => touches(frame, span)).sort((a, b) => (a.from < b.from ? 1 : -1));
  return last?.postId ?? null;
}

/** Each working day is one of these, and none twice. */
function sorted(working: readonly string[], { asked, postings, leave }: WeekFacts) {
  const days = { left: [] as string[], onLeave: 0, posted: 0, outside: 0 };
  for (const day of working) {
    if (!isIn(day, asked)) days.outside += 1;
    else if (isIn(day, postings)) days.posted += 1;
    else if (isIn(day, leave)) days.onLeave += 1;
    else days.left.push(day);
  }
  return days;
}

/**
 * D4.3 How a week stands; null where no day of it is asked for (D4.1). A week in which a post begins or ends is asked for
 * by its working days within it, as by those outside leave; a day counts on whichever post it was. What is met is met,
 * whatever leave and calendar say later (D10.3), so that neither takes anything away. Where fewer working days are left
 * than the policy asks for, so many are enough; where none is, the week is exempt.
 */
export function weekOf(frame: WeekFrame, facts: WeekFacts, today: string, { daysAWeek }: DayPolicy): JudgedWeek | null {
  if (!facts.asked.some((span) => touches(frame, span))) return null;
  const { monday, sunday, quarter, working } = frame;
  const confirmed = inWeek(frame, facts.confirmed);
  const waiting = inWeek(frame, facts.waiting).filter((day) => !confirmed.includes(day));
  const { left, ...counts } = sorted(working ?? [], facts);
  const wanted = working ? Math.min(daysAWeek, left.length) : daysAWeek;
  const stateNow = (): WeekState => {
    if (confirmed.length >= Math.max(1, wanted)) return 'met';
    if (!working) return 'calendarMissing';
    if (wanted === 0) return 'exempt';
    if (confirmed.length + waiting.length >= wanted) return 'unconfirmed';
    return today <= sunday ? 'owed' : 'notMet';
  };
  return { monday, quarter, state: stateNow(), confirmed, waiting, working: working && left, ...counts, wanted };
}

/**
 * D8.2, C33 Whether a week is in the whole of a share: one that is over and asked for a day, and one that runs still as soon
 * as it is met. Exempt weeks are not, nor those that nobody can judge yet (D10.3).
 */
export const isEligible = ({ state, monday }: Pick<JudgedWeek, 'state' | 'monday'>, today: string): boolean =>
  state === 'met' || state === 'notMet' || (state === 'unconfirmed' && sundayOf(monday) < today);
