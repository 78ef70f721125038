import type { Database } from '../api/kernel/db';

/** What a job works with. */
export interface Work {
  db: Database;
  now: Date;
  /** Whether another batch can be begun before the platform ends the run: one that takes so long at most, or a short one. */
  hasTime: (needsMs?: number) => boolean;
}

export interface Result {
  /** False when the time was over before the work: the next run goes on. */
  finished: boolean;
  /** For the log: numbers, and no person. */
  counts: Record<string, number>;
}

/**
 * Something that is done once in a period, by whichever run comes first. What is undone the database says: a run that
 * begins where another broke off, or does the same again, does no harm.
 */
export interface Job {
  name: string;
  /** The period of a moment by its name, in Asia/Shanghai (D10.1); never the hour at which a timer was expected. */
  periodOf: (now: Date) => string;
  run: (work: Work) => Promise<Result>;
}
