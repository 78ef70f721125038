import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../web/exchange';
import { contextFor, httpEnvironment } from './context';
import { ENVIRONMENT_ID, LIMITS } from './functions';
import type { HostedFunction, Outcome } from './hosted-function';

interface Integrated {
  statusCode: number;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

const TEXT = /^(text\/|application\/(json|x-www-form-urlencoded)|[^;]+\+json)/;

/** CloudBase's HTTP access: the request becomes an event, the answer a response. The route passes the whole path on. */
export async function answerHttp(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  target: HostedFunction,
): Promise<void> {
  const isText = TEXT.test(request.headers['content-type'] ?? 'text/plain');
  const requestId = randomUUID();
  const body = await readBody(request, isText ? LIMITS.textIn : LIMITS.otherIn);
  if (!body) return fail(response, 413, 'EXCEED_REQUEST_SIZE_LIMIT', requestId);
  const event = eventOf(request, url, { text: body.toString(isText ? 'utf8' : 'base64'), isText }, requestId);
  const outcome = await target.call(event, contextFor(target.config, httpEnvironment()));
  if (outcome.kind === 'returned') send(response, JSON.parse(outcome.json) as unknown, requestId);
  else fail(response, 500, FAILURES[outcome.kind], requestId);
}

const FAILURES: Record<Exclude<Outcome['kind'], 'returned'>, string> = {
  threw: 'FUNCTION_INVOCATION_FAILED',
  timedOut: 'FUNCTION_TIME_LIMIT_EXCEEDED',
  answerTooLarge: 'EXCEED_MAX_RESPONSE_SIZE',
  processDied: 'FUNCTION_INVOCATION_FAILED',
};

function eventOf(
  request: IncomingMessage,
  url: URL,
  body: { text: string; isText: boolean },
  requestId: string,
): object {
  const address = request.socket.remoteAddress ?? '127.0.0.1';
  const sent = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  const query = Object.fromEntries(url.searchParams);
  return {
    path: url.pathname,
    httpMethod: request.method,
    headers: {
      ...(Object.fromEntries(sent) as Record<string, string>),
      'x-real-ip': address,
      'x-forwarded-for': address,
      'x-forwarded-proto': 'http',
    },
    multiValueHeaders: request.headersDistinct,
    ...(url.search ? { queryStringParameters: query } : {}),
    requestContext: { requestId, envId: ENVIRONMENT_ID, appId: 1250000000, uin: 100000000001 },
    body: body.text,
    isBase64Encoded: !body.isText,
  };
}

function send(response: ServerResponse, returned: unknown, requestId: string): void {
  if (typeof returned === 'string' || typeof returned === 'number') {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(String(returned));
  } else if (!isIntegrated(returned)) {
    sendJson(response, 200, returned);
  } else if (!isWellFormed(returned)) {
    fail(response, 500, 'FUNCTION_INVOCATION_FAILED', requestId);
  } else {
    const { statusCode, headers = {}, body = '', isBase64Encoded = false } = returned;
    response.writeHead(statusCode, headers).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
  }
}

const isIntegrated = (returned: unknown): returned is Integrated =>
  typeof returned === 'object' && returned !== null && 'statusCode' in returned;

/** The platform wants the body as a string; and several values for one header are nowhere promised. */
const isWellFormed = ({ body, headers = {} }: Integrated): boolean =>
  (body === undefined || typeof body === 'string') &&
  Object.values(headers).every((value) => typeof value === 'string');

const fail = (response: ServerResponse, status: number, code: string, requestId: string): void =>
  sendJson(response, status, { code, message: code, requestId });
