import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { standIn } from '../support/stand-in';

const run = promisify(execFile);
jest.setTimeout(60_000);

const post = (path: string, type: string, body: object) =>
  fetch(`${standIn().url}${path}`, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });

it('D10.2 fired by hand, the clock finds that the day’s first delivery has done the work', async () => {
  const command = () =>
    run(process.execPath, ['--import', 'tsx', 'local/clock.ts'], {
      env: { ...process.env, PORT: new URL(standIn().url).port },
    });
  await command();
  expect(JSON.parse((await command()).stdout)).toMatchObject({ ok: true, ended: { purge: 'notOurs' } });
});

it('D10.2 no client reaches it: not as a function, not over HTTP, not from a page of another site', async () => {
  const called = await post('/wx/callFunction', 'application/json', { name: 'clock', openid: 'oA', data: {} });
  expect(await called.json()).toMatchObject({ errCode: -501000 });
  expect((await post('/clock', 'application/json', {})).status).toBe(405);
  expect((await post('/local/clock', 'text/plain', {})).status).toBe(415);
});
