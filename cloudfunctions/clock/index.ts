import { doorOf, platformEnv, type PlatformContext } from '../api/doors/platform';
import { openDatabase, type Database } from '../api/kernel/db';
import { logFailure } from '../api/kernel/log';
import type { Job } from './job';
import { jobsOf } from './jobs';
import { runAll, type Ended } from './run';
import { readClockSettings } from './settings';

interface TimerContext extends PlatformContext {
  getRemainingTimeInMillis?: () => number;
}

type Answer = { ok: true; ended: Record<string, Ended> } | { ok: false; code: 'FORBIDDEN' | 'FAULT' };

/** For a batch of a statement or two: one that was begun is given up after half of it. */
const KEPT_FREE_MS = 10_000;

/** Where the platform does not say how long a run may last: less than the minute that the function is deployed with. */
const UNSAID_MS = 40_000;

interface Held {
  jobs: readonly Job[];
  db: Database;
}

let held: Held | undefined;

function hold(): Held {
  const jobs = jobsOf(readClockSettings(process.env));
  return { jobs, db: openDatabase(undefined, { max: 2 }) };
}

/** D10.2 The timer's call, and nobody else's. What came of it is for the log: the platform hands the answer to nobody. */
export async function main(sent: Record<string, unknown> | null | undefined, context: TimerContext): Promise<Answer> {
  try {
    if (doorOf(sent ?? {}, platformEnv(context)) !== 'timer') return { ok: false, code: 'FORBIDDEN' };
    const { jobs, db } = (held ??= hold());
    const now = new Date();
    const remaining = () => context.getRemainingTimeInMillis?.() ?? UNSAID_MS - (Date.now() - now.getTime());
    return {
      ok: true,
      ended: await runAll(jobs, { db, now, hasTime: (needsMs = KEPT_FREE_MS) => remaining() > needsMs }),
    };
  } catch (error) {
    logFailure(error, { operation: 'clock' });
    return { ok: false, code: 'FAULT' };
  }
}
