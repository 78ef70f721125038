import type { IncomingMessage, ServerResponse } from 'node:http';
import { choose, forget, isChosen, showChooser } from '../chooser/chooser';
import type { HostedFunction } from '../host/hosted-function';
import { answerHttp } from '../host/http-door';
import { deliver } from '../host/timer';
import { callFunction } from '../host/wx-door';
import type { Files } from '../cloudbase/files';
import { orderWeixin } from '../weixin/routes';
import type { Weixin } from '../weixin/weixin';
import { isJson, sendJson, sendText, type Handler } from './exchange';
import { serveFile } from './static';

interface Behind {
  functions: readonly HostedFunction[];
  weixin: Weixin;
  files: Files;
  /** The folder of the built web app. */
  screens: string;
  ownerUrl: string;
  sealKey: string;
}

const ORDERS = '/local/weixin';
const FILES = '/cloudbase/cos/';

/** Which address leads where. */
export const routes = (behind: Behind): Handler => {
  const api = behind.functions.find(({ config }) => config.name === 'api');
  return async (request, response, url) => {
    const { pathname } = url;
    switch (`${request.method} ${pathname}`) {
      case 'POST /wx/callFunction':
        return callFunction(request, response, behind.functions, behind.weixin);
      case 'POST /cloudbase/admin':
        return behind.files.ask(request, response, `${url.origin}/cloudbase`);
      case 'POST /local/clock':
        return fireClock(request, response, behind.functions);
      case 'POST /local/as':
        return choose(request, response, behind);
      case 'GET /local/out':
        return forget(response);
      case 'GET /local/':
        return showChooser(response, behind);
    }
    if (pathname.startsWith(ORDERS))
      return orderWeixin(request, response, pathname.slice(ORDERS.length), behind.weixin);
    if (pathname.startsWith('/weixin/')) return behind.weixin.answer(request, response, url);
    if (pathname.startsWith(FILES)) {
      const path = decodeURIComponent(pathname.slice(FILES.length));
      return request.method === 'PUT'
        ? behind.files.put(request, response, path)
        : behind.files.get(request, response, path);
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
