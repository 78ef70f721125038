import fc from 'fast-check';
import { callsByAll, makeCallCount, WRITTEN_IN } from '../../cloudfunctions/api/kernel/callCount';

const SPAN_SECONDS = 60;

/** Processes that see of each other what is written down, as in `count_calls`. */
function someProcesses(n: number) {
  const counts = Array.from({ length: n }, () => makeCallCount(SPAN_SECONDS));
  let written = { calls: 0, untilMs: 0 };
  return (process: number, nowMs: number) => {
    const own = counts[process % n]?.('caller', nowMs);
    if (!own) throw new Error('there is no such process');
    if (nowMs >= written.untilMs) written = { calls: 0, untilMs: 0 };
    if (own.toWrite > 0) {
      const untilMs = written.untilMs || nowMs + SPAN_SECONDS * 1000;
      written = { calls: written.calls + own.toWrite, untilMs };
    }
    return { ...callsByAll(own, written), wrote: own.toWrite };
  };
}

it('one process counts every call, and writes each tenth time', () => {
  const call = someProcesses(1);
  const calls = Array.from({ length: 45 }, (_, i) => call(0, i));
  expect(calls.map(({ times }) => times)).toEqual(calls.map((_, i) => i + 1));
  expect(calls.filter(({ wrote }) => wrote > 0)).toHaveLength(4);
});

it('several processes know of each call but for fewer than ten of each other one, and never of one too many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(3), { maxLength: 200 }), (processes, order) => {
      const call = someProcesses(processes);
      order.forEach((process, i) => {
        const { times } = call(process, i);
        expect(times).toBeLessThanOrEqual(i + 1);
        expect(times).toBeGreaterThan(i - (WRITTEN_IN - 1) * (processes - 1));
      });
    }),
  );
});

it('a span of time ends with its last millisecond, and the next begins with the next call', () => {
  const call = someProcesses(1);
  const end = SPAN_SECONDS * 1000;
  for (let i = 1; i < WRITTEN_IN; i++) call(0, 0);
  expect(call(0, end - 1)).toMatchObject({ times: WRITTEN_IN, wrote: WRITTEN_IN });
  expect(call(0, end)).toMatchObject({ times: WRITTEN_IN + 1, untilMs: 2 * end });
  expect(call(0, 2 * end - 1)).toMatchObject({ times: 2, wrote: 0 });
});

it('of many callers the one who called longest ago is forgotten', () => {
  const count = makeCallCount(SPAN_SECONDS);
  for (let i = 0; i < 10_000; i++) count(`${i}`, 0);
  expect(count('0', 1).calls).toBe(2);
  count('one more', 1);
  expect(count('0', 2).calls).toBe(3);
  expect(count('1', 2).calls).toBe(1);
});
