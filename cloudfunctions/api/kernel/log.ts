import pino from 'pino';
import { DatabaseError } from 'pg';
import { isUnavailable } from './unavailable';

/** A line is written before the caller is answered: the platform may stop the process right after. */
const logger = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 1, sync: true }),
);

const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());

/** A database's message and detail may quote a row, so only what is ours of it is kept. */
export function described(error: unknown): object {
  if (error instanceof DatabaseError) {
    const { code, table, constraint, routine } = error;
    return { type: 'DatabaseError', code, table, constraint, routine, at: framesOf(error) };
  }
  if (!(error instanceof Error)) return { type: typeof error };
  return { type: error.name, message: error.message, at: framesOf(error) };
}

/** D9.8 Writes down that a job of the clock has run: how it ended, and how many of what, never whose. */
export const logJob = (line: { job: string; period: string; ended: string; counts: Record<string, number> }): void =>
  logger.info(line, 'job');

/**
 * D9.8 Writes a failure down once, with the number that the caller was given: a fault, or what was unavailable for a
 * while. A line holds operation names, codes and places in the program; never input, never a person.
 */
export function logFailure(error: unknown, where: { requestId?: string; operation?: string }): void {
  if (isUnavailable(error)) logger.warn({ ...where, unavailable: described(error) }, 'unavailable');
  else logger.error({ ...where, fault: described(error) }, 'fault');
}
