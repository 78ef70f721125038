import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { policy } from '../../config/policy';
import { daysAfter, quarterOf } from '../../cloudfunctions/api/kernel/calendar';
import {
  isAsked,
  isEligible,
  mondayOf,
  mondaysOf,
  ownerOf,
  frameOf,
  quarterOfWeek,
  sundayOf,
  weekYearOf,
  type WeekFacts,
} from '../../cloudfunctions/api/grassrootsDay/rules/week';
import { lineOf, sharesOf, weeksOfPost } from '../../cloudfunctions/api/grassrootsDay/rules/grid';
import { leaveVerdict } from '../../cloudfunctions/api/grassrootsDay/rules/leave';
import { WEEK_STATES, type WeekState } from '../../types/words';
import { ALWAYS, facts, judged, POST, YEARS } from './facts';
import { allOfIt } from './zone';

const span = (from: string, until = from) => ({ from, until });
const stateOf = (...args: Parameters<typeof judged>): WeekState | undefined => judged(...args)?.state;

describe('D10.1 weeks from Monday to Sunday', () => {
  const anyDay = fc.integer({ min: -40_000, max: 60_000 }).map((days) => daysAfter('2000-01-01', days));

  it('every day is in one week, and the week in one quarter: that of its Thursday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = mondayOf(day);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(monday <= day && day <= sundayOf(monday)).toBe(true);
        expect(mondayOf(sundayOf(monday))).toBe(monday);
        expect(mondayOf(daysAfter(sundayOf(monday), 1))).toBe(daysAfter(monday, 7));
        expect(quarterOfWeek(monday)).toBe(quarterOf(daysAfter(monday, 3)).from);
        expect(mondaysOf(weekYearOf(day)).filter((one) => one === monday)).toHaveLength(1);
      }),
    );
  });

  it('the weeks of all years follow one another without a gap', () => {
    const all = Array.from({ length: 30 }, (_, place) => mondaysOf(2015 + place)).flat();
    all.slice(1).forEach((monday, place) => expect(monday).toBe(daysAfter(all[place] ?? '', 7)));
    expect(mondaysOf(2026)).toHaveLength(53);
    expect(mondaysOf(2025)).toHaveLength(52);
  });

  it('C16 a week that crosses a year is of the year and quarter of its Thursday', () => {
    expect(mondayOf('2026-01-01')).toBe('2025-12-29');
    expect(quarterOfWeek('2025-12-29')).toBe('2026-01-01');
    expect(weekYearOf('2025-12-29')).toBe(2026);
    expect(quarterOfWeek('2026-12-28')).toBe('2026-10-01');
    expect(weekYearOf('2027-01-03')).toBe(2026);
    // Thursday, 1 October: a week that begins in September
    expect(quarterOfWeek('2026-09-28')).toBe('2026-10-01');
  });

  it('is the same in every zone of a machine', () => {
    const there = (TZ: string): unknown =>
      JSON.parse(
        execFileSync(process.execPath, ['--import', 'tsx', `${__dirname}/zone.ts`, 'print'], {
          env: { ...process.env, TZ },
          encoding: 'utf8',
        }),
      );
    const [utc, shanghai, losAngeles] = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map(there) as unknown[][];
    expect([utc, shanghai, losAngeles].map((all) => all?.[0])).toEqual([0, -480, 480]);
    expect(shanghai?.slice(1)).toEqual(utc?.slice(1));
    expect(losAngeles?.slice(1)).toEqual(utc?.slice(1));
    expect(utc?.slice(1)).toEqual((JSON.parse(allOfIt()) as unknown[]).slice(1));
  }, 60_000);
});

describe('D4.1 of whom a day a week is asked', () => {
  it.each([
    ['fullTime', true, true],
    ['seconded', true, true],
    ['partTime', true, false],
    ['fullTime', false, false],
    ['seconded', false, false],
  ] as const)('%s in a leading organ (%s): %s', (service, leadingOrgan, asked) => {
    expect(isAsked({ service, leadingOrgan }, policy.grassrootsDay)).toBe(asked);
  });
});

