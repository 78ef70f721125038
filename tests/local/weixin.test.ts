import { makeLogin } from '../../local/weixin/login';
import { makeToken } from '../../local/weixin/token';

const SECRET = 'secret';
const { issueLoginCode, exchange } = makeLogin(SECRET);

function asked(code: string, change: Record<string, string> = {}): { openid?: string; errcode?: number } {
  const query = { appid: 'wx8f3c1a2b4d5e6f70', secret: SECRET, js_code: code, ...change };
  return exchange(new URLSearchParams(query));
}

it('a code is good once', () => {
  const code = issueLoginCode('oA');
  expect(asked(code)).toMatchObject({ openid: 'oA' });
  expect(asked(code).errcode).toBe(40163);
});

it('a code is good for five minutes', () => {
  jest.useFakeTimers();
  const code = issueLoginCode('oA');
  jest.advanceTimersByTime(5 * 60_000 + 1);
  expect(asked(code).errcode).toBe(40029);
  jest.useRealTimers();
});

it.each([
  ['an unknown code', {}, 40029],
  ['no code', { js_code: '' }, 41008],
  ['another app', { appid: 'wx0' }, 40013],
  ['a wrong secret', { secret: 'x' }, 40125],
])('%s is refused', (_, change, errcode) => {
  expect(asked('never issued', change).errcode).toBe(errcode);
});

it('the access token is the same for everybody until it ends, then another', () => {
  jest.useFakeTimers();
  const token = makeToken(SECRET);
  const question = { grant_type: 'client_credential', appid: 'wx8f3c1a2b4d5e6f70', secret: SECRET };
  const first = token.issue(question) as { access_token: string; expires_in: number };
  expect(first.expires_in).toBe(7200);
  jest.advanceTimersByTime(7_199_000);
  expect(token.issue(question)).toEqual({ access_token: first.access_token, expires_in: 1 });
  jest.advanceTimersByTime(1_000);
  expect(token.isGood(first.access_token)).toBe(false);
  expect((token.issue(question) as { access_token: string }).access_token).not.toBe(first.access_token);
  expect(token.issue({ ...question, secret: 'x' })).toMatchObject({ errcode: 40125 });
  jest.useRealTimers();
});
