import { sql } from 'kysely';
import type { Database } from '../api/kernel/db';

/** Longer than the platform lets a run last: who holds a job and says nothing for so long has been ended. */
const HELD_SECONDS = 180;

const until = sql<Date>`now() + make_interval(secs => ${HELD_SECONDS})`;

/** Takes a job of a period, unless it is finished or somebody is at it. Of two at once, one gets it. */
export async function claim({ kysely }: Database, job: string, period: string): Promise<boolean> {
  const claimed = await kysely
    .insertInto('clock_run')
    .values({ job, period, begun_at: sql`now()`, held_until: until })
    .onConflict((conflict) =>
      conflict
        .columns(['job', 'period'])
        .doUpdateSet({ held_until: until })
        .where('clock_run.finished_at', 'is', null)
        .where('clock_run.held_until', '<', sql<Date>`now()`),
    )
    .executeTakeFirst();
  return Number(claimed.numInsertedOrUpdatedRows) === 1;
}

const itsRow = ({ kysely }: Database, job: string, period: string) =>
  kysely.updateTable('clock_run').where('job', '=', job).where('period', '=', period);

export const finish = (db: Database, job: string, period: string) =>
  itsRow(db, job, period)
    .set({ finished_at: sql`now()` })
    .execute();

/** The next run may go on at once. */
export const release = (db: Database, job: string, period: string) =>
  itsRow(db, job, period)
    .set({ held_until: sql`now()` })
    .execute();
