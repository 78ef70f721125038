import { readTestState } from './state';

/** The stand-in that runs while the tests of the built mini-program and of the browser run. */
export interface TestStandIn {
  url: string;
  ownerUrl: string;
  apiUrl: string;
}

export const standIn = (): TestStandIn => readTestState<TestStandIn>('stand-in');

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

async function post(path: string, body: object): Promise<unknown> {
  const answer = await fetch(standIn().url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}
