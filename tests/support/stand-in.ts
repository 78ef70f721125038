import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { readTestState } from './state';

/** The stand-in that runs while the tests of the built mini-program and of the browser run. */
export const standIn = () => readTestState('stand-in');

interface CallAnswer {
  result?: unknown;
  errCode?: number;
  errMsg: string;
}

/** `wx.cloud.callFunction` of the WeChat account `openid`. */
export const callFunction = (openid: string, name: string, data: object): Promise<CallAnswer> =>
  post('/wx/callFunction', { name, data, openid }) as Promise<CallAnswer>;

/** The code that `wx.login` of the WeChat account `openid` gives. */
export async function loginCode(openid: string): Promise<string> {
  const { code } = (await post('/local/login-code', { openid })) as { code: string };
  return code;
}

/** Without `fetch`, which the mini-program's environment does not have. */
function post(path: string, body: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request(standIn().url + path, { method: 'POST', headers: { 'content-type': 'application/json' } })
      .on('response', (answer) => resolve(json(answer)))
      .on('error', reject)
      .end(JSON.stringify(body));
  });
}
