import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../web/exchange';
import { drawCode } from './codes';
import { makeLogin } from './login';
import { makeMessages, type SentMessage } from './messages';
import { no } from './say';
import { checkText } from './texts';
import { makeToken } from './token';

const LONGEST_QUESTION = 100_000;
const KNOWN_FOR_MS = 2 * 3_600_000;
const KEPT_CALLS = 100;

/** A call that WeChat was asked, for whoever sits at the laptop. */
export interface Heard {
  at: Date;
  path: string;
  question: object;
  /** What was answered, as text; a file by its size. */
  answer: string;
}

/** WeChat, as far as the functions ask it, and what of it can be seen and ordered on a laptop. */
export interface Weixin {
  /** What `wx.login` would give on a phone. */
  issueLoginCode: (openid: string) => string;
  /** Somebody has just been in the mini-program. */
  cameBy: (openid: string) => void;
  /** As when somebody allows one message. */
  acceptMessage: (openid: string, templateId: string) => void;
  /** The next calls of a path are answered with an error. */
  order: (path: string, errcode: number, times?: number) => void;
  /** Ends the access token before its time. */
  endToken: () => void;
  answer: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  heard: readonly Heard[];
  sent: readonly SentMessage[];
}

export function createWeixin(secret: string): Weixin {
  const login = makeLogin(secret);
  const token = makeToken(secret);
  const messages = makeMessages();
  const ordered = new Map<string, number[]>();
  const cameAt = new Map<string, number>();
  const heard: Heard[] = [];
  const wasHere = (openid: string) => Date.now() - (cameAt.get(openid) ?? 0) < KNOWN_FOR_MS;

  async function answerOf(path: string, query: URLSearchParams, body: object): Promise<Buffer | string | object> {
    const errcode = ordered.get(path)?.shift();
    if (errcode !== undefined) return no(errcode, 'ordered');
    if (path === '/sns/jscode2session') return login.exchange(query);
    if (path === '/cgi-bin/stable_token') return token.issue(body);
    if (!token.isGood(query.get('access_token'))) return no(40001, 'invalid credential, access_token is invalid');
    switch (path) {
      case '/wxa/getwxacodeunlimit':
        return drawCode(body);
      case '/wxa/msg_sec_check':
        return checkText(body, wasHere);
      case '/cgi-bin/message/subscribe/send':
        return messages.send(body);
      default:
        return no(48001, 'api unauthorized');
    }
  }

  return {
    issueLoginCode(openid) {
      cameAt.set(openid, Date.now());
      return login.issueLoginCode(openid);
    },
    cameBy: (openid) => cameAt.set(openid, Date.now()),
    acceptMessage: messages.accept,
    order: (path, errcode, times = 1) => ordered.set(path, Array<number>(times).fill(errcode)),
    endToken: token.end,
    heard,
    sent: messages.sent,
    async answer(request, response, url) {
      const path = url.pathname.slice('/weixin'.length);
      const text = (await readBody(request, LONGEST_QUESTION))?.toString('utf8');
      const question = (text ? JSON.parse(text) : Object.fromEntries(url.searchParams)) as object;
      const answer = await answerOf(path, url.searchParams, question);
      const shown = Buffer.isBuffer(answer)
        ? `${answer.length} bytes`
        : typeof answer === 'string'
          ? answer
          : JSON.stringify(answer);
      if (heard.push({ at: new Date(), path, question, answer: shown }) > KEPT_CALLS) heard.shift();
      const type = Buffer.isBuffer(answer) ? 'image/png' : 'text/plain';
      response.writeHead(200, { 'content-type': type }).end(Buffer.isBuffer(answer) ? answer : shown);
    },
  };
}
