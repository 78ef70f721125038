import type { WeixinSettings } from '../settings';
import { Busy, isUnavailable } from '../unavailable';
import { askWeixin, askWeixinForFile, type Question, WeixinError } from './ask';

interface Kept {
  token: Promise<string>;
  /** Not known while it is fetched. */
  untilMs: number;
}

/** Fetched anew this long before it ends. */
const MARGIN_MS = 60_000;

/** Bad or ended: a new one is fetched and the question asked again. */
const TOKEN_IS_BAD = new Set([40001, 40014, 41001, 42001]);

/** WeChat gives every caller the same stable token until it ends, so each instance keeps its own copy. */
const kept = new Map<string, Kept>();

const fetchToken = (settings: WeixinSettings) =>
  askWeixin<{ access_token: string; expires_in: number }>(settings, {
    method: 'POST',
    path: '/cgi-bin/stable_token',
    body: { grant_type: 'client_credential', appid: settings.APP_WX_APPID, secret: settings.APP_WX_SECRET },
    repeat: true,
  });

const keyOf = ({ APP_WX_API, APP_WX_APPID }: WeixinSettings): string => `${APP_WX_API} ${APP_WX_APPID}`;

/** Without a token nothing was asked that needs one. */
const notAsked = (cause: unknown): never => {
  throw isUnavailable(cause) ? new Busy('there is no access token', { cause }) : cause;
};

/** Callers that need one together share it; a failure is not kept. */
function fetchOnce(settings: WeixinSettings): Promise<string> {
  const key = keyOf(settings);
  const fetching: Kept = {
    token: fetchToken(settings).then(({ access_token, expires_in }) => {
      fetching.untilMs = Date.now() + expires_in * 1000 - MARGIN_MS;
      return access_token;
    }, notAsked),
    untilMs: Infinity,
  };
  kept.set(key, fetching);
  fetching.token.catch(() => kept.get(key) === fetching && kept.delete(key));
  return fetching.token;
}

function token(settings: WeixinSettings): Promise<string> {
  const found = kept.get(keyOf(settings));
  return found && Date.now() < found.untilMs ? found.token : fetchOnce(settings);
}

async function withToken<T>(
  settings: WeixinSettings,
  question: Question,
  askOf: (settings: WeixinSettings, question: Question) => Promise<T>,
): Promise<T> {
  const carrying = (text: string): Question => ({ ...question, query: { ...question.query, access_token: text } });
  const first = await token(settings);
  try {
    return await askOf(settings, carrying(first));
  } catch (error) {
    if (!(error instanceof WeixinError && TOKEN_IS_BAD.has(error.errcode))) throw error;
    const now = await token(settings);
    return askOf(settings, carrying(now === first ? await fetchOnce(settings) : now));
  }
}

/** Asks with the access token. */
export const askAsApp = <Said>(settings: WeixinSettings, question: Question): Promise<Said> =>
  withToken(settings, question, (...asked) => askWeixin<Said>(...asked));

/** The same for a call that answers with a file. */
export const askAsAppForFile = (settings: WeixinSettings, question: Question): Promise<Buffer> =>
  withToken(settings, question, askWeixinForFile);
