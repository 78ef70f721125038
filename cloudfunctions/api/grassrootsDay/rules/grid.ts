import type { DayPolicy } from '../../../../config/policy';
import { WEEK_LETTERS } from '../../../../types/words';
import { isEligible, ownerOf, weekOf, type JudgedWeek, type WeekFacts, type WeekFrame } from './week';

/** D10.4 The weeks that belong to a post, one a frame; null where a week does not. */
export const weeksOfPost = (
  postId: string,
  frames: readonly WeekFrame[],
  facts: WeekFacts,
  today: string,
  policy: DayPolicy,
): (JudgedWeek | null)[] =>
  frames.map((frame) => (ownerOf(frame, facts.asked) === postId ? weekOf(frame, facts, today, policy) : null));

/** A post's line of the grid: a letter a week, and what it sums up to. */
export function lineOf(weeks: readonly (JudgedWeek | null)[], today: string) {
  const own = weeks.flatMap((week) => week ?? []);
  return {
    weeks: weeks.map((week) => (week ? WEEK_LETTERS[week.state] : ' ')).join(''),
    days: own.reduce((sum, { confirmed }) => sum + confirmed.length, 0),
    met: own.filter(({ state }) => state === 'met').length,
    eligible: own.filter((week) => isEligible(week, today)).length,
  };
}

/** C33 Sums and the share of them; null where no week counts, which is neither 0 nor everything. */
export function sharesOf(lines: readonly { met: number; eligible: number }[]) {
  const met = lines.reduce((sum, line) => sum + line.met, 0);
  const eligible = lines.reduce((sum, line) => sum + line.eligible, 0);
  return { cadres: lines.length, eligible, met, share: eligible === 0 ? null : met / eligible };
}

/** D8.3 Of all of them, and of the leadership apart from the others. */
export const sumsOf = (lines: readonly { leadership: boolean; met: number; eligible: number }[]) => ({
  all: sharesOf(lines),
  leaders: sharesOf(lines.filter(({ leadership }) => leadership)),
  others: sharesOf(lines.filter(({ leadership }) => !leadership)),
});
