import type { Week } from '../../types/grassrootsDay';
import { WEEK_STATES, type WeekState } from '../../types/words';
import { sumOf, sumWords } from '../../src/days/shares';
import { lengthOf, spanWords } from '../../src/days/leaveSpan';
import {
  daySpans,
  stateWords,
  stillWanted,
  thisWeekWords,
  weekNumber,
  weekSentence,
  weekSpan,
  weekTitle,
} from '../../src/days/weekWords';
import { isEligible, mondaysOf } from '../../cloudfunctions/api/grassrootsDay/rules/week';
import { judged } from './facts';

const PLAIN = '2026-03-09';
const NATIONAL = '2026-10-05';
const SPRING = '2026-02-16';
const span = (from: string, until = from) => ({ from, until });

const said = (...args: Parameters<typeof judged>): string => {
  const week = judged(...args);
  if (!week) throw new Error('no such week');
  return weekSentence(week);
};

describe('D4.3 a week explains itself', () => {
  it('C16 with its working days, where they are not the usual ones', () => {
    expect(said(NATIONAL, { confirmed: ['2026-10-10'] })).toBe(
      '这周要算的工作日有 3 天：10月8日、9日和调休的 10日。10月10日到过基层，这周做到了。',
    );
    expect(said(PLAIN, { confirmed: ['2026-03-10'] })).toBe('3月10日到过基层，这周做到了。');
  });

  it.each<[string, Parameters<typeof judged>, string]>([
    ['met by two days', [PLAIN, { confirmed: ['2026-03-10', '2026-03-12'] }], '3月10日和 12日到过基层，这周做到了。'],
    ['waiting', [PLAIN, { waiting: ['2026-03-10'] }], '3月10日等站点联系人或管理员确认，确认之后这周就做到了。'],
    ['owed', [PLAIN, {}, { today: '2026-03-12' }], '到星期天还差 1 天到基层。'],
    [
      'owed, with one day of three and one that waits',
      [PLAIN, { confirmed: ['2026-03-09'], waiting: ['2026-03-10'] }, { today: '2026-03-12', daysAWeek: 3 }],
      '3月9日到过基层，3月10日等站点联系人或管理员确认，到星期天还差 1 天到基层。',
    ],
    ['not met', [PLAIN], '这周没有到基层的记录。'],
    ['one of two', [PLAIN, { confirmed: ['2026-03-09'] }, { daysAWeek: 2 }], '3月9日到过基层，这周要 2 天。'],
    ['no working day', [SPRING], '这周没有工作日，不要求到基层。'],
    ['on leave', [PLAIN, { leave: [span(PLAIN, '2026-03-15')] }], '这周的工作日都在请假，不要求到基层。'],
    [
      'on leave and posted',
      [PLAIN, { leave: [span(PLAIN)], postings: [span('2026-03-10', '2026-06-30')] }],
      '这周的工作日都在请假和下沉，不要求到基层。',
    ],
    [
      'before the post',
      [PLAIN, { asked: [{ postId: 'p', from: '2026-03-14', until: '2027-01-01' }] }],
      '这周的工作日都在职务之外，不要求到基层。',
    ],
    [
      'some days away',
      [
        PLAIN,
        {
          asked: [{ postId: 'p', from: '2026-03-10', until: '2027-01-01' }],
          leave: [span('2026-03-10')],
          postings: [span('2026-03-11')],
        },
      ],
      '这周要算的工作日有 2 天：3月12日和 13日，另有 1 天请假、1 天下沉和 1 天不在这个职务上。这周没有到基层的记录。',
    ],
    [
      'D10.3 a year that is not published',
      ['2027-01-04'],
      '2027 年的工作日历还没有公布全，这周先不判断，公布后自动补算。',
    ],
    [
      'D10.3 a week that crosses into it, with a day that waits',
      ['2026-12-28', { waiting: ['2026-12-31'] }],
      '12月31日等站点联系人或管理员确认。2026、2027 年的工作日历还没有公布全，这周先不判断，公布后自动补算。',
    ],
    [
      'days of two months',
      ['2026-09-28', { confirmed: ['2026-09-30', '2026-10-01'] }],
      '这周要算的工作日有 3 天：9月28日、29日和 30日。9月30日和 10月1日到过基层，这周做到了。',
    ],
  ])('%s', (_, args, sentence) => {
    expect(said(...args)).toBe(sentence);
  });

  it('has a word for each state, and a title for this week', () => {
    expect(new Set(Object.values(stateWords)).size).toBe(WEEK_STATES.length);
    const week = (state: WeekState) => ({ ...(judged(PLAIN) as Week), state });
    const titles = WEEK_STATES.map((state) => thisWeekWords(week(state)));
    expect(titles).toEqual([
      '本周做到了',
      '本周等确认',
      '本周还差 1 天到基层',
      '本周没有做到',
      '本周不要求',
      '本周还不能判断',
    ]);
    expect(stillWanted({ wanted: 1, confirmed: [PLAIN, '2026-03-10'], waiting: [] })).toBe(0);
  });
});

describe('D10.1 which week it is', () => {
  it('the weeks of a year are numbered in order, also where one begins in the year before', () => {
    for (const year of [2024, 2025, 2026, 2027])
      expect(mondaysOf(year).map(weekNumber)).toEqual(mondaysOf(year).map((_, place) => place + 1));
    expect(weekTitle({ monday: NATIONAL, state: 'met' })).toBe('第 41 周，做到');
  });

  it('from when until when', () => {
    expect(weekSpan(NATIONAL)).toBe('10月5日至11日');
    expect(weekSpan('2026-09-28')).toBe('9月28日至10月4日');
  });
});

describe('C33 the sum of a year', () => {
  it('is the server’s: over and asked for, or met already', () => {
    const today = '2026-03-12';
    const weeks = ['2026-02-16', '2026-02-23', '2026-03-02', '2026-03-09'].flatMap((monday) =>
      WEEK_STATES.map((state) => ({ ...(judged(PLAIN) as Week), monday, state })),
    );
    expect(sumOf(weeks, today)).toEqual({ met: 4, of: weeks.filter((week) => isEligible(week, today)).length });
    expect(sumWords({ met: 43, of: 47 })).toBe('做到 43 / 47 周');
    expect(sumWords({ met: 0, of: 0 })).toBe('还没有');
  });
});

it('C17 the days of a leave in words', () => {
  expect(spanWords(span('2026-12-01'), '2026-11-26')).toBe('12月1日');
  expect(spanWords(span('2026-12-30', '2027-01-02'), '2026-11-26')).toBe('12月30日到2027年1月2日');
  expect(lengthOf(span('2026-12-30', '2027-01-02'))).toBe(4);
});

it.each([
  [['2026-01-01'], '1月1日'],
  [['2026-06-22', '2026-06-23'], '6月22日、23日'],
  [['2026-02-16', '2026-02-17', '2026-02-18', '2026-04-06'], '2月16日至18日、4月6日'],
  [['2026-09-30', '2026-10-01', '2026-10-02'], '9月30日至10月2日'],
  [['2026-09-30', '2026-10-01'], '9月30日、10月1日'],
  [[], ''],
])('D10.3 the days that a notice names, told together where they follow one another: %j', (days, words) => {
  expect(daySpans(days)).toBe(words);
});
