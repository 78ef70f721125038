import fc from 'fast-check';
import { quarterOf } from '../../cloudfunctions/api/kernel/calendar';
import {
  breadthOf,
  concentration,
  concentrationWith,
  fieldsReached,
  isOwnUnit,
  ownUnitWith,
} from '../../cloudfunctions/api/contactLog/rules/breadth';
import { quietBefore, quotaDueOn } from '../../cloudfunctions/api/contact/rules';
import { helpsOf, type Shortfall } from '../../cloudfunctions/api/contactLog/rules/next';
import {
  amongYouthsOf,
  dayWeight,
  daysSoFar,
  openDays,
  shareOf,
  voiceOf,
  yearOf,
} from '../../cloudfunctions/api/contactLog/rules/rhythm';
import { selfCheckText } from '../../cloudfunctions/api/contactLog/rules/selfCheck';
import {
  editVerdict,
  isLate,
  logVerdict,
  proofAfterTap,
  isOverdue,
  settleVerdict,
} from '../../cloudfunctions/api/contactLog/rules/writing';
import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import { policy } from '../../config/policy';
import type { OwnQuarter } from '../../types/contactLog';
import { HELPS, type MarkState } from '../../types/words';
import { day as dayInContracts } from '../../types/shared';

const { contactLog } = policy;
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => daysAfter('2000-01-01', n));

describe('D10.1 quarters and years', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-03-31'],
    ['2026-11-26', '2026-10-01', '2026-12-31'],
    ['2028-02-29', '2028-01-01', '2028-03-31'],
    ['2026-06-30', '2026-04-01', '2026-06-30'],
  ])('%s is in the quarter from %s until %s', (of, from, until) => {
    expect(quarterOf(of)).toEqual({ from, until });
  });

  it('every day is in its quarter and in its year, and the next quarter begins the day after', () => {
    fc.assert(
      fc.property(day, (of) => {
        const { from, until } = quarterOf(of);
        expect(from <= of && of <= until).toBe(true);
        expect(quarterOf(daysAfter(until, 1)).from).toBe(daysAfter(until, 1));
        expect(yearOf(of).from <= from && until <= yearOf(of).until).toBe(true);
      }),
    );
  });

  it('D2.3 a quarter has its days so far', () => {
    const quarter = quarterOf('2026-11-26');
    // October has 31, and 26 of November
    expect(daysSoFar(quarter, '2026-11-26')).toBe(57);
    expect(daysSoFar(quarter, '2027-03-01')).toBe(31 + 30 + 31);
    expect(daysSoFar(quarter, '2026-09-30')).toBe(0);
  });
});

describe('D2.3 the daily voice', () => {
  it('weighs 1 for a day on time, a half for one with late logs only, and two posts of a day are one day (C1)', () => {
    const quarter = quarterOf('2026-10-10');
    const days = [
      { day: '2026-10-01', onTime: 1, late: 4 },
      { day: '2026-10-02', onTime: 0, late: 2 },
      { day: '2026-10-03', onTime: 0, late: 1 },
      { day: '2026-10-03', onTime: 2, late: 0 },
      { day: '2026-10-04', onTime: 0, late: 0 },
    ];
    // 1 + ½ + 1 of ten days
    expect(voiceOf(days, quarter, '2026-10-10', contactLog)).toEqual({ weight: 2.5, days: 3, of: 10, share: 0.25 });
  });

  it('is between nothing and everything, and one more log never lowers it', () => {
    const days = fc.array(fc.record({ day: fc.integer({ min: 0, max: 40 }), onTime: fc.nat(3), late: fc.nat(3) }));
    fc.assert(
      fc.property(days, fc.nat(40), fc.boolean(), (made, more, late) => {
        const today = '2026-11-10';
        const quarter = quarterOf(today);
        const dated = made.map((one) => ({ ...one, day: daysAfter(quarter.from, one.day) }));
        const { share, weight } = voiceOf(dated, quarter, today, contactLog);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        const one = { day: daysAfter(quarter.from, more), onTime: late ? 0 : 1, late: late ? 1 : 0 };
        expect(voiceOf([...dated, one], quarter, today, contactLog).weight).toBeGreaterThanOrEqual(weight);
      }),
    );
  });

  it('C33 without a whole there is no share', () => {
    expect(shareOf(0, 0)).toBeNull();
    expect(voiceOf([], quarterOf('2026-10-01'), '2026-09-01', contactLog).share).toBeNull();
    expect(dayWeight({ onTime: 0, late: 0 }, contactLog)).toBe(0);
  });

  it('D2.5 the last eight days of the quarter can still get one on time', () => {
    const spoken = [
      { day: '2026-10-03', onTime: 1, late: 0 },
      { day: '2026-10-02', onTime: 0, late: 1 },
    ];
    // 1, 2 and 4 October; September is another quarter's
    expect(openDays(spoken, quarterOf('2026-10-04'), '2026-10-04', contactLog)).toBe(3);
    expect(openDays([], quarterOf('2026-11-26'), '2026-11-26', contactLog)).toBe(8);
  });
});

