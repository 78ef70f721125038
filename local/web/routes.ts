import type { IncomingMessage, ServerResponse } from 'node:http';
import { choose, forget, isChosen, showChooser } from '../chooser/chooser';
import type { HostedFunction } from '../host/hosted-function';
import { answerHttp } from '../host/http-door';
import { deliver } from '../host/timer';
import { callFunction } from '../host/wx-door';
import type { Weixin } from '../weixin';
import { isJson, readBody, sendJson, sendText, type Handler } from './exchange';
import { serveFile } from './static';

interface Behind {
  functions: readonly HostedFunction[];
  weixin: Weixin;
  /** The folder of the built web app. */
  screens: string;
  ownerUrl: string;
  sealKey: string;
}

/** Which address leads where. */
export const routes = (behind: Behind): Handler => {
  const api = behind.functions.find(({ config }) => config.name === 'api');
  return async (request, response, url) => {
    const { pathname } = url;
    switch (`${request.method} ${pathname}`) {
      case 'POST /wx/callFunction':
        return callFunction(request, response, behind.functions);
      case 'GET /weixin/sns/jscode2session':
        return behind.weixin.jscode2session(response, url.searchParams);
      case 'POST /local/login-code':
        return issueLoginCode(request, response, behind.weixin);
      case 'POST /local/clock':
        return fireClock(request, response, behind.functions);
      case 'POST /local/as':
        return choose(request, response, behind);
      case 'GET /local/out':
        return forget(response);
      case 'GET /local/':
        return showChooser(response, behind);
    }
    if (api && (pathname === '/api' || pathname.startsWith('/api/'))) return answerHttp(request, response, url, api);
    const arrives = (pathname === '/' && !url.searchParams.has('browser')) || pathname.startsWith('/s/');
    if (arrives && !(await isChosen(request, behind))) return showChooser(response, behind);
    return serveFile(request, response, behind.screens, pathname);
  };
};

/** Fires the clock's timer by hand, and shows what the platform would throw away: what came of it. */
async function fireClock(
  request: IncomingMessage,
  response: ServerResponse,
  functions: readonly HostedFunction[],
): Promise<void> {
  if (!isJson(request)) return sendText(response, 415, 'Send JSON.');
  const outcome = await deliver(functions);
  if (outcome.kind !== 'returned') return sendJson(response, 500, { failed: outcome.kind });
  sendJson(response, 200, JSON.parse(outcome.json) as unknown);
}

async function issueLoginCode(request: IncomingMessage, response: ServerResponse, weixin: Weixin): Promise<void> {
  if (!isJson(request)) return sendText(response, 415, 'Send JSON.');
  const body = await readBody(request, 1024);
  const { openid } = JSON.parse(body?.toString('utf8') ?? '{}') as { openid?: string };
  if (!openid) return sendText(response, 400, 'Say whose code it is: {"openid": "…"}.');
  sendJson(response, 200, { code: weixin.issueLoginCode(openid) });
}
