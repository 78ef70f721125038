import type { HostedFunction } from '../../local/host/hosted-function';
import { startTimer, untilNext } from '../../local/host/timer';

interface Delivered {
  event: unknown;
  environment: Record<string, string>;
}

const delivered: Delivered[] = [];
const hosted = (name: string): HostedFunction => ({
  config: { name, timeoutMs: 1, memoryMb: 1, calledByClients: false },
  processId: () => undefined,
  call: (event, { environment }) => {
    if (name === 'clock') delivered.push({ event, environment: JSON.parse(environment) as Delivered['environment'] });
    return Promise.resolve({ kind: 'returned', json: 'null' });
  },
  stop: () => Promise.resolve(),
});

afterEach(() => jest.useRealTimers());

it('D10.2 the stand-in fires the clock at the start and every minute; every other event comes twice', () => {
  jest.useFakeTimers({ now: new Date('2026-11-25T10:10:40Z') });
  const stop = startTimer([hosted('api'), hosted('clock')]);
  expect(delivered).toHaveLength(2);
  const [{ event, environment }] = delivered as [Delivered];
  expect(event).toMatchObject({ Type: 'Timer', Message: '' });
  expect(environment.TRIGGER_SRC).toBe('timer');
  expect(Object.keys(environment)).not.toContain('WX_OPENID');
  jest.advanceTimersByTime(20_000 - 1);
  expect(delivered).toHaveLength(2);
  jest.advanceTimersByTime(1);
  expect(delivered).toHaveLength(3);
  jest.advanceTimersByTime(60_000);
  expect(delivered).toHaveLength(5);
  stop();
  jest.advanceTimersByTime(120_000);
  expect(delivered).toHaveLength(5);
});

it.each([
  ['2026-11-25T16:09:59Z', 1_000],
  ['2026-11-25T16:10:00Z', 60_000],
  ['2026-11-25T16:10:00.250Z', 59_750],
])('the next full minute: at %s in %d ms', (at, ms) => {
  expect(untilNext(Date.parse(at))).toBe(ms);
});
