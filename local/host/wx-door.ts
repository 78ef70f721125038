import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJson, readBody, sendJson, sendText } from '../web/exchange';
import type { Weixin } from '../weixin/weixin';
import { contextFor, miniProgramEnvironment } from './context';
import { APP_ID, LIMITS } from './functions';
import type { HostedFunction, Outcome } from './hosted-function';

interface Call {
  name: string;
  data?: object;
  /** Whose WeChat it is: on a phone the platform knows, here the caller says. */
  openid: string;
}

const NOT_FOUND = -501000;
const BAD_PARAMETERS = -501007;
const EXECUTION_FAILED = -504002;

/** `wx.cloud.callFunction`: the body is what a client would pass, the answer what its `success` or `fail` would get. */
export async function callFunction(
  request: IncomingMessage,
  response: ServerResponse,
  functions: readonly HostedFunction[],
  weixin: Pick<Weixin, 'cameBy'>,
): Promise<void> {
  if (!isJson(request)) return sendText(response, 415, 'Send JSON.');
  const body = await readBody(request, LIMITS.textIn + 1024);
  if (!body) return sendJson(response, 200, refusal(BAD_PARAMETERS, '[EXCEED_MAX_PAYLOAD_SIZE] request is too large'));
  const { name, data = {}, openid } = JSON.parse(body.toString('utf8')) as Call;
  if (Buffer.byteLength(JSON.stringify(data)) > LIMITS.textIn) {
    return sendJson(response, 200, refusal(BAD_PARAMETERS, '[EXCEED_MAX_PAYLOAD_SIZE] request is too large'));
  }
  const called = functions.find(({ config }) => config.name === name && config.calledByClients);
  if (!called) return sendJson(response, 200, refusal(NOT_FOUND, 'FunctionName parameter could not be found'));
  weixin.cameBy(openid);
  const context = contextFor(called.config, miniProgramEnvironment(openid, '127.0.0.1'));
  const event = { ...data, userInfo: { appId: APP_ID, openId: openid }, tcbContext: {} };
  sendJson(response, 200, answer(await called.call(event, context), context.request_id));
}

function answer(outcome: Outcome, requestID: string): object {
  if (outcome.kind === 'returned') {
    return { result: JSON.parse(outcome.json) as unknown, errMsg: 'cloud.callFunction:ok', requestID };
  }
  return refusal(EXECUTION_FAILED, `functions execute fail | errMsg: ${JSON.stringify(failureOf(outcome))}`);
}

function failureOf(outcome: Exclude<Outcome, { kind: 'returned' }>): object {
  switch (outcome.kind) {
    case 'threw':
      return { errorCode: 1, errorMessage: 'user code exception caught', stackTrace: outcome.stack, statusCode: 430 };
    case 'timedOut':
      return { errorCode: -1, errorMessage: 'Invoking task timed out', statusCode: 433 };
    case 'answerTooLarge':
      return { errorCode: -1, errorMessage: 'EXCEED_MAX_RESPONSE_SIZE', statusCode: 407 };
    case 'processDied':
      return { errorCode: 1, errorMessage: 'the process exited', statusCode: 430 };
  }
}

const refusal = (errCode: number, text: string): object => ({
  errCode,
  errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${text}`,
});
