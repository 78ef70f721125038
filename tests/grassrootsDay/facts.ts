import { policy } from '../../config/policy';
import { frameOf, weekOf, type WeekFacts } from '../../cloudfunctions/api/grassrootsDay/rules/week';
import type { WorkYear } from '../../cloudfunctions/api/kernel/calendar';

/** As in the published calendar. */
export const YEARS: WorkYear[] = [
  {
    year: 2026,
    off: [
      ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
      ...['2026-02-23', '2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19', '2026-09-25'],
      ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

export const POST = 'post';
export const ALWAYS = [{ postId: POST, from: '2024-01-01', until: '2030-12-31' }];

export const facts = (wish: Partial<WeekFacts> = {}): WeekFacts => ({
  asked: ALWAYS,
  confirmed: [],
  waiting: [],
  leave: [],
  postings: [],
  ...wish,
});

interface Judging {
  today?: string;
  years?: WorkYear[];
  daysAWeek?: number;
}

/** The week of a Monday, when it is long over where no other day is given. */
export const judged = (
  monday: string,
  wish: Partial<WeekFacts> = {},
  { today = '2029-12-31', years = YEARS, daysAWeek = 1 }: Judging = {},
) => weekOf(frameOf(monday, years), facts(wish), today, { ...policy.grassrootsDay, daysAWeek: daysAWeek as 1 });
