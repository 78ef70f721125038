/** So many calls of a caller are written down at once. */
export const WRITTEN_IN = 10;

/** Of so many callers a process knows how often they have called; whoever called first is forgotten first. */
const KNOWN_AT_MOST = 10_000;

interface Running {
  calls: number;
  notWritten: number;
  untilMs: number;
}

/** What a process knows of a caller's calls in the running span of time, with the one that is just made. */
export interface OwnCalls extends Running {
  /** So many are to be written down together with this one; mostly none. */
  toWrite: number;
}

/**
 * Counts calls where they arrive, and lets them be written down in tens, for the other processes to see: a write for
 * each call costs every call a quarter of its time. One process lets nobody go over a limit; several of them, by fewer
 * than ten calls each.
 */
export function makeCallCount(spanSeconds: number) {
  const callers = new Map<string, Running>();
  return (caller: string, nowMs: number): OwnCalls => {
    const before = callers.get(caller);
    const isRunning = before !== undefined && nowMs < before.untilMs;
    const { calls, notWritten, untilMs } = isRunning
      ? before
      : { calls: 0, notWritten: 0, untilMs: nowMs + spanSeconds * 1000 };
    const toWrite = notWritten + 1 === WRITTEN_IN ? WRITTEN_IN : 0;
    const running = { calls: calls + 1, notWritten: notWritten + 1 - toWrite, untilMs };
    callers.delete(caller);
    callers.set(caller, running);
    for (const first of callers.keys()) {
      if (callers.size <= KNOWN_AT_MOST) break;
      callers.delete(first);
    }
    return { ...running, toWrite };
  };
}

/** How often a caller has called by all that is known: here, and as all processes have written down. */
export const callsByAll = (
  own: OwnCalls,
  written: { calls: number; untilMs: number },
): { times: number; untilMs: number } => ({
  times: Math.max(own.calls, written.calls + own.notWritten),
  untilMs: Math.max(own.untilMs, written.untilMs),
});
