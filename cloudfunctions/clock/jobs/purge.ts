import { periods } from '../../../config/retention';
import { dayOf } from '../../api/kernel/calendar';
import type { Job, Result, Work } from '../job';
import { BATCH, purgeBatch } from '../purging';

/** D9.10 What has outlived its period goes, table by table, a batch at a time. */
export const purge: Job = { name: 'purge', periodOf: dayOf, run: purgeAll };

export async function purgeAll({ db, now, hasTime }: Work): Promise<Result> {
  const counts: Record<string, number> = {};
  for (const { table } of periods) {
    for (let gone = BATCH; gone === BATCH;) {
      if (!hasTime()) return { finished: false, counts };
      gone = await purgeBatch(db, table, now);
      if (gone > 0) counts[table] = (counts[table] ?? 0) + gone;
    }
  }
  return { finished: true, counts };
}
