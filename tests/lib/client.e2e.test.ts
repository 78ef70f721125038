import { openidOf } from '../../local/demo/cast';
import { standIn } from '../support/stand-in';
import { storageApis } from '../support/wx/api';
import { post } from '../support/wx/door';
import { httpApis } from '../support/wx/http';

/** The mini-program's client as a build with `TARO_APP_DOOR=http` has it, against the house's HTTP door. */
const API = `${standIn().url}/api`;
const openid = openidOf('he-zhiyuan');

async function aMiniProgram(login = () => httpApis(openid).login()) {
  const asked: string[] = [];
  const storage = storageApis();
  const taro = {
    ...storage,
    login: jest.fn(login),
    request: (request: Parameters<ReturnType<typeof httpApis>['request']>[0]) => {
      asked.push(request.url.slice(API.length + 1));
      return httpApis(openid).request(request);
    },
  };
  jest.resetModules();
  jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: taro }));
  const { client } = await import('@/lib/client');
  return { client, asked, login: taro.login, token: () => storage.getStorageSync('session') as string };
}

const before = { ...process.env };
beforeAll(() => {
  Object.assign(process.env, { TARO_ENV: 'weapp', TARO_APP_DOOR: 'http', TARO_APP_API: API });
});
afterAll(() => {
  process.env = before;
});

it('who is not signed in signs in with WeChat’s code, and the call is made again with the session', async () => {
  const { client, asked, login, token } = await aMiniProgram();
  expect(await client.org.me({})).toMatchObject({ newcomer: false, cadre: { name: '何志远' } });
  expect(asked).toEqual(['org/me', 'org/signIn', 'org/me']);
  expect(token()).not.toBe('');

  await client.contact.list({});
  expect(asked.slice(3)).toEqual(['contact/list']);
  expect(login).toHaveBeenCalledTimes(1);
});

it('a session that is over is replaced by a new one, once', async () => {
  const { client, asked, login, token } = await aMiniProgram();
  await client.org.me({});
  const first = token();
  await post({ url: `${API}/org/signOut`, header: { authorization: `Bearer ${first}` }, data: {} });

  expect(await client.contact.list({})).toHaveProperty('items');
  expect(asked.slice(3)).toEqual(['contact/list', 'org/signIn', 'contact/list']);
  expect(token()).not.toBe(first);
  expect(login).toHaveBeenCalledTimes(2);
});

it('calls that find themselves signed out together sign in once', async () => {
  const { client, asked, login } = await aMiniProgram();
  const [me, list, code] = await Promise.all([
    client.org.me({}),
    client.contact.list({}),
    client.contact.code({ kind: 'cadre' }),
  ]);
  expect([me.cadre?.name, list.items.length > 0, code.name]).toEqual(['何志远', true, '何志远']);
  expect(login).toHaveBeenCalledTimes(1);
  expect(asked.filter((op) => op === 'org/signIn')).toHaveLength(1);
});

it('a code that WeChat does not know signs nobody in; the next call tries anew', async () => {
  const { client, login, token } = await aMiniProgram();
  login.mockResolvedValueOnce({ code: 'unknown' });
  await expect(client.org.me({})).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' });
  expect(token()).toBe('');
  expect(await client.org.me({})).toMatchObject({ cadre: { name: '何志远' } });
});
