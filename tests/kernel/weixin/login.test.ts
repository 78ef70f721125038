import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isUnavailable } from '../../../cloudfunctions/api/kernel/unavailable';
import { codeToOpenid } from '../../../cloudfunctions/api/kernel/weixin/login';
import { testSettings } from '../../support/house';

let server: Server;
let asked: string[] = [];
let next: { status: number; body: string } = { status: 200, body: '{}' };

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(next.status, { 'content-type': 'text/plain' }).end(next.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => (asked = []));

const settings = () =>
  testSettings({
    APP_WX_API: `http://127.0.0.1:${(server.address() as AddressInfo).port}/weixin`,
    APP_WX_SECRET: 's&cret',
  });

it('D1.1 asks code2Session over HTTP and takes the openid', async () => {
  next = { status: 200, body: '{"openid":"oABC","session_key":"x"}' };
  expect(await codeToOpenid(settings(), 'co/de')).toBe('oABC');
  expect(asked).toEqual([
    '/weixin/sns/jscode2session?appid=wx8f3c1a2b4d5e6f70&secret=s%26cret&js_code=co%2Fde&grant_type=authorization_code',
  ]);
});

it.each([40029, 40163])('a bad code (%i) is nobody', async (errcode) => {
  next = { status: 200, body: JSON.stringify({ errcode, errmsg: 'invalid code, rid: 1' }) };
  expect(await codeToOpenid(settings(), 'used')).toBeNull();
});

it.each([
  [200, '{"errcode":-1,"errmsg":"busy"}', 'errcode -1', true],
  [200, '{"errcode":45011,"errmsg":"api minute-quota reach limit"}', 'errcode 45011', true],
  [502, '<html>', 'answered 502', true],
  [200, '{"errcode":40125,"errmsg":"secret"}', 'errcode 40125', false],
  [200, '<html>', 'did not answer with JSON', false],
])('%i %s is no refusal: %s, and passes by itself: %p', async (status, body, message, passes) => {
  next = { status, body };
  const failure: unknown = await codeToOpenid(settings(), 'code').catch((error: unknown) => error);
  expect(failure).toMatchObject({ message: expect.stringContaining(message) as string });
  expect(isUnavailable(failure)).toBe(passes);
});