describe('D2.5 late, in time, and what may be said', () => {
  it('C19 the seventh day is on time, the eighth late, whatever the day', () => {
    fc.assert(
      fc.property(day, fc.nat(400), (of, after) => {
        expect(isLate(of, daysAfter(of, after), contactLog)).toBe(after > 7);
      }),
    );
  });

  it('a log of a day without a post is refused last', () => {
    const contacts = [{ startedAt: new Date('2026-01-01T12:00:00+08:00'), endedAt: null }];
    const facts = { day: '2026-02-01', named: 1, contacts, inPost: false };
    expect(logVerdict(facts, '2026-02-01')).toEqual({ refuse: 'LOG_WITHOUT_POST', day: '2026-02-01' });
    expect(logVerdict({ ...facts, inPost: true }, '2026-02-01')).toBeNull();
  });

  it('D2.3 a proof is never lost by a tap, and a call is never proved by one', () => {
    const writtenAt = new Date('2026-02-01T12:00:00+08:00');
    expect(proofAfterTap({ way: 'faceToFace', writtenAt, proof: 'code' }, '2026-12-01', contactLog)).toBe('code');
    expect(proofAfterTap({ way: 'phone', writtenAt, proof: null }, '2026-02-01', contactLog)).toBeNull();
  });

  it('a dispute that was answered can be settled both ways', () => {
    expect(settleVerdict('answered', true, false)).toBeNull();
    expect(settleVerdict('answered', false, false)).toBeNull();
  });

  it('D9.4 one that nobody answers in ten days is the youth’s to settle either way', () => {
    expect(isOverdue('2026-11-01', '2026-11-11', policy)).toBe(false);
    expect(isOverdue('2026-11-01', '2026-11-12', policy)).toBe(true);
    expect(settleVerdict('disputed', false, false)).toEqual({ refuse: 'DISPUTE_UNANSWERED' });
    expect(settleVerdict('disputed', false, true)).toBeNull();
    expect(settleVerdict('struck', false, true)).toEqual({ refuse: 'DISPUTE_SETTLED' });
  });
});

describe('D2.1, D2.2 with one youth more', () => {
  it.each([
    ['three and one, then one more', [3, 1], 2, { before: 0.25, after: 0.125 }],
    ['even before, even after', [1, 1], 2, { before: 0, after: 0 }],
    ['always the same one', [4], 3, { before: 1, after: 5 / 9 }],
    ['one contact says nothing', [1], 5, null],
    ['nobody else is held', [3], 1, null],
    ['nothing yet', [], 9, null],
  ])('the index: %s', (_case, times, held, index) => {
    const found = concentrationWith(times, held);
    expect(found && [found.before, found.after]).toEqual(
      index && [expect.closeTo(index.before, 10), expect.closeTo(index.after, 10)],
    );
  });

  it('is less concentrated wherever only one was contacted so far, and within 0 and 1 always', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 40 }), (times, held) => {
        const found = concentrationWith([times], held);
        expect(found?.before).toBe(1);
        expect(found?.after).toBeLessThan(1);
        expect(found?.after).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('the own unit: counted with the one to come, where it is theirs', () => {
    const units = [
      { unit: '佛山理工', n: 2 },
      { unit: '南海一中', n: 5 },
    ];
    const names = ['共青团佛山理工委员会', '佛山理工团委'];
    expect(ownUnitWith(units, '佛山理工', names)).toEqual({ own: true, n: 3 });
    expect(ownUnitWith(units, '南海一中', names)).toEqual({ own: false, n: 2 });
    expect(ownUnitWith([], null, names)).toEqual({ own: false, n: 0 });
  });
});

