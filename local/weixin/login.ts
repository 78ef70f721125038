import { randomBytes } from 'node:crypto';
import { APP_ID } from '../host/functions';
import { no } from './say';

const CODE_LIFE_MS = 5 * 60_000;

interface LoginCode {
  openid: string;
  until: number;
  used: boolean;
}

/** `wx.login` and code2Session: a code is good for five minutes, once. */
export function makeLogin(secret: string) {
  const codes = new Map<string, LoginCode>();

  function issueLoginCode(openid: string): string {
    const code = randomBytes(16).toString('hex');
    codes.set(code, { openid, until: Date.now() + CODE_LIFE_MS, used: false });
    return code;
  }

  /** `GET /sns/jscode2session` */
  function exchange(query: URLSearchParams): object {
    if (query.get('appid') !== APP_ID) return no(40013, 'invalid appid');
    if (query.get('secret') !== secret) return no(40125, 'invalid appsecret');
    const code = query.get('js_code');
    if (!code) return no(41008, 'missing code');
    const found = codes.get(code);
    if (!found || found.until < Date.now()) return no(40029, 'invalid code');
    if (found.used) return no(40163, 'code been used');
    found.used = true;
    return { openid: found.openid, session_key: randomBytes(16).toString('base64') };
  }

  return { issueLoginCode, exchange };
}
