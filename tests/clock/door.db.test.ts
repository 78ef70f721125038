import type { main as Main } from '../../cloudfunctions/clock';
import { APP_ID } from '../factory';
import { httpEnvironment, miniProgramEnvironment, timerEnvironment } from '../../local/host/context';
import { aWorld, type World } from '../support/world';

let world: World;
let main: typeof Main;
const before = { ...process.env };

beforeAll(async () => {
  world = await aWorld();
  const url = new URL(world.clockUrl);
  Object.assign(process.env, {
    PGHOST: url.hostname,
    PGPORT: url.port,
    PGUSER: url.username,
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: url.pathname.slice(1),
    APP_PG_TLS: 'off',
    APP_WX_APPID: APP_ID,
    APP_WX_SECRET: 'secret',
    // identity of an earlier caller, as a runtime may leave it behind
    WX_OPENID: 'oSTALE',
    WX_CONTEXT_KEYS: 'WX_OPENID',
  });
  ({ main } = await import('../../cloudfunctions/clock'));
});
afterAll(async () => {
  process.env = before;
  await world.end();
});

const context = (environment: Record<string, string>) => ({ environment: JSON.stringify(environment) });
const TIMER = { Type: 'Timer', TriggerName: 'daily', Time: '2026-11-25T16:10:00Z', Message: '' };
const FORBIDDEN = { ok: false, code: 'FORBIDDEN' };
const runs = () => world.db.kysely.selectFrom('clock_run').select('job').orderBy('job').execute();

it.each([
  ['a mini-program', { op: 'org.me' }, miniProgramEnvironment('oA', '203.0.113.7')],
  ['a mini-program that imitates the timer', TIMER, miniProgramEnvironment('oA', '203.0.113.7')],
  ['a person in a timer’s context', TIMER, { ...timerEnvironment(), WX_OPENID: 'oA' }],
  ['another client of the platform', TIMER, { ...timerEnvironment(), TCB_UUID: '1' }],
  ['somebody of our own sign-in', TIMER, { ...timerEnvironment(), TCB_CUSTOM_USER_ID: '1' }],
  ['HTTP', { path: '/clock', httpMethod: 'POST', headers: {}, body: JSON.stringify(TIMER) }, httpEnvironment()],
  ['nobody', {}, {}],
])('D10.2 refuses %s, and does nothing', async (_, event, environment) => {
  expect(await main(event, context(environment))).toEqual(FORBIDDEN);
  expect(await runs()).toEqual([]);
});

it('D10.2 always answers: without an event, a context, or sense in them', async () => {
  expect(await main(null, {})).toEqual(FORBIDDEN);
  expect(await main(undefined, {})).toEqual(FORBIDDEN);
  expect(await main({}, { environment: '{' })).toEqual({ ok: false, code: 'FAULT' });
});

it('D10.2 the timer’s call runs every job, as the clock’s own role', async () => {
  const called = { ...context(timerEnvironment()), getRemainingTimeInMillis: () => 60_000 };
  expect(await main(TIMER, called)).toEqual({
    ok: true,
    ended: { messages: 'goesOn', reminders: 'finished', patterns: 'finished', lapses: 'finished', purge: 'finished' },
  });
  expect(await main(TIMER, called)).toEqual({
    ok: true,
    ended: { messages: 'goesOn', reminders: 'notOurs', patterns: 'notOurs', lapses: 'notOurs', purge: 'notOurs' },
  });
  const jobs = ['lapses', 'messages', 'patterns', 'purge', 'reminders'];
  expect(await runs()).toEqual(jobs.map((job) => ({ job })));
});
