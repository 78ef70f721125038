/** So many calls of a person are written down together. */
export const WRITTEN_IN = 10;

/** A process knows so many callers and persons; of more, it forgets who called longest ago. */
export const KNOWN_AT_MOST = 10_000;

/** How often something was done in the running span of time, and until when it runs (in milliseconds). */
export interface Span {
  times: number;
  untilMs: number;
}

interface Own extends Span {
  notWritten: number;
}

/** A call that has just come in. */
export interface IncomingCall {
  /** So many calls are to be written down together with it; mostly none. */
  toWrite: number;
  /** How often the person has called, by what this process knows and by what all have written down. */
  times(personId: string, written: Span): Span;
}

/** The last that was used of each key. */
function known<Value>() {
  const all = new Map<string, Value>();
  return {
    get: (key: string) => all.get(key),
    set(key: string, value: Value) {
      all.delete(key);
      all.set(key, value);
      const [longestAgo] = all.size > KNOWN_AT_MOST ? all.keys() : [];
      if (longestAgo !== undefined) all.delete(longestAgo);
    },
  };
}

/**
 * Counts persons' calls where they arrive, and lets them be written down in tens, for the other processes to see: a write
 * for each call costs every call a fifth of its time. Whose the first call of a caller (a session, an account) is, is not
 * known before it is answered: it waits for the next. One process lets nobody over a limit; several of them, by fewer
 * than ten calls each, and one more for each session that is new to them.
 */
export function makeCallCount(spanSeconds: number) {
  const persons = known<string>();
  const counts = known<Own>();

  /** Counts one more call; one that `canWrite` takes along all that wait, when they are enough. */
  function counted(personId: string, nowMs: number, canWrite: boolean): Own & { toWrite: number } {
    const before = counts.get(personId);
    const { times, notWritten, untilMs } =
      before && nowMs < before.untilMs ? before : { times: 0, notWritten: 0, untilMs: nowMs + spanSeconds * 1000 };
    const waiting = notWritten + 1;
    const toWrite = canWrite && waiting >= WRITTEN_IN ? waiting : 0;
    const own = { times: times + 1, notWritten: waiting - toWrite, untilMs };
    counts.set(personId, own);
    return { ...own, toWrite };
  }

  return (caller: string, nowMs: number): IncomingCall => {
    const whose = persons.get(caller);
    const own = whose === undefined ? null : counted(whose, nowMs, true);
    return {
      toWrite: own?.toWrite ?? 0,
      times(personId, written) {
        persons.set(caller, personId);
        const { times, notWritten, untilMs } = own ?? counted(personId, nowMs, false);
        const byAll = written.times + notWritten;
        return byAll > times ? { times: byAll, untilMs: written.untilMs } : { times, untilMs };
      },
    };
  };
}
