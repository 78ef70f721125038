import { logFailure, logJob } from '../api/kernel/log';
import { claim, finish, release } from './claim';
import type { Job, Work } from './job';

/** How a job of this run ended: another run has done it or is at it, or it will go on at the next one. */
export type Ended = 'finished' | 'goesOn' | 'notOurs' | 'failed';

async function runOne({ name, periodOf, run }: Job, work: Work): Promise<Ended> {
  const { db, now } = work;
  const period = periodOf(now);
  try {
    if (!(await claim(db, name, period))) {
      logJob({ job: name, period, ended: 'notOurs', counts: {} });
      return 'notOurs';
    }
    const { finished, counts } = await run(work).catch(async (error: unknown) => {
      await release(db, name, period).catch(() => undefined);
      throw error;
    });
    await (finished ? finish : release)(db, name, period);
    const ended = finished ? 'finished' : 'goesOn';
    logJob({ job: name, period, ended, counts });
    return ended;
  } catch (error) {
    logFailure(error, { operation: `clock.${name}` });
    return 'failed';
  }
}

/** Does every job that is undone in its period, one after another; one that fails stops none. */
export async function runAll(jobs: readonly Job[], work: Work): Promise<Record<string, Ended>> {
  const ended: Record<string, Ended> = {};
  for (const job of jobs) ended[job.name] = await runOne(job, work);
  return ended;
}
