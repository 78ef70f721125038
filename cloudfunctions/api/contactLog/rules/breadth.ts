import { FIELDS, type Field } from '../../../../types/words';

/**
 * D2.2 The concentration index of a cadre's contacts: 0 when they are spread as evenly as they can be, 1 when they all go
 * to one youth. It is the sum of the squared shares (Herfindahl), between the least that is possible and 1. `times` says
 * how often each youth was contacted, `held` how many youths there are to contact. Null where nothing can be said: fewer
 * than two contacts made, or fewer than two youths.
 *
 * Four contacts, four youths held: once each is 0; three times the one and once another is (0.625 − 0.25) ÷ 0.75 = 0.5;
 * always the same one is 1.
 */
export function concentration(times: readonly number[], held: number): number | null {
  const touched = times.filter((n) => n > 0);
  const all = touched.reduce((sum, n) => sum + n, 0);
  const youths = Math.max(held, touched.length);
  if (all < 2 || youths < 2) return null;
  const squares = touched.reduce((sum, n) => sum + n * n, 0);
  const least = leastSquares(all, Math.min(all, youths));
  return (squares - least) / (all * all - least);
}

/**
 * D2.2 The index now, and with one youth more whom one contacts for the first time. Null where nothing can be said of one
 * of the two.
 */
export function concentrationWith(times: readonly number[], held: number): { before: number; after: number } | null {
  const before = concentration(times, held);
  const after = concentration([...times, 1], held + 1);
  return before === null || after === null ? null : { before, after };
}

/** The sum of squares of so many contacts, spread over so many youths as evenly as whole contacts can be. */
function leastSquares(all: number, youths: number): number {
  const each = Math.floor(all / youths);
  const more = all % youths;
  return more * (each + 1) ** 2 + (youths - more) * each ** 2;
}

/** D2.2 How many of the seven fields a cadre's youths come from. */
export const fieldsReached = (byField: Partial<Record<Field, number>>): number =>
  FIELDS.filter((field) => (byField[field] ?? 0) > 0).length;

/** A youth whom a cadre holds, as far as breadth depends on it. */
export interface HeldFacts {
  /** D1.3 Not over 35 today. */
  counts: boolean;
  /** D1.3, C5 Holds a post today: a cadre too, so no ordinary youth. */
  inPost: boolean;
  unit: string | null;
  /** How many cadres hold the youth. */
  holders: number;
}

/** A name of fewer signs is no unit that could be told from another. */
const SHORTEST_UNIT = 2;

/** D2.1 Whether a youth's unit is the cadre's own: the organisation's name has it in it, 佛山理工 in 共青团佛山理工委员会. */
export const isOwnUnit = (unit: string | null, orgNames: readonly string[]): boolean =>
  unit !== null && unit.length >= SHORTEST_UNIT && orgNames.some((name) => name.includes(unit));

/**
 * D2.2, D1.3 What the youths whom a cadre holds are like; those over 35 are in no figure. `ownUnit` (D2.1) is shown, not
 * demanded. `byHolders` says of how many cadres each youth is held, itself included: [n held by one, n by two, …].
 */
export function breadthOf(held: readonly HeldFacts[], orgNames: readonly string[], cap: number) {
  const counting = held.filter(({ counts }) => counts);
  return {
    of: counting.length,
    ordinary: counting.filter(({ inPost }) => !inPost).length,
    ownUnit: counting.filter(({ unit }) => isOwnUnit(unit, orgNames)).length,
    byHolders: Array.from({ length: cap }, (_, i) => counting.filter(({ holders }) => holders === i + 1).length),
  };
}

interface UnitOfSome {
  unit: string;
  /** How many of it are held and count. */
  n: number;
}

/** D2.1 How many of the cadre's own unit there are with one youth more, and whether that youth is one of them. */
export function ownUnitWith(units: readonly UnitOfSome[], unit: string | null, orgNames: readonly string[]) {
  const own = isOwnUnit(unit, orgNames);
  const before = units.filter((one) => isOwnUnit(one.unit, orgNames)).reduce((sum, { n }) => sum + n, 0);
  return { own, n: before + (own ? 1 : 0) };
}
