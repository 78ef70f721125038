import { anApi, type Api } from '../support/api';
import { alterRole, fillDisk } from '../support/harm';
import { aServer, type Server } from '../support/server';
import { failsMeanwhile } from '../support/unavailable';
import { newOpenid } from '../support/crowd';
import { until } from '../support/until';

let server: Server;
let api: Api;
beforeAll(async () => {
  server = await aServer('unavailable');
  api = await anApi(server);
});
afterAll(async () => {
  await api.end();
  await server.end();
});

const somebodyAsks = () => api.ask({ openid: newOpenid() }, 'privacy.notice', {});

it('connections are refused', () =>
  failsMeanwhile({
    server,
    api,
    why: 'ECONNREFUSED',
    async harm() {
      await server.cutPower();
      await until(async () => 'code' in (await somebodyAsks()));
      return server.start;
    },
  }));

it.each([
  ['there are too many connections', '53300', 'connection limit 0', 'connection limit -1'],
  [
    'the database is read-only',
    '25006',
    'set default_transaction_read_only = on',
    'reset default_transaction_read_only',
  ],
])('%s', (_, why, change, back) =>
  failsMeanwhile({
    server,
    api,
    why,
    async harm() {
      await alterRole(server, change);
      return () => alterRole(server, back);
    },
  }),
);

it('the disk is full', () => failsMeanwhile({ server, api, why: '53100', harm: () => fillDisk(server) }));

it('over HTTP it is 503, with the time to come back', async () => {
  await alterRole(server, 'connection limit 0');
  const headers = { 'content-type': 'application/json', authorization: 'Bearer unknown' };
  const response = await fetch(`${api.url}/api/org/me`, { method: 'POST', headers, body: '{}' });
  await alterRole(server, 'connection limit -1');
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await response.json()).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE', defined: false } });
});
