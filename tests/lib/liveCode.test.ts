import { clockOf } from '../../src/lib/clock';
import { type LiveCode, runsLow, shownCode } from '../../src/lib/liveCode';

/** Twenty steps of 30 s from step 100, on a phone whose clock is an hour slow. */
const hour = 3_600_000;
const live: LiveCode = {
  stepSeconds: 30,
  codes: Array.from({ length: 20 }, (_, ahead) => ({ step: 100 + ahead, text: `code ${100 + ahead}` })),
  offset: hour,
};
const at = (serverSeconds: number) => shownCode(live, serverSeconds * 1000 - hour);

test("shows the step of the server's clock, not of the phone's", () => {
  expect(at(100 * 30)).toMatchObject({ text: 'code 100', secondsLeft: 30, share: 1, stepsAhead: 19 });
  expect(at(100 * 30 + 29)).toMatchObject({ text: 'code 100', secondsLeft: 1 });
  expect(at(101 * 30)).toMatchObject({ text: 'code 101', secondsLeft: 30 });
});

test('a moment before its answer, by the whole second, shows the answer’s first step', () => {
  expect(at(100 * 30 - 1)).toMatchObject({ text: 'code 100', secondsLeft: 30 });
});

test('has nothing to show once the steps are over', () => {
  expect(at(119 * 30)).toMatchObject({ text: 'code 119', stepsAhead: 0 });
  expect(at(120 * 30).text).toBeNull();
});

test('runs low with fewer than five minutes ahead', () => {
  expect(runsLow(live, at(109 * 30))).toBe(false); // 10 steps ahead: 300 s
  expect(runsLow(live, at(110 * 30))).toBe(true); // 9 steps ahead: 270 s
});

test('D10.2 the clock is late by the way of the answer, never ahead', () => {
  const sent = Date.parse('2026-11-26T02:00:00Z');
  const { offset } = clockOf('2026-11-26T02:00:00Z', sent + 800);
  expect(sent + 800 + offset).toBe(sent);
});
