import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJson, readBody, sendJson, sendPage, sendText } from '../web/exchange';
import { weixinPage } from './page';
import type { Weixin } from './weixin';

const LONGEST_ORDER = 1024;

interface Order {
  openid?: string;
  templateId?: string;
  path?: string;
  errcode?: number;
}

/** What a laptop may do with its WeChat, below `/local/weixin`. True when it was one of these. */
export async function orderWeixin(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  weixin: Weixin,
): Promise<void> {
  if (request.method === 'GET' && path === '') return sendPage(response, weixinPage(weixin));
  if (request.method !== 'POST') return sendText(response, 404, 'There is nothing here.');
  if (!isJson(request)) return sendText(response, 415, 'Send JSON.');
  const order = JSON.parse((await readBody(request, LONGEST_ORDER))?.toString('utf8') ?? '{}') as Order;
  const { openid, templateId, errcode } = order;
  if (path === '/login-code' && openid) return sendJson(response, 200, { code: weixin.issueLoginCode(openid) });
  if (path === '/accept' && openid && templateId) weixin.acceptMessage(openid, templateId);
  else if (path === '/errors' && order.path && errcode !== undefined) weixin.order(order.path, errcode);
  else return sendText(response, 400, 'login-code {openid}, accept {openid, templateId} or errors {path, errcode}.');
  sendJson(response, 200, {});
}
