import type { Policy } from '../../../../config/policy';
import type { PatternKind } from '../../../../types/words';
import { distanceMetres, type Position } from './site';

type PatternPolicy = Policy['grassrootsDay']['patterns'];

/** One check-in of a day, as far as patterns depend on it; moments in milliseconds. */
export interface Visit {
  checkInId: string;
  cadreId: string;
  siteId: string;
  /** The step of its live code; null without one. */
  step: number | null;
  /** When it reached the server. */
  at: number;
  /** D10.2 When the cadre was there: at its step, or else, without a live code, when it reached the server. */
  thereAt: number;
  /** Where its site is; null where nobody has said. */
  position: Position | null;
}

/** What is asked about: the check-ins in which it shows, with the figure that says it. */
export interface Pattern {
  kind: PatternKind;
  cadreId: string;
  /** The cadre's own check-ins of the day in it. */
  checkInIds: string[];
  /** How many others; how many days; how many kilometres an hour. */
  figure: number;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

/**
 * D4.2 Many cadres on one step of one code: at least `sameStepFrom` within the half minute in which a code stands. They may
 * have come together, or the picture may have gone round; each of them is asked. The figure: how many others.
 */
export function sameStep(visits: readonly Visit[], { sameStepFrom }: PatternPolicy): Pattern[] {
  const live = visits.filter(({ step }) => step !== null);
  return groupBy(live, ({ siteId, step }) => `${siteId} ${step}`)
    .filter((group) => group.length >= sameStepFrom)
    .flatMap((group) =>
      group.map(({ cadreId, checkInId }) => ({
        kind: 'sameStep' as const,
        cadreId,
        checkInIds: [checkInId],
        figure: group.length - 1,
      })),
    );
}

/**
 * D4.1 Sites of one cadre's day that are too far apart: between one check-in and the next, faster than `fastestKmh` as the
 * crow flies, and farther than `nearKm`, within which a wrong position says nothing. What was scanned without a network
 * arrives all at once; its steps say when one was there. The figure: kilometres an hour, the greatest of the day.
 */
export function tooFar(visits: readonly Visit[], { fastestKmh, nearKm }: PatternPolicy): Pattern[] {
  return groupBy(visits, ({ cadreId }) => cadreId).flatMap((group) => {
    const inOrder = [...group].sort((a, b) => a.thereAt - b.thereAt);
    const hops = inOrder.slice(1).map((next, i) => hopOf(inOrder[i] as Visit, next));
    const fast = hops.filter(({ km, kmh }) => km > nearKm && kmh > fastestKmh);
    if (fast.length === 0) return [];
    const checkInIds = [...new Set(fast.flatMap(({ ids }) => ids))];
    const figure = Math.min(MOST_KMH, Math.round(Math.max(...fast.map(({ kmh }) => kmh))));
    return [{ kind: 'tooFar' as const, cadreId: inOrder[0]?.cadreId ?? '', checkInIds, figure }];
  });
}

/** Two check-ins at once are infinitely fast. */
const MOST_KMH = 9_999;

function hopOf(from: Visit, to: Visit) {
  const km = from.position && to.position ? distanceMetres(from.position, to.position) / 1000 : 0;
  return { km, kmh: km / ((to.thereAt - from.thereAt) / 3_600_000), ids: [from.checkInId, to.checkInId] };
}

/** Two cadres who checked in at one site at nearly the same moment. */
export interface Pair {
  /** In rising order. */
  cadreIds: [string, string];
  checkInIds: [string, string];
}

/** Who checked in together on a day: at one site, no more than `togetherSeconds` apart; a pair once a day. */
export function pairsOf(visits: readonly Visit[], { togetherSeconds }: PatternPolicy): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const group of groupBy(visits, ({ siteId }) => siteId)) {
    const inOrder = [...group].sort((a, b) => a.at - b.at);
    inOrder.forEach((one, i) => {
      for (const other of inOrder.slice(i + 1)) {
        if (other.at - one.at > togetherSeconds * 1000) break;
        if (other.cadreId === one.cadreId) continue;
        const [a, b] = one.cadreId < other.cadreId ? [one, other] : [other, one];
        const pair = { cadreIds: [a.cadreId, b.cadreId], checkInIds: [a.checkInId, b.checkInId] } satisfies Pair;
        const key = pair.cadreIds.join(' ');
        if (!pairs.has(key)) pairs.set(key, pair);
      }
    });
  }
  return [...pairs.values()];
}

/** A pair of a day with how often it has been one: `together` days of each one's `days` at sites. */
export interface PairHistory extends Pair {
  together: number;
  days: [number, number];
}

/**
 * D4.2 The same two always together to the second: on at least `togetherFrom` days of the last `togetherWithinDays`, and on
 * all but `togetherBut` of the days on which the one with fewer of them was at a site. One phone may be checking in for two; or they share a
 * car. Both are asked. The figure: on how many days.
 */
export function alwaysTogether(pairs: readonly PairHistory[], policy: PatternPolicy): Pattern[] {
  const { togetherFrom, togetherBut } = policy;
  return pairs
    .filter(({ together, days }) => together >= togetherFrom && Math.min(...days) - together <= togetherBut)
    .flatMap(({ cadreIds, checkInIds, together }) =>
      cadreIds.map((cadreId, i) => ({
        kind: 'together' as const,
        cadreId,
        checkInIds: [checkInIds[i] as string],
        figure: together,
      })),
    );
}
