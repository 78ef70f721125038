import { dayOf } from '../../api/kernel/calendar';
import type { Job, Result, Work } from '../job';
import { LAPSE_BATCH, lapseBatch } from '../lapsing';

/** C11 Contacts that have waited for their youth's choice long enough end; their places are free whenever this comes. */
export const lapses: Job = { name: 'lapses', periodOf: dayOf, run: (work) => lapseAll(work) };

export async function lapseAll({ db, now, hasTime }: Work, size: number = LAPSE_BATCH): Promise<Result> {
  const counts = { ended: 0 };
  for (let ended = size; ended === size;) {
    if (!hasTime()) return { finished: false, counts };
    ended = await lapseBatch(db, dayOf(now), size);
    counts.ended += ended;
  }
  return { finished: true, counts };
}
