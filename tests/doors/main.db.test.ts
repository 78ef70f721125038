import { contract } from '../../types/contract';
import type { MadeCadre } from '../factory';
import { APP_ID } from '../factory';
import { testSettings } from '../support/house';
import { aWorld, type World } from '../support/world';

type Main = (event: Record<string, unknown> | null | undefined, context: object) => Promise<unknown>;

let world: World;
let cadre: MadeCadre;
let main: Main;
const before = { ...process.env };

beforeAll(async () => {
  world = await aWorld();
  cadre = world.factory.aCadre({ org: world.orgs.nanhai, name: '梁倩文' });
  await world.factory.save();
  const url = new URL(world.apiUrl);
  const { APP_ORIGINS, ...settings } = testSettings();
  Object.assign(process.env, settings, {
    APP_ORIGINS: APP_ORIGINS.join(','),
    PGHOST: url.hostname,
    PGPORT: url.port,
    PGUSER: url.username,
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: url.pathname.slice(1),
    APP_PG_TLS: 'off',
    // identity of an earlier caller, as a runtime may leave it behind
    WX_OPENID: 'oSTALE',
    WX_APPID: APP_ID,
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    TCB_UUID: 'stale',
    TCB_CONTEXT_KEYS: 'TCB_UUID',
  });
  ({ main } = await import('../../cloudfunctions/api/index'));
});
afterAll(async () => {
  process.env = before;
  await world.end();
});

const context = (env: Record<string, string>) => ({
  request_id: 'r',
  environment: JSON.stringify({ ...env, WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID' }),
});
const of = (openid: string, appId = APP_ID) => context({ WX_OPENID: openid, WX_APPID: appId });

it('D1.1 the wx door takes the person from the context, whatever the event or process.env say', async () => {
  const event = {
    op: 'org.me',
    input: {},
    openid: 'oOTHER',
    userInfo: { openId: 'oOTHER', appId: APP_ID },
    tcbContext: {},
  };
  expect(await main(event, of(cadre.openid))).toMatchObject({
    ok: true,
    output: { newcomer: false, cadre: { name: '梁倩文' } },
  });
  expect(await main(event, of('oNOBODYYET'))).toMatchObject({ ok: true, output: { newcomer: true } });
});

it('a write that waited under one WeChat account is not done under another', async () => {
  const asOf = (sender: unknown) => main({ op: 'org.me', input: {}, sender }, of(cadre.openid));
  expect(await asOf(cadre.personId)).toMatchObject({ ok: true });
  expect(await asOf('019aa000-0000-7000-8000-000000000000')).toMatchObject({
    ok: false,
    error: { code: 'SENDER_CHANGED' },
  });
  expect(await main({ op: 'privacy.notice', input: {}, sender: cadre.personId }, of('oNOBODYYET'))).toMatchObject({
    error: { code: 'SENDER_CHANGED' },
  });
});

it('D1.1 not from another mini-program, not anonymous, not without an openid', async () => {
  const event = { op: 'org.me', input: {} };
  expect(await main(event, of(cadre.openid, 'wxANOTHER'))).toMatchObject({
    ok: false,
    error: { code: 'NOT_SIGNED_IN', status: 401, defined: true, data: { rule: null } },
  });
  expect(
    await main(event, context({ WX_OPENID: cadre.openid, WX_APPID: APP_ID, TCB_ISANONYMOUS_USER: 'true' })),
  ).toMatchObject({ ok: false });
  expect(await main(event, context({ WX_APPID: APP_ID }))).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});

const operations = Object.entries(contract).flatMap(([slice, verbs]) =>
  Object.keys(verbs).map((verb) => `${slice}.${verb}`),
);

it.each(operations)('D1.5 the system (the timer) may not call %s', async (op) => {
  const event = { Type: 'Timer', TriggerName: 'nightly', Time: '2026-11-24T16:10:00Z', Message: '', op, input: {} };
  expect(await main(event, context({ TRIGGER_SRC: 'timer' }))).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  });
});

it('always answers: without a context, with nonsense in it, with an event of any shape', async () => {
  expect(await main({}, {})).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  expect(await main({ op: 'org.me' }, { environment: '{' })).toMatchObject({
    ok: false,
    error: { code: 'FAULT', data: { requestId: expect.any(String) as string } },
  });
  expect(await main({ op: 7, input: 'x' }, of(cadre.openid))).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
  for (const event of [null, undefined]) {
    expect(await main(event, {})).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await main(event, of(cadre.openid))).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  }
  const fault = await main({ httpMethod: 'POST', path: '/', headers: {} }, { environment: '{' });
  expect(fault).toMatchObject({ statusCode: 500, isBase64Encoded: false });
});
