import type { Settings } from '../settings';
import { askWeixin, unlessErrcode } from './ask';

/** Invalid, too old, or used before. */
const CODE_IS_BAD = [40029, 40163];

/** Exchanges the code of `wx.login` for the openid (code2Session); null for a bad code. The AppSecret stays here. */
export async function codeToOpenid(settings: Settings, code: string): Promise<string | null> {
  const { openid } = await unlessErrcode(
    askWeixin<{ openid?: string }>(settings, {
      method: 'GET',
      path: '/sns/jscode2session',
      query: {
        appid: settings.APP_WX_APPID,
        secret: settings.APP_WX_SECRET,
        js_code: code,
        grant_type: 'authorization_code',
      },
    }),
    CODE_IS_BAD,
    { openid: null },
  );
  if (openid === undefined) throw new Error('code2Session answered without an openid');
  return openid;
}