describe('D4.3 how a week stands', () => {
  // Monday to Friday are working days.
  const PLAIN = '2026-03-09';
  // 5 to 7 October are off, 8 and 9 are worked, and Saturday, 10, makes up for one of them.
  const NATIONAL = '2026-10-05';
  // From Monday to Friday everything is off, and the week-end is free.
  const SPRING = '2026-02-16';

  it('met with a day that counts, also one of a week-end or of a holiday', () => {
    for (const day of ['2026-03-09', '2026-03-14', '2026-03-15'])
      expect(judged(PLAIN, { confirmed: [day] })).toMatchObject({ state: 'met', confirmed: [day], wanted: 1 });
    expect(stateOf(NATIONAL, { confirmed: ['2026-10-06'] })).toBe('met');
    expect(stateOf(PLAIN, { confirmed: ['2026-03-08', '2026-03-16'] })).toBe('notMet');
  });

  it('owed until its Sunday is over, then not met', () => {
    expect(stateOf(PLAIN, {}, { today: '2026-03-09' })).toBe('owed');
    expect(stateOf(PLAIN, {}, { today: '2026-03-15' })).toBe('owed');
    expect(stateOf(PLAIN, {}, { today: '2026-03-16' })).toBe('notMet');
  });

  it('D4.2 unconfirmed while a day waits that would make it met', () => {
    const waiting = { waiting: ['2026-03-10'] };
    expect(judged(PLAIN, waiting)).toMatchObject({ state: 'unconfirmed', waiting: ['2026-03-10'], confirmed: [] });
    expect(stateOf(PLAIN, waiting, { today: '2026-03-11' })).toBe('unconfirmed');
    expect(stateOf(PLAIN, { waiting: ['2026-03-10'], confirmed: ['2026-03-12'] })).toBe('met');
  });

  it('C15 a day that is confirmed later counts in its own week', () => {
    expect(stateOf(PLAIN, { waiting: ['2026-03-10'] }, { today: '2026-03-19' })).toBe('unconfirmed');
    expect(stateOf(PLAIN, { confirmed: ['2026-03-10'] }, { today: '2026-03-19' })).toBe('met');
  });

  it('C18 several check-ins on a day are one day', () => {
    const two = { daysAWeek: 2 };
    expect(stateOf(PLAIN, { confirmed: ['2026-03-10', '2026-03-10'] }, two)).toBe('notMet');
    expect(judged(PLAIN, { confirmed: ['2026-03-10'], waiting: ['2026-03-10'] }, two)).toMatchObject({
      state: 'notMet',
      waiting: [],
    });
    expect(stateOf(PLAIN, { confirmed: ['2026-03-10', '2026-03-11'] }, two)).toBe('met');
  });

  it('C16 with a holiday inside, and a Saturday that is worked', () => {
    expect(judged(NATIONAL)).toMatchObject({
      state: 'notMet',
      working: ['2026-10-08', '2026-10-09', '2026-10-10'],
      wanted: 1,
    });
    expect(stateOf(NATIONAL, { leave: [span('2026-10-08', '2026-10-09')] })).toBe('notMet');
    expect(stateOf(NATIONAL, { leave: [span('2026-10-08', '2026-10-10')] })).toBe('exempt');
  });

  it('C16 exempt without any working day', () => {
    expect(judged(SPRING)).toMatchObject({ state: 'exempt', working: [], wanted: 0 });
    expect(stateOf(SPRING, {}, { today: '2026-02-17' })).toBe('exempt');
  });

  it('C16 owed with a single working day, and then not for more than one day', () => {
    const leave = [span('2026-03-09', '2026-03-12')];
    expect(judged(PLAIN, { leave }, { daysAWeek: 2 })).toMatchObject({
      state: 'notMet',
      working: ['2026-03-13'],
      wanted: 1,
    });
    expect(stateOf(PLAIN, { leave, confirmed: ['2026-03-10'] }, { daysAWeek: 2 })).toBe('met');
  });

  it('C17, C24 exempt only when no working day is left outside leave and postings, none counted twice', () => {
    const leave = [span('2026-03-09', '2026-03-11')];
    const postings = [span('2026-03-11', '2026-03-12')];
    expect(judged(PLAIN, { leave, postings })).toMatchObject({
      state: 'notMet',
      working: ['2026-03-13'],
      onLeave: 2,
      posted: 2,
      outside: 0,
    });
    expect(stateOf(PLAIN, { leave, postings: [span('2026-03-12', '2026-06-30')] })).toBe('exempt');
    expect(stateOf(PLAIN, { postings: [span('2026-01-01', '2026-06-30')] })).toBe('exempt');
  });

  it('D10.4 a post that begins or ends asks for its own working days only; before and after it nothing is asked', () => {
    const from = (day: string) => ({ asked: [{ postId: POST, from: day, until: '2030-01-01' }] });
    expect(judged(PLAIN, from('2026-03-13'))).toMatchObject({ state: 'notMet', working: ['2026-03-13'], outside: 4 });
    expect(stateOf(PLAIN, from('2026-03-14'))).toBe('exempt');
    expect(judged(PLAIN, from('2026-03-16'))).toBeNull();
    expect(judged(PLAIN, { asked: [{ postId: POST, from: '2020-01-01', until: '2026-03-08' }] })).toBeNull();
    expect(judged(PLAIN, { asked: [] })).toBeNull();
  });

  it('C1 a week of two posts is asked for once, of the one held last, and a day counts on either', () => {
    const asked = [
      { postId: 'first', from: '2024-01-01', until: '2026-03-10' },
      { postId: 'second', from: '2026-03-11', until: '2030-01-01' },
    ];
    const frame = frameOf(PLAIN, YEARS);
    expect(ownerOf(frame, asked)).toBe('second');
    expect(ownerOf(frame, [...asked].reverse())).toBe('second');
    expect(ownerOf(frameOf('2026-03-02', YEARS), asked)).toBe('first');
    expect(judged(PLAIN, { asked, confirmed: ['2026-03-09'] })).toMatchObject({ state: 'met', outside: 0 });
    const lines = ['first', 'second'].map((postId) =>
      lineOf(
        weeksOfPost(postId, [frame], facts({ asked, confirmed: ['2026-03-09'] }), '2026-12-31', policy.grassrootsDay),
        '2026-12-31',
      ),
    );
    expect(lines.map(({ weeks, met }) => [weeks, met])).toEqual([
      [' ', 0],
      ['m', 1],
    ]);
  });

  it('D10.3 says that the calendar is missing where a day of it is in an unknown year, unless it is met anyway', () => {
    const LAST = '2026-12-28';
    expect(judged(LAST)).toMatchObject({ state: 'calendarMissing', working: null, wanted: 1 });
    expect(stateOf(LAST, {}, { today: '2026-12-29' })).toBe('calendarMissing');
    expect(stateOf(LAST, { leave: [span(LAST, '2027-01-03')] })).toBe('calendarMissing');
    expect(stateOf(LAST, { waiting: ['2026-12-29'] })).toBe('calendarMissing');
    expect(stateOf(LAST, { confirmed: ['2026-12-29'] })).toBe('met');
    const published = [...YEARS, { year: 2027, off: ['2027-01-01'], worked: [] }];
    expect(stateOf(LAST, {}, { years: published })).toBe('notMet');
    expect(stateOf(LAST, { leave: [span(LAST, '2026-12-31')] }, { years: published })).toBe('exempt');
  });

  it('C33 a share counts the weeks that are over and asked for, and the one that runs once it is met', () => {
    const today = '2026-03-12';
    const counts = (state: WeekState, monday: string) => isEligible({ state, monday }, today);
    expect(WEEK_STATES.filter((state) => counts(state, '2026-03-02'))).toEqual(['met', 'unconfirmed', 'notMet']);
    expect(WEEK_STATES.filter((state) => state !== 'notMet' && counts(state, PLAIN))).toEqual(['met']);
    expect(sharesOf([])).toEqual({ cadres: 0, eligible: 0, met: 0, share: null });
    expect(sharesOf([{ met: 0, eligible: 0 }]).share).toBeNull();
    expect(
      sharesOf([
        { met: 1, eligible: 2 },
        { met: 2, eligible: 2 },
      ]),
    ).toEqual({ cadres: 2, eligible: 4, met: 3, share: 0.75 });
  });
});

