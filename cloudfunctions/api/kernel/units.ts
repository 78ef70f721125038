import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { TextState } from '../../../types/words';
import type { Tx } from './db';

/** What of a unit others see: nothing before it is shown. */
export const shownUnit = (unit: string | null, state: TextState): string | null => (state === 'shown' ? unit : null);

/** A unit as its youth sees it, of `youth as y` and `unit_check as k`. */
export const ownUnit = [
  sql<string | null>`coalesce(k.unit, y.unit)`.as('unit'),
  sql<TextState>`coalesce(k.state, 'shown')`.as('unitState'),
] as const;

/** Keeps, of the acting youth, a unit that waits to be read, and forgets the one before. */
export const checkUnit = (tx: Tx, youthId: string, unit: string | null, state: TextState, now: Date) =>
  Promise.all([
    tx.deleteFrom('unit_check').where('youth_id', '=', youthId).execute(),
    unit !== null &&
      state === 'waiting' &&
      tx.insertInto('unit_check').values({ youth_id: youthId, id: uuidv7(), unit, written_at: now }).execute(),
  ]);
