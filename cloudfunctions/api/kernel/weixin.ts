import type { Settings } from './settings';
import { Unavailable } from './unavailable';

const TIME_LIMIT_MS = 5_000;

/** WeChat's answers have status 200 whatever happened; `errcode` tells, and may be absent on success. */
interface Answer {
  errcode?: unknown;
  openid?: string;
}

/** The text holds a session key, and a parser's message would quote it. */
function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    throw new Error('code2Session did not answer with JSON');
  }
}

const CODE_IS_BAD = new Set([40029, 40163]);

/** WeChat is busy, or has been asked too often. */
const COMES_AGAIN = new Set([-1, 45011]);

/**
 * Exchanges the code of `wx.login` for the openid (code2Session). Null when the code is invalid, used or too old;
 * a WeChat that is busy or broken is unavailable, everything else that goes wrong is a fault. The AppSecret stays here.
 */
export async function codeToOpenid(settings: Settings, code: string): Promise<string | null> {
  const query = new URLSearchParams({
    appid: settings.APP_WX_APPID,
    secret: settings.APP_WX_SECRET,
    js_code: code,
    grant_type: 'authorization_code',
  });
  const response = await fetch(`${settings.APP_WX_API}/sns/jscode2session?${query.toString()}`, {
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  });
  if (response.status >= 500) throw new Unavailable(`code2Session answered ${response.status}`);
  const answer = readAnswer(await response.text());
  if (answer.openid) return answer.openid;
  // What is no number may be anything, and the text goes into a log.
  const errcode = Number(answer.errcode ?? 0);
  if (CODE_IS_BAD.has(errcode)) return null;
  const said = `code2Session answered ${response.status}, errcode ${errcode}`;
  throw COMES_AGAIN.has(errcode) ? new Unavailable(said) : new Error(said);
}
