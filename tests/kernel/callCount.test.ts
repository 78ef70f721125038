import fc from 'fast-check';
import { KNOWN_AT_MOST, makeCallCount, WRITTEN_IN, type Span } from '../../cloudfunctions/api/kernel/callCount';

const SPAN_SECONDS = 60;
const SPAN = SPAN_SECONDS * 1000;

const SESSIONS = ['a', 'b', 'c'];

interface Made {
  process?: number;
  caller?: string;
  nowMs: number;
}

/** Processes that see of each other what is written down of one person, as in `count_caller`. */
function someProcesses(n: number) {
  const processes = Array.from({ length: n }, () => makeCallCount(SPAN_SECONDS));
  let written: Span = { times: 0, untilMs: 0 };
  return ({ process = 0, caller = 'session', nowMs }: Made) => {
    const incoming = processes[process % n]?.(caller, nowMs);
    if (!incoming) throw new Error('there is no such process');
    if (nowMs >= written.untilMs) written = { times: 0, untilMs: 0 };
    if (incoming.toWrite > 0)
      written = { times: written.times + incoming.toWrite, untilMs: written.untilMs || nowMs + SPAN };
    return { ...incoming.times('person', written), wrote: incoming.toWrite };
  };
}

it('one process counts every call, and writes down each tenth time', () => {
  const call = someProcesses(1);
  const calls = Array.from({ length: 45 }, (_, i) => call({ nowMs: i }));
  expect(calls.map(({ times }) => times)).toEqual(calls.map((_, i) => i + 1));
  expect(calls.flatMap(({ wrote }, i) => (wrote > 0 ? [[i + 1, wrote]] : []))).toEqual([
    [10, WRITTEN_IN],
    [20, WRITTEN_IN],
    [30, WRITTEN_IN],
    [40, WRITTEN_IN],
  ]);
});

it('of one person all sessions together are counted', () => {
  const call = someProcesses(1);
  for (let i = 1; i <= 100; i++) expect(call({ caller: `session ${i % 7}`, nowMs: i }).times).toBe(i);
});

it('a call of a new session cannot write what waits, the next one does', () => {
  const call = someProcesses(1);
  for (let i = 1; i < WRITTEN_IN; i++) call({ nowMs: 0 });
  expect(call({ caller: 'new', nowMs: 0 })).toMatchObject({ times: WRITTEN_IN, wrote: 0 });
  expect(call({ caller: 'new', nowMs: 0 })).toMatchObject({ times: WRITTEN_IN + 1, wrote: WRITTEN_IN + 1 });
});

it('several processes know of all calls but fewer than ten of each other one and its first of each session, and never of one too many', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.record({ process: fc.nat(3), caller: fc.constantFrom(...SESSIONS) }), { maxLength: 200 }),
      (processes, made) => {
        const call = someProcesses(processes);
        made.forEach((one, i) => {
          const { times } = call({ ...one, nowMs: i });
          expect(times).toBeLessThanOrEqual(i + 1);
          expect(times).toBeGreaterThan(i - (WRITTEN_IN - 1 + SESSIONS.length) * (processes - 1));
        });
      },
    ),
  );
});

it('a span of time ends with its last millisecond, and the next begins with the next call', () => {
  const call = someProcesses(1);
  call({ nowMs: 0 });
  expect(call({ nowMs: SPAN - 1 })).toMatchObject({ times: 2, untilMs: SPAN });
  expect(call({ nowMs: SPAN })).toMatchObject({ times: 1, untilMs: 2 * SPAN });
});

it('who is over by what others have written waits until that is over', () => {
  const incoming = makeCallCount(SPAN_SECONDS)('session', 0);
  expect(incoming.times('person', { times: 300, untilMs: 5_000 })).toEqual({ times: 301, untilMs: 5_000 });
});

it('of many persons the one who called longest ago is forgotten', () => {
  const call = makeCallCount(SPAN_SECONDS);
  const times = (who: string, nowMs: number) => call(who, nowMs).times(who, { times: 0, untilMs: 0 }).times;
  for (let i = 0; i < KNOWN_AT_MOST; i++) times(`${i}`, 0);
  expect(times('0', 1)).toBe(2);
  times('one more', 1);
  expect(times('0', 2)).toBe(3);
  expect(times('1', 2)).toBe(1);
});