describe('D4.3 whatever happens', () => {
  const dayNear = fc.integer({ min: -10, max: 16 }).map((days) => daysAfter('2026-10-05', days));
  const spanNear = fc.tuple(dayNear, fc.nat(9)).map(([from, days]) => span(from, daysAfter(from, days)));
  const anyFacts: fc.Arbitrary<WeekFacts> = fc.record({
    asked: fc.oneof(
      fc.constant(ALWAYS),
      fc.array(
        spanNear.map((one) => ({ ...one, postId: POST })),
        { maxLength: 2 },
      ),
    ),
    confirmed: fc.array(dayNear, { maxLength: 4 }),
    waiting: fc.array(dayNear, { maxLength: 4 }),
    leave: fc.array(spanNear, { maxLength: 3 }),
    postings: fc.array(spanNear, { maxLength: 2 }),
  });
  const about = {
    monday: fc.constantFrom('2026-09-28', '2026-10-05', '2026-10-12'),
    all: anyFacts,
    today: dayNear,
    daysAWeek: fc.integer({ min: 1, max: 3 }),
    years: fc.constantFrom(YEARS, []),
  };
  const holds = (
    law: (wish: {
      monday: string;
      all: WeekFacts;
      judging: Parameters<typeof judged>[2];
      day: string;
      more: { from: string; until: string };
    }) => void,
  ) =>
    fc.assert(
      fc.property(
        fc.record({ ...about, day: dayNear, more: spanNear }),
        ({ monday, all, today, daysAWeek, years, day, more }) =>
          law({ monday, all, judging: { today, daysAWeek, years }, day, more }),
      ),
      { numRuns: 500 },
    );

  it('leave that is added makes no met week unmet, and leaves nothing owed that was not', () => {
    holds(({ monday, all, judging, more }) => {
      const before = stateOf(monday, all, judging);
      const after = stateOf(monday, { ...all, leave: [...all.leave, more] }, judging);
      if (before === 'met') expect(after).toBe('met');
      if (before === 'exempt') expect(after).toBe('exempt');
      if (after === 'owed' || after === 'notMet') expect(after).toBe(before);
    });
  });

  it('a day that counts makes no week worse', () => {
    holds(({ monday, all, judging, day }) => {
      const before = stateOf(monday, all, judging);
      const after = stateOf(monday, { ...all, confirmed: [...all.confirmed, day] }, judging);
      if (after !== before) expect(after === 'met' || (after === 'unconfirmed' && before !== 'met')).toBe(true);
    });
  });

  it('the order in which facts come, and how often, changes nothing; the working days add up', () => {
    holds(({ monday, all, judging }) => {
      const week = judged(monday, all, judging);
      const again = (list: readonly string[]) => [...list, ...list].reverse();
      expect(judged(monday, { ...all, confirmed: again(all.confirmed), waiting: again(all.waiting) }, judging)).toEqual(
        week,
      );
      if (!week?.working) return;
      const frame = frameOf(monday, YEARS);
      expect(week.working.length + week.onLeave + week.posted + week.outside).toBe(frame.working?.length);
    });
  });
});

describe('C17 the days that leave can be asked for', () => {
  const today = '2026-11-26';
  const asks = (from: string, until = from) => leaveVerdict({ from, until }, today, policy.grassrootsDay);

  it('also for some that are over, and not for any length of time', () => {
    expect(asks('2026-08-26')).toBeNull();
    expect(asks('2026-08-25')).toMatchObject({ refuse: 'DAY_OUT_OF_RANGE', from: '2026-08-26' });
    expect(asks('2026-11-30', '2027-11-27')).toBeNull();
    expect(asks('2026-11-30', '2027-11-28')).toMatchObject({ refuse: 'DAY_OUT_OF_RANGE', until: '2027-11-27' });
    expect(asks('2027-11-28')).toMatchObject({ refuse: 'DAY_OUT_OF_RANGE' });
    expect(asks('2026-08-26', '2027-08-26')).toBeNull();
    expect(asks('2026-08-26', '2027-08-27')).toMatchObject({ refuse: 'DAY_OUT_OF_RANGE', until: '2027-08-26' });
  });
});
