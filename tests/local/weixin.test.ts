import type { ServerResponse } from 'node:http';
import { createWeixin } from '../../local/weixin';

const SECRET = 'secret';
const weixin = createWeixin(SECRET);

function exchange(code: string, change: Record<string, string> = {}): { openid?: string; errcode?: number } {
  const query = {
    appid: 'wx8f3c1a2b4d5e6f70',
    secret: SECRET,
    js_code: code,
    grant_type: 'authorization_code',
    ...change,
  };
  let text = '';
  const response = {
    writeHead: (status: number, headers: Record<string, string>) => {
      expect([status, headers['content-type']]).toEqual([200, 'text/plain']);
      return response;
    },
    end: (body: string) => (text = body),
  };
  weixin.jscode2session(response as unknown as ServerResponse, new URLSearchParams(query));
  return JSON.parse(text) as { openid?: string; errcode?: number };
}

it('a code is good once', () => {
  const code = weixin.issueLoginCode('oA');
  expect(exchange(code)).toMatchObject({ openid: 'oA' });
  expect(exchange(code).errcode).toBe(40163);
});

it('a code is good for five minutes', () => {
  jest.useFakeTimers();
  const code = weixin.issueLoginCode('oA');
  jest.advanceTimersByTime(5 * 60_000 + 1);
  expect(exchange(code).errcode).toBe(40029);
  jest.useRealTimers();
});

it.each([
  ['an unknown code', {}, 40029],
  ['no code', { js_code: '' }, 41008],
  ['another app', { appid: 'wx0' }, 40013],
  ['a wrong secret', { secret: 'x' }, 40125],
])('%s is refused with status 200', (_, change, errcode) => {
  expect(exchange('never issued', change).errcode).toBe(errcode);
});
