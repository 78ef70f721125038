import { readClockSettings } from '../../cloudfunctions/clock/settings';
import { clockEnvironment } from '../../local/host/settings';

const environment = clockEnvironment({
  url: 'http://127.0.0.1:6',
  secrets: { weixinSecret: 'the secret of WeChat' },
  clockUrl: 'postgres://youth_clock:secret@127.0.0.1:5/youth',
  staleIdentity: true,
});

it('names the settings that are missing or malformed, and no value', () => {
  expect(() => readClockSettings(environment)).not.toThrow();
  const wrong = { ...environment, PGPORT: 'port-of-call', PGPASSWORD: undefined, APP_WX_SECRET: undefined };
  expect(() => readClockSettings(wrong)).toThrow(
    /^(?!.*port-of-call)[^]*PGPORT: must be a number\nPGPASSWORD[^]*APP_WX_SECRET/,
  );
});

it('D9.7 the clock is given no key', () => {
  expect(Object.keys(environment).filter((name) => name.endsWith('_KEY'))).toEqual([]);
});
