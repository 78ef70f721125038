import { checkSettings } from '../../cloudfunctions/clock/settings';
import { clockEnvironment } from '../../local/host/settings';
import { untilNext } from '../../local/host/timer';

const environment = clockEnvironment({
  clockUrl: 'postgres://youth_clock:secret@127.0.0.1:5/youth',
  staleIdentity: true,
});

it('names the settings that are missing or malformed, and no value', () => {
  expect(() => checkSettings(environment)).not.toThrow();
  expect(() => checkSettings({ ...environment, PGPORT: 'port-of-call', PGPASSWORD: undefined })).toThrow(
    /^(?!.*port-of-call)[^]*PGPORT: must be a number\nPGPASSWORD/,
  );
});

it('D9.7 the clock is given no key', () => {
  expect(Object.keys(environment).filter((name) => name.startsWith('APP_'))).toEqual([]);
});

it.each([
  ['2026-11-25T16:09:59Z', 1_000],
  ['2026-11-25T16:10:00Z', 24 * 3_600_000],
  ['2026-11-26T04:10:00Z', 12 * 3_600_000],
])('D10.1 the stand-in’s trigger comes ten minutes past midnight in Shanghai; at %s in %d ms', (at, ms) => {
  expect(untilNext(Date.parse(at))).toBe(ms);
});
