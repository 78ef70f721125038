import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { policy } from '../../config/policy';
import {
  alwaysTogether,
  pairsOf,
  sameStep,
  tooFar,
  type Pair,
  type PairHistory,
  type Pattern,
  type Visit,
} from '../api/grassrootsDay/rules/patterns';
import { timeOf } from '../api/grassrootsDay/rules/checkIn';
import { daysAfter } from '../api/kernel/calendar';
import type { Database } from '../api/kernel/db';

const { patterns: thresholds } = policy.grassrootsDay;

/** What is looked into: the database, or a transaction of it. */
export type Looking = Pick<Database, 'kysely'>;

interface Kept extends Omit<Visit, 'position' | 'thereAt'> {
  latitude: number | null;
  longitude: number | null;
}

/** What was checked in on a day. */
export async function visitsOf({ kysely }: Looking, day: string): Promise<Visit[]> {
  const { rows } = await sql<{ visits: string[] }>`select check_ins_of_day(${day}) as visits`.execute(kysely);
  return (rows[0]?.visits ?? []).map((text) => {
    const { latitude, longitude, ...visit } = JSON.parse(text) as Kept;
    return {
      ...visit,
      thereAt: timeOf({ step: visit.step, at: new Date(visit.at) }, policy).getTime(),
      position: latitude === null || longitude === null ? null : { latitude, longitude },
    };
  });
}

/** How often each of these pairs has been one; one statement, however many. */
async function historiesOf({ kysely }: Looking, pairs: Pair[], day: string): Promise<PairHistory[]> {
  const from = daysAfter(day, 1 - thresholds.togetherWithinDays);
  const ones = pairs.map(({ cadreIds: [one] }) => one);
  const others = pairs.map(({ cadreIds: [, other] }) => other);
  const { rows } = await sql<{ days: number[] }>`
    select days_together(${ones}::uuid[], ${others}::uuid[], ${from}, ${day}, ${thresholds.togetherSeconds}) as days`.execute(
    kysely,
  );
  const told = rows[0]?.days ?? [];
  return pairs.map((pair, place) => {
    const [together = 0, ofOne = 0, ofOther = 0] = told.slice(3 * place, 3 * place + 3);
    return { ...pair, together, days: [ofOne, ofOther] };
  });
}

/** D4.2 What of a day is asked about. Who stands among many on one step is not asked about each of them as well. */
export async function patternsOn(db: Looking, day: string): Promise<Pattern[]> {
  const visits = await visitsOf(db, day);
  const crowded = sameStep(visits, thresholds);
  const inCrowd = new Set(crowded.flatMap(({ checkInIds }) => checkInIds));
  const apart = visits.filter(({ checkInId }) => !inCrowd.has(checkInId));
  const histories = await historiesOf(db, pairsOf(apart, thresholds), day);
  return [...crowded, ...onePerCadre(alwaysTogether(histories, thresholds)), ...tooFar(visits, thresholds)];
}

/** Of several others with whom one always comes, the one with the most days. */
function onePerCadre(found: Pattern[]): Pattern[] {
  const most = new Map<string, Pattern>();
  for (const pattern of found) {
    const before = most.get(pattern.cadreId);
    if (!before || before.figure < pattern.figure) most.set(pattern.cadreId, pattern);
  }
  return [...most.values()];
}

/** True when it was not noted before. */
export async function note({ kysely }: Looking, day: string, pattern: Pattern, now: Date, today: string) {
  const { kind, cadreId, figure, checkInIds } = pattern;
  const until = daysAfter(today, thresholds.explainDays);
  const { rows } = await sql<{ fresh: boolean }>`
    select note_pattern(${uuidv7()}, ${kind}, ${cadreId}, ${day}, ${figure}, ${checkInIds}::uuid[], ${now}, ${until}) as fresh`.execute(
    kysely,
  );
  return rows[0]?.fresh ?? false;
}
