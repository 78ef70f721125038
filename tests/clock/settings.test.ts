import { checkSettings } from '../../cloudfunctions/clock/settings';
import { clockEnvironment } from '../../local/host/settings';

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
