import fc from 'fast-check';
import { policy } from '../../config/policy';
import { adultBornBy } from '../../cloudfunctions/api/kernel/calendar';
import {
  ageOn,
  countsUntil,
  handOverEnds,
  isMinor,
  isNested,
  isOverAge,
  isWithin,
  mayRegister,
  publicName,
  successorVerdict,
} from '../../cloudfunctions/api/org/rules';

const { age } = policy;

describe('C8 age in completed years, known by month', () => {
  it('D1.3 changes on the first day of the month after the birth month', () => {
    expect(ageOn('2010-05-01', '2026-05-31')).toBe(15);
    expect(ageOn('2010-05-01', '2026-06-01')).toBe(16);
    expect(ageOn('2010-12-01', '2026-12-31')).toBe(15);
    expect(ageOn('2010-12-01', '2027-01-01')).toBe(16);
  });

  it('D1.3 under 14 is not registered', () => {
    expect(mayRegister('2012-11-01', '2026-11-30', age)).toBe(false);
    expect(mayRegister('2012-11-01', '2026-12-01', age)).toBe(true);
  });

  it('D9.3 is marked until 18', () => {
    expect(isMinor('2008-11-01', '2026-11-30', age)).toBe(true);
    expect(isMinor('2008-11-01', '2026-12-01', age)).toBe(false);
  });

  it('D1.3 counts to the last day of the month of the 36th birthday', () => {
    expect(countsUntil('1990-11-01', age)).toBe('2026-12-01');
    expect(countsUntil('1990-12-01', age)).toBe('2027-01-01');
    expect(isOverAge('1990-11-01', '2026-11-30', age)).toBe(false);
    expect(isOverAge('1990-11-01', '2026-12-01', age)).toBe(true);
  });

  it('C8 the day on which one no longer counts is the first on which one is 36', () => {
    const month = fc.tuple(fc.integer({ min: 1950, max: 2030 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(month, ([year, m]) => {
        const birth = `${year}-${String(m).padStart(2, '0')}-01`;
        const first = countsUntil(birth, age);
        const dayBefore = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
        expect(ageOn(birth, first)).toBe(36);
        expect(ageOn(birth, dayBefore)).toBe(35);
      }),
    );
  });
});

it('D9.3 born by then is exactly who is no minor', () => {
  const month = fc.tuple(fc.integer({ min: 2005, max: 2012 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(month, ([year, m]) => {
      const birth = `${year}-${String(m).padStart(2, '0')}-01`;
      expect(birth <= adultBornBy('2026-11-26', age)).toBe(!isMinor(birth, '2026-11-26', age));
    }),
  );
});

it('D2.4 the name in the open is 共青团 + place + name in a leading organ, the plain name elsewhere', () => {
  expect(publicName({ name: '何志远', place: '佛山', leadingOrgan: true })).toBe('共青团佛山何志远');
  expect(publicName({ name: '麦浩铭', place: '狮山', leadingOrgan: false })).toBe('麦浩铭');
});

it('D1.5 below means the whole subtree, and 12 is not below 1', () => {
  expect(isWithin('/1/2/', ['/1/'])).toBe(true);
  expect(isWithin('/1/2/3/', ['/1/2/'])).toBe(true);
  expect(isWithin('/1/2/', ['/1/2/'])).toBe(true);
  expect(isWithin('/12/', ['/1/'])).toBe(false);
  expect(isWithin('/1/', ['/1/2/'])).toBe(false);
  expect(isWithin('/1/3/', ['/1/2/'])).toBe(false);
  expect(isWithin('/1/', [])).toBe(false);
});

it('D1.5 of two that somebody administers, one below the other, what waits is asked for in the upper one only', () => {
  const outermost = (administered: string[]) => administered.filter((path) => !isNested(path, administered));
  expect(outermost(['/1/2/', '/1/2/3/', '/1/2/3/4/'])).toEqual(['/1/2/']);
  expect(outermost(['/1/2/3/', '/1/2/'])).toEqual(['/1/2/']);
  expect(outermost(['/1/2/', '/1/21/', '/1/3/4/'])).toEqual(['/1/2/', '/1/21/', '/1/3/4/']);
  expect(outermost([])).toEqual([]);
});

describe('C11 who follows in a post', () => {
  const ends = handOverEnds('2026-03-10', policy.contact);

  it('the youths choose for 30 days, the first of them that of leaving; a post without an end leaves nothing', () => {
    expect(ends).toBe('2026-04-08');
    expect(handOverEnds(null, policy.contact)).toBeNull();
  });

  it.each([
    ['2026-01-01', ends, true, null],
    ['2026-04-08', ends, true, null],
    ['2026-04-09', ends, true, 'POST_NOT_ENDING'],
    ['2026-01-01', null, true, 'POST_NOT_ENDING'],
    ['2026-03-10', ends, false, 'SUCCESSOR_NOT_THERE'],
  ])('on %s, until %s, a colleague: %s', (today, until, isThere, refuse) => {
    expect(successorVerdict({ ends: until, isThere }, today)).toEqual(refuse && { refuse });
  });
});
