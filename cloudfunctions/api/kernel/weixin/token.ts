import type { Settings } from '../settings';
import { askWeixin, askWeixinForFile, type Question, WeixinError } from './ask';

interface Token {
  text: string;
  untilMs: number;
}

/** Fetched anew this long before it ends. */
const MARGIN_MS = 60_000;

/** Bad or ended: a new one is fetched and the question asked again. */
const TOKEN_IS_BAD = new Set([40001, 40014, 41001, 42001]);

/** WeChat gives every caller the same stable token until it ends, so each instance keeps its own copy. */
const tokens = new Map<string, Promise<Token>>();

async function fetchToken(settings: Settings): Promise<Token> {
  const { access_token: text, expires_in: seconds } = await askWeixin<{ access_token: string; expires_in: number }>(
    settings,
    {
      method: 'POST',
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid: settings.APP_WX_APPID, secret: settings.APP_WX_SECRET },
      repeat: true,
    },
  );
  return { text, untilMs: Date.now() + seconds * 1000 - MARGIN_MS };
}

const keyOf = ({ APP_WX_API, APP_WX_APPID }: Settings): string => `${APP_WX_API} ${APP_WX_APPID}`;

/** Callers that find none together fetch one; a failure is not kept. */
function fetchOnce(settings: Settings): Promise<Token> {
  const key = keyOf(settings);
  const fetching = fetchToken(settings);
  tokens.set(key, fetching);
  fetching.catch(() => tokens.get(key) === fetching && tokens.delete(key));
  return fetching;
}

async function token(settings: Settings): Promise<Token> {
  const kept = await tokens.get(keyOf(settings));
  return kept && Date.now() < kept.untilMs ? kept : fetchOnce(settings);
}

async function withToken<T>(
  settings: Settings,
  question: Question,
  askOf: (settings: Settings, question: Question) => Promise<T>,
): Promise<T> {
  const carrying = ({ text }: Token): Question => ({ ...question, query: { ...question.query, access_token: text } });
  const first = await token(settings);
  try {
    return await askOf(settings, carrying(first));
  } catch (error) {
    if (!(error instanceof WeixinError && TOKEN_IS_BAD.has(error.errcode))) throw error;
    const kept = await tokens.get(keyOf(settings));
    return askOf(settings, carrying(kept && kept !== first ? kept : await fetchOnce(settings)));
  }
}

/** Asks with the access token. */
export const askAsApp = <Said>(settings: Settings, question: Question): Promise<Said> =>
  withToken(settings, question, (...asked) => askWeixin<Said>(...asked));

/** The same for a call that answers with a file. */
export const askAsAppForFile = (settings: Settings, question: Question): Promise<Buffer> =>
  withToken(settings, question, askWeixinForFile);