describe('D2.2 the concentration index', () => {
  it.each([
    [[1, 1, 1, 1], 4, 0],
    [[3, 1], 4, 0.5],
    [[4], 4, 1],
    [[3, 2], 2, 0],
    [[1], 4, null],
    [[5], 1, null],
    [[], 4, null],
  ])('of %j with %d held is %j', (times, held, index) => {
    expect(concentration(times, held)).toEqual(index);
  });

  const times = fc.array(fc.nat(30), { maxLength: 40 });

  it('is between 0 and 1, and does not ask for whom', () => {
    fc.assert(
      fc.property(times, fc.nat(60), (all, held) => {
        const index = concentration(all, held);
        expect(concentration([...all].reverse(), held)).toEqual(index);
        if (index === null) return;
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('falls, or stays, when a contact goes to somebody who has had fewer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 40 }), (all) => {
        const sorted = [...all].sort((a, b) => b - a);
        const [most = 0, ...others] = sorted;
        const least = others.pop() ?? 0;
        fc.pre(most - least >= 2);
        const before = concentration(sorted, sorted.length);
        const after = concentration([most - 1, ...others, least + 1], sorted.length);
        if (before !== null && after !== null) expect(after).toBeLessThan(before);
      }),
    );
  });
});

describe('D2.1, D2.2 breadth', () => {
  it('D2.1 a unit is one’s own when the organisation’s name has it in it', () => {
    const names = ['共青团佛山理工学院委员会', '佛山理工团委'];
    expect(isOwnUnit('佛山理工', names)).toBe(true);
    expect(isOwnUnit('佛', names)).toBe(false);
    expect(isOwnUnit('南海中学', names)).toBe(false);
    expect(isOwnUnit(null, names)).toBe(false);
  });

  it('C5, D1.3 those over 35 are in no figure, cadres among the youths are not ordinary', () => {
    const one = { counts: true, inPost: false, unit: null, holders: 1 };
    const held = [
      one,
      { ...one, holders: 3 },
      { ...one, inPost: true, holders: 3, unit: '南海' },
      { ...one, counts: false, holders: 2, unit: '南海' },
    ];
    expect(breadthOf(held, ['南海区团委'], 3)).toEqual({ of: 3, ordinary: 2, ownUnit: 1, byHolders: [1, 0, 2] });
    expect(fieldsReached({ school: 3, rural: 0, newMedia: 1 })).toBe(2);
  });
});

describe('D2.3 what would help most next', () => {
  it('C2 a greater quota is due ninety days after the change of class', () => {
    const grown = { quota: 100, before: 10, since: '2026-01-01' };
    expect(quotaDueOn(grown, '2026-03-31', 90)).toBe('2026-04-01');
    expect(quotaDueOn(grown, '2026-04-01', 90)).toBeNull();
    expect(quotaDueOn({ ...grown, before: 100 }, '2026-01-02', 90)).toBeNull();
    expect(quotaDueOn({ ...grown, before: null }, '2026-01-02', 90)).toBeNull();
  });

  it('a dispute comes first, then what lacks the greatest part; what lacks nothing is not named', () => {
    const shortfall = fc.record<Shortfall>({
      what: fc.constantFrom(...HELPS),
      n: fc.integer({ min: -3, max: 9 }),
      of: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.uniqueArray(shortfall, { selector: ({ what }) => what }), (all) => {
        const helps = helpsOf(all);
        const lacking = all.filter(({ n, of }) => n > 0 && of > 0);
        expect(helps.map(({ what }) => what).sort()).toEqual(lacking.map(({ what }) => what).sort());
        if (lacking.some(({ what }) => what === 'dispute')) expect(helps[0]?.what).toBe('dispute');
        const parts = helps
          .filter(({ what }) => what !== 'dispute')
          .map(({ what, n }) => n / (all.find((one) => one.what === what)?.of ?? 1));
        expect([...parts].sort((a, b) => b - a)).toEqual(parts);
      }),
    );
  });

  it('a contact is quiet after thirty days without a log', () => {
    expect(quietBefore('2026-01-31', contactLog.quietAfterDays)).toBe('2026-01-01');
  });
});

it('D2.8, D10.3 the working days with a meeting: a worked week-end is one, and a year that is not known says nothing', () => {
  const years = [{ year: 2026, off: ['2026-10-01', '2026-10-02'], worked: ['2026-10-10'] }];
  const span = { from: '2026-10-01', until: '2026-10-11' };
  const met = ['2026-10-02', '2026-10-05', '2026-10-10', '2026-10-11'];
  expect(amongYouthsOf({ met, grassroots: [] }, span, years)).toEqual({ days: 4, onWorkingDays: 2, workingDays: 6 });
  expect(amongYouthsOf({ met, grassroots: [] }, span, [])).toEqual({ days: 4, onWorkingDays: null, workingDays: null });
});

it('D2.8 a day at the grass roots is a day among youths, and the day of a meeting too is one day', () => {
  const years = [{ year: 2026, off: ['2026-10-01', '2026-10-02'], worked: ['2026-10-10'] }];
  const span = { from: '2026-10-01', until: '2026-10-11' };
  const days = { met: ['2026-10-05', '2026-10-06'], grassroots: ['2026-10-06', '2026-10-09', '2026-10-11'] };
  expect(amongYouthsOf(days, span, years)).toEqual({ days: 4, onWorkingDays: 3, workingDays: 6 });
});

it('D7.4 the self-check says what the figures say', () => {
  const quarter: OwnQuarter = {
    today: '2026-11-26',
    from: '2026-10-01',
    until: '2026-12-31',
    voice: { weight: 34.5, days: 36, of: 57, share: 34.5 / 57, logs: 40 },
    activities: { done: 1, wanted: 1 },
    faceToFace: { met: 12, of: 48, share: 0.25, unproved: 3 },
    quota: { counted: 48, overAge: 0, quota: 100, missing: 52, byField: {} as never, thin: [], dueOn: '2026-12-20' },
    breadth: {
      fields: 5,
      ordinary: { n: 47, of: 48, share: 47 / 48 },
      ownUnit: null,
      byHolders: [40, 8, 0],
      concentration: 0.1,
    },
    amongYouths: { days: 6, onWorkingDays: null, workingDays: null },
    identity: { open: true },
    disputed: 0,
    helps: [],
  };
  const text = selfCheckText(quarter);
  expect(text).toContain('2026 年第四季度联系青年自查（10 月 1 日至 11 月 26 日）');
  expect(text).toContain('现联系青年 48 名，应联系 100 名，2026 年 12 月 20 日到期。');
  expect(text).toContain('57 天里有 36 天记了联系，共 40 笔，折合 34.5 天，占 61%');
  expect(text).toContain('今年见过面的 12 名，占现联系的 25%；另有 3 名');
  expect(text).toContain('有面对面联系或到基层的 6 天。');
  expect(text).not.toContain('待核对');
  const known = { ...quarter, amongYouths: { days: 6, onWorkingDays: 4, workingDays: 34 } };
  expect(selfCheckText(known)).toContain('有面对面联系或到基层的 6 天，工作日 34 天里有 4 天。');
  expect(selfCheckText({ ...quarter, disputed: 2 })).toContain('有 2 笔青年提出“这不是我”');
});

it('C3, D9.5 a log is changed while everybody in it is seen, and nobody has disputed it', () => {
  const two = { states: ['unanswered', 'confirmed'] as MarkState[], youths: 2, seen: 2 };
  expect(editVerdict(two)).toBeNull();
  expect(editVerdict({ ...two, seen: 1 })).toEqual({ refuse: 'LOG_KEPT' });
  expect(editVerdict({ ...two, states: ['struck', 'confirmed'], seen: 1 })).toEqual({ refuse: 'LOG_DISPUTED' });
});

it('D10.1 a day is one that somebody may mean: the database and the calendar know each of them', () => {
  for (const good of ['1900-01-01', '2026-11-26', '2100-12-31'])
    expect(dayInContracts.safeParse(good).success).toBe(true);
  for (const bad of ['0000-01-01', '1899-12-31', '2101-01-01', '9999-12-31', '2026-02-29'])
    expect(dayInContracts.safeParse(bad).success).toBe(false);
});
