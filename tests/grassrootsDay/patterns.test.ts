import fc from 'fast-check';
import { policy } from '../../config/policy';
import {
  alwaysTogether,
  pairsOf,
  sameStep,
  tooFar,
  type PairHistory,
  type Visit,
} from '../../cloudfunctions/api/grassrootsDay/rules/patterns';

const thresholds = policy.grassrootsDay.patterns;
const { sameStepFrom, togetherSeconds, togetherFrom, togetherBut, fastestKmh, nearKm } = thresholds;

const NOON = Date.parse('2026-11-26T12:00:00+08:00');
let made = 0;
const visit = (wish: Partial<Visit> = {}): Visit => ({
  checkInId: `visit ${++made}`,
  cadreId: `cadre ${made}`,
  siteId: 'a',
  step: 1,
  at: NOON,
  thereAt: wish.at ?? NOON,
  position: null,
  ...wish,
});
const several = (n: number, wish: Partial<Visit> = {}) => Array.from({ length: n }, () => visit(wish));

describe('D4.2 many on one step of one code', () => {
  it('are asked about from the figure of the policy on, each of them', () => {
    expect(sameStep(several(sameStepFrom - 1), thresholds)).toEqual([]);
    const found = sameStep(several(sameStepFrom), thresholds);
    expect(found).toHaveLength(sameStepFrom);
    expect(found[0]).toMatchObject({ kind: 'sameStep', figure: sameStepFrom - 1 });
  });

  it('not on two steps, not of two codes, and not without a live one', () => {
    const half = Math.ceil(sameStepFrom / 2);
    expect(sameStep([...several(half), ...several(half, { step: 2 })], thresholds)).toEqual([]);
    expect(sameStep([...several(half), ...several(half, { siteId: 'b' })], thresholds)).toEqual([]);
    expect(sameStep(several(sameStepFrom, { step: null }), thresholds)).toEqual([]);
  });
});

describe('D4.1 sites of a day that are too far apart', () => {
  const foshan = { latitude: 23.02, longitude: 113.12 };
  /** So many kilometres to the north of it. */
  const north = (km: number) => ({ ...foshan, latitude: foshan.latitude + km / 111.195 });
  const hop = (km: number, minutes: number) => [
    visit({ cadreId: 'one', position: foshan }),
    visit({ cadreId: 'one', siteId: 'b', position: north(km), at: NOON + minutes * 60_000 }),
  ];

  it('faster than any road allows', () => {
    const km = 2 * nearKm;
    const minutes = (km / fastestKmh) * 60;
    expect(tooFar(hop(km, minutes * 1.01), thresholds)).toEqual([]);
    expect(tooFar(hop(km, minutes * 0.5), thresholds)).toMatchObject([
      { kind: 'tooFar', cadreId: 'one', figure: 2 * fastestKmh },
    ]);
  });

  it('D10.2 as their codes say when it was, whenever the network was there again', () => {
    const [one, other] = hop(200, 3 * 60) as [Visit, Visit];
    const evening = NOON + 8 * 3_600_000;
    expect(
      tooFar(
        [one, other].map((each) => ({ ...each, at: evening })),
        thresholds,
      ),
    ).toEqual([]);
    const atOnce = [one, { ...other, at: evening, thereAt: one.thereAt }];
    expect(tooFar(atOnce, thresholds)).toMatchObject([{ figure: 9_999 }]);
  });

  it('but not when they are near, where a wrong position says nothing', () => {
    expect(tooFar(hop(nearKm * 0.99, 0), thresholds)).toEqual([]);
    expect(tooFar(hop(nearKm * 1.01, 0), thresholds)).toMatchObject([{ figure: 9_999 }]);
  });

  it('nor of two cadres, nor where a site has no position', () => {
    const [one, other] = hop(200, 1) as [Visit, Visit];
    expect(tooFar([one, { ...other, cadreId: 'other' }], thresholds)).toEqual([]);
    expect(tooFar([one, { ...other, position: null }], thresholds)).toEqual([]);
  });

  it('names the check-ins that it is about, in whatever order they come', () => {
    const there = hop(200, 1);
    const later = visit({ cadreId: 'one', siteId: 'b', position: north(200), at: NOON + 3_600_000 });
    const [found] = tooFar([later, ...there].reverse(), thresholds);
    expect(new Set(found?.checkInIds)).toEqual(new Set(there.map(({ checkInId }) => checkInId)));
  });
});

describe('D4.2 the same two', () => {
  it('checked in together when they did so within the seconds of the policy, at one site', () => {
    const one = visit();
    const near = visit({ at: NOON + togetherSeconds * 1000 });
    expect(pairsOf([one, near], thresholds)).toHaveLength(1);
    expect(pairsOf([one, { ...near, at: near.at + 1 }], thresholds)).toEqual([]);
    expect(pairsOf([one, { ...near, siteId: 'b' }], thresholds)).toEqual([]);
    expect(pairsOf([one, { ...near, cadreId: one.cadreId }], thresholds)).toEqual([]);
  });

  it('are one pair a day, whichever comes first', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            who: fc.integer({ min: 0, max: 3 }),
            site: fc.integer({ min: 0, max: 1 }),
            ms: fc.integer({ min: 0, max: 9_000 }),
          }),
          {
            maxLength: 12,
          },
        ),
        (facts) => {
          const visits = facts.map(({ who, site, ms }) =>
            visit({ cadreId: `c${who}`, siteId: `s${site}`, at: NOON + ms }),
          );
          const keys = (some: Visit[]) => pairsOf(some, thresholds).map(({ cadreIds }) => cadreIds.join(' '));
          const found = keys(visits);
          expect(new Set(found).size).toBe(found.length);
          expect(new Set(keys([...visits].reverse()))).toEqual(new Set(found));
          const within = (a: Visit, b: Visit) =>
            a.siteId === b.siteId && a.cadreId < b.cadreId && Math.abs(a.at - b.at) <= togetherSeconds * 1000;
          const expected = visits.flatMap((a) =>
            visits.filter((b) => within(a, b)).map((b) => `${a.cadreId} ${b.cadreId}`),
          );
          expect(new Set(found)).toEqual(new Set(expected));
        },
      ),
    );
  });

  const history = (together: number, days: [number, number]): PairHistory => ({
    cadreIds: ['a', 'b'],
    checkInIds: ['x', 'y'],
    together,
    days,
  });

  it('are asked about, both, when it is always so', () => {
    const always = history(togetherFrom, [togetherFrom, togetherFrom + 9]);
    expect(alwaysTogether([always], thresholds)).toMatchObject([
      { kind: 'together', cadreId: 'a', checkInIds: ['x'], figure: togetherFrom },
      { kind: 'together', cadreId: 'b', checkInIds: ['y'], figure: togetherFrom },
    ]);
  });

  it('not before the days of the policy, and not when each was often somewhere without the other', () => {
    expect(alwaysTogether([history(togetherFrom - 1, [togetherFrom - 1, togetherFrom])], thresholds)).toEqual([]);
    const apart = togetherFrom + togetherBut;
    expect(alwaysTogether([history(togetherFrom, [apart, apart])], thresholds)).toHaveLength(2);
    expect(alwaysTogether([history(togetherFrom, [apart + 1, apart + 1])], thresholds)).toEqual([]);
  });
});
