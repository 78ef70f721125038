import { miniProgramCode } from '../../../cloudfunctions/api/kernel/weixin/codes';
import { checkText } from '../../../cloudfunctions/api/kernel/weixin/texts';
import { isUnavailable } from '../../../cloudfunctions/api/kernel/unavailable';
import { testSettings } from '../../support/house';
import { aWeixin, type Weixin } from '../../support/weixin';

let weixin: Weixin;
let settings: ReturnType<typeof testSettings>;

beforeEach(async () => {
  weixin = await aWeixin('s&cret');
  settings = testSettings(weixin.settings);
});
afterEach(() => weixin.end());

const CODE = '/wxa/getwxacodeunlimit';
const TEXT = '/wxa/msg_sec_check';
const TOKEN = '/cgi-bin/stable_token';
const asked = (): string[] => weixin.heard.map(({ path }) => path);
const poster = { scene: 'Y8zT0cPqgk1m2r3s4t5u6vw', page: 'home/index' };
const failureOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe('the access token', () => {
  it('is fetched once by callers that come together, and kept', async () => {
    await Promise.all([miniProgramCode(settings, poster), miniProgramCode(settings, poster)]);
    await miniProgramCode(settings, poster);
    expect(asked()).toEqual([TOKEN, CODE, CODE, CODE]);
  });

  it('is fetched anew when WeChat has ended it, and the question asked again', async () => {
    await miniProgramCode(settings, poster);
    weixin.endToken();
    expect(await miniProgramCode(settings, poster)).toBeInstanceOf(Buffer);
    expect(asked()).toEqual([TOKEN, CODE, CODE, TOKEN, CODE]);
  });

  it('a wrong secret is a fault that names the call and the code, and is not kept', async () => {
    const wrong = testSettings({ ...weixin.settings, APP_WX_SECRET: 'x' });
    const failure = await failureOf(miniProgramCode(wrong, poster));
    expect(failure).toMatchObject({ name: 'WeixinError', message: `${TOKEN} answered errcode 40125` });
    expect(isUnavailable(failure)).toBe(false);
    expect(await miniProgramCode(settings, poster)).toBeInstanceOf(Buffer);
  });
});

describe('a 小程序码', () => {
  it('is a picture; the page has no slash before it', async () => {
    const picture = await miniProgramCode(settings, poster);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(weixin.heard.at(-1)?.question).toMatchObject({ ...poster, env_version: 'release' });
  });

  it('a no of WeChat is JSON, and no picture', async () => {
    const failure = await failureOf(miniProgramCode(settings, { ...poster, scene: 'x'.repeat(33) }));
    expect(failure).toMatchObject({ message: `${CODE} answered errcode 40169` });
  });

  it('is asked for again after a busy answer, and given up after two', async () => {
    weixin.order(CODE, -1);
    expect(await miniProgramCode(settings, poster)).toBeInstanceOf(Buffer);
    weixin.order(CODE, -1, 2);
    expect(isUnavailable(await failureOf(miniProgramCode(settings, poster)))).toBe(true);
  });
});

describe('a text', () => {
  it.each([
    ['佛山职业技术学院', 'pass'],
    ['违规的字', 'risky'],
    ['存疑的字', 'unsure'],
  ])('%s: %s', async (text, verdict) => {
    weixin.cameBy('oA');
    expect(await checkText(settings, 'oA', text)).toBe(verdict);
  });

  it('of somebody without an openid is not asked about', async () => {
    expect(await checkText(settings, null, '佛山')).toBe('unsure');
    expect(asked()).toEqual([]);
  });

  it.each([61010, 45009, 40003, 43104])('WeChat cannot tell (%i): a person will', async (errcode) => {
    weixin.order(TEXT, errcode);
    expect(await checkText(settings, 'oA', '佛山')).toBe('unsure');
  });

  it('WeChat is silent: a person will', async () => {
    const nowhere = testSettings({ APP_WX_API: 'http://127.0.0.1:1999/weixin' });
    expect(await checkText(nowhere, 'oA', '佛山')).toBe('unsure');
  });

  it('a fault of ours is no opinion', async () => {
    weixin.order(TEXT, 47001);
    expect(await failureOf(checkText(settings, 'oA', '佛山'))).toMatchObject({
      message: `${TEXT} answered errcode 47001`,
    });
  });
});
