import type { WeixinSettings } from '../settings';
import { Busy, isUnavailable, Unavailable } from '../unavailable';

const TIME_LIMIT_MS = 5_000;
const PAUSE_MS = 200;

export interface Question {
  method: 'GET' | 'POST';
  /** Below the base address, `/sns/jscode2session`. */
  path: string;
  query?: Record<string, string>;
  body?: object;
  /** Asked once more when no answer came. Not where a second time would do something twice. */
  repeat?: boolean;
}

/** WeChat's no. It names the call and the code and quotes nothing: an answer may hold a key, a question a text. */
export class WeixinError extends Error {
  override name = 'WeixinError';
  readonly errcode: number;

  constructor({ path }: Question, errcode: number) {
    super(`${path} answered errcode ${errcode}`);
    this.errcode = errcode;
  }
}

/** Its own trouble: the same again may succeed, and nobody knows what came of this one. */
const TROUBLE = -1;
/** Asked too often in this minute. */
const TOO_OFTEN = new Set([44991, 45011]);

/** A file, or what a JSON answer says: its status is 200 whatever happened, and on success `errcode` may be absent. */
type Answer = { file: Buffer } | { said: unknown };

const FIRST_OF_JSON = '{'.charCodeAt(0);

/** The parser's message would quote the text. */
function parse(bytes: Buffer, { path }: Question): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Error(`${path} did not answer with JSON`);
  }
}

async function askOnce({ APP_WX_API }: WeixinSettings, question: Question, expectsFile: boolean): Promise<Answer> {
  const { method, path, query = {}, body } = question;
  const response = await fetch(`${APP_WX_API}${path}?${new URLSearchParams(query).toString()}`, {
    method,
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (response.status >= 500) throw new Unavailable(`${path} answered ${response.status}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (expectsFile && bytes[0] !== FIRST_OF_JSON) return { file: bytes };
  const said = parse(bytes, question);
  // What is no number may be anything, and the text goes into a log.
  const errcode = Number((said as { errcode?: unknown }).errcode ?? 0);
  if (errcode === TROUBLE) throw new Unavailable(`${path} answered errcode ${errcode}`);
  if (TOO_OFTEN.has(errcode)) throw new Busy(`${path} answered errcode ${errcode}`);
  if (errcode !== 0) throw new WeixinError(question, errcode);
  return { said };
}

async function ask(settings: WeixinSettings, question: Question, expectsFile: boolean): Promise<Answer> {
  try {
    return await askOnce(settings, question, expectsFile);
  } catch (error) {
    if (!question.repeat || !isUnavailable(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return askOnce(settings, question, expectsFile);
  }
}

/** Asks WeChat over HTTPS. Busy or silent is unavailable, a no is a `WeixinError`, anything else a fault. */
export async function askWeixin<Said>(settings: WeixinSettings, question: Question): Promise<Said> {
  const answer = await ask(settings, question, false);
  return ('said' in answer ? answer.said : {}) as Said;
}

/** The same for a call that answers with a file. */
export async function askWeixinForFile(settings: WeixinSettings, question: Question): Promise<Buffer> {
  const answer = await ask(settings, question, true);
  if ('file' in answer) return answer.file;
  throw new Error(`${question.path} did not answer with a file`);
}

/** What a question is worth when WeChat says no with one of these codes; any other no is thrown on. */
export async function unlessErrcode<T, Otherwise>(
  answer: Promise<T>,
  errcodes: readonly number[],
  otherwise: Otherwise,
): Promise<T | Otherwise> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof WeixinError && errcodes.includes(error.errcode)) return otherwise;
    throw error;
  }
}
