import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { APP_ID } from './host/functions';

const CODE_LIFE_MS = 5 * 60_000;

interface LoginCode {
  openid: string;
  until: number;
  used: boolean;
}

/** The few of WeChat's own calls that the functions make. */
export interface Weixin {
  /** What `wx.login` would give on a phone: good for five minutes, once. */
  issueLoginCode: (openid: string) => string;
  /** `GET /sns/jscode2session` */
  jscode2session: (response: ServerResponse, query: URLSearchParams) => void;
}

export function createWeixin(secret: string): Weixin {
  const codes = new Map<string, LoginCode>();

  function issueLoginCode(openid: string): string {
    const code = randomBytes(16).toString('hex');
    codes.set(code, { openid, until: Date.now() + CODE_LIFE_MS, used: false });
    return code;
  }

  function exchange(query: URLSearchParams): object {
    if (query.get('appid') !== APP_ID) return refusal(40013, 'invalid appid');
    if (query.get('secret') !== secret) return refusal(40125, 'invalid appsecret');
    const code = query.get('js_code');
    if (!code) return refusal(41008, 'missing code');
    const found = codes.get(code);
    if (!found || found.until < Date.now()) return refusal(40029, 'invalid code');
    if (found.used) return refusal(40163, 'code been used');
    found.used = true;
    return { openid: found.openid, session_key: randomBytes(16).toString('base64') };
  }

  return {
    issueLoginCode,
    jscode2session(response, query) {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(exchange(query)));
    },
  };
}

/** WeChat refuses with status 200 and a text that ends in the request's id. */
const refusal = (errcode: number, text: string): object => ({
  errcode,
  errmsg: `${text}, rid: ${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`,
});
