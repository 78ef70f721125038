import { doorOf, platformEnv } from '../../cloudfunctions/api/doors/platform';

const http = { path: '/contact/list', httpMethod: 'POST', headers: {} };

describe('D1.1 identity comes from the context alone', () => {
  it('reads environment, else environ, and never process.env', () => {
    process.env.WX_OPENID = 'oSTALE';
    process.env.WX_CONTEXT_KEYS = 'WX_OPENID';
    expect(platformEnv({ environment: '{"WX_OPENID":"oA","WX_CONTEXT_KEYS":"WX_OPENID,WX_UNIONID"}' }).WX_OPENID).toBe(
      'oA',
    );
    expect(platformEnv({ environ: 'WX_APPID=wx1;WX_OPENID=oB;TCB_ENV=a=b' })).toEqual({
      WX_APPID: 'wx1',
      WX_OPENID: 'oB',
      TCB_ENV: 'a=b',
    });
    expect(platformEnv({ environment: '{"WX_APPID":"wx1"}' }).WX_OPENID).toBeUndefined();
    expect(platformEnv({})).toEqual({});
    delete process.env.WX_OPENID;
    delete process.env.WX_CONTEXT_KEYS;
  });
});

describe('which door', () => {
  it.each([
    ['a mini-program', { op: 'org.me' }, { WX_OPENID: 'oA' }, 'wx'],
    ['a mini-program that imitates HTTP', http, { WX_OPENID: 'oA' }, 'wx'],
    ['a mini-program that imitates the timer', { Type: 'Timer' }, { WX_OPENID: 'oA' }, 'wx'],
    ['a browser', http, {}, 'http'],
    ['the timer', { Type: 'Timer' }, { TRIGGER_SRC: 'timer' }, 'timer'],
    ['another client of the platform', { op: 'org.me' }, { TCB_UUID: '1' }, 'refused'],
    ['another client that imitates HTTP', http, { TCB_CUSTOM_USER_ID: '1' }, 'refused'],
    ['nothing known', { op: 'org.me' }, {}, 'refused'],
  ] as const)('%s', (_, event, env, door) => {
    expect(doorOf(event, env)).toBe(door);
  });
});
