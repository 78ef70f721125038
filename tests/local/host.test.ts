import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextFor, httpEnvironment } from '../../local/host/context';
import { hostFunction, type HostedFunction } from '../../local/host/hosted-function';
import { answerHttp } from '../../local/host/http-door';
import { functionEnvironment } from '../../local/host/settings';
import { callFunction } from '../../local/host/wx-door';

/** A function that does what its event says. */
const OBEDIENT = `
exports.main = async (event, context) => {
  const told = event.body && !event.isBase64Encoded ? JSON.parse(event.body) : event;
  switch (told.do) {
    case 'throw': throw new Error('boom');
    case 'sleep': return new Promise(() => setTimeout(() => {}, 60000));
    case 'exit': return process.exit(1);
    case 'long': return 'x'.repeat(1024 * 1024 + 1);
    case 'hangUp':
      process.removeAllListeners('disconnect');
      process.disconnect();
      process.send = () => true;
      setInterval(() => require('fs').existsSync(told.until) && process.exit(), 10);
      return new Promise(() => {});
    case 'outlive': return new Promise((resolve) => setInterval(() => {
      try { process.kill(told.processId, 0); } catch { resolve(); }
    }, 10));
    case 'answer': return told.answer;
    case 'nothing': return undefined;
    case 'date': return { at: new Date(0), gone: undefined };
    case 'env': return { openid: process.env.WX_OPENID ?? null, zone: process.env.TZ, home: process.env.HOME ?? null };
    default: return { event, context, remaining: context.getRemainingTimeInMillis() > 0 };
  }
};`;

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

const OPENID = 'oABCD5f1Kx0u3rT9wq7ZyPbN2sLc';
const secrets = { weixinSecret: 's', codeKey: 'c', sealKey: 's', fieldKey: 'f' };
const passwords = { superuserPassword: '', ownerPassword: '', apiPassword: '' };

let folder: string;
let log: number;
const functions: HostedFunction[] = [];
const servers: Server[] = [];

function host(name: string, staleIdentity = false): HostedFunction {
  const hosted = hostFunction({
    config: { name, timeoutMs: 1_000, memoryMb: 512, calledByClients: name === 'api' },
    file: join(folder, 'index.js'),
    env: functionEnvironment({
      url: 'http://127.0.0.1:1',
      apiUrl: 'postgres://youth_api:p@127.0.0.1:5/youth',
      secrets: { ...secrets, ...passwords },
      staleIdentity,
    }),
    log,
  });
  functions.push(hosted);
  return hosted;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'youth-host-'));
  writeFileSync(join(folder, 'index.js'), OBEDIENT);
  log = openSync(join(folder, 'log'), 'w');
});

afterAll(async () => {
  await Promise.all(functions.map((one) => one.stop()));
  for (const server of servers) server.close();
  closeSync(log);
  rmSync(folder, { recursive: true });
});

interface Called {
  result?: Record<string, unknown> | null;
  errCode?: number;
  errMsg: string;
  requestID?: string;
}

describe('wx.cloud.callFunction', () => {
  let url: string;
  const call = async (body: object): Promise<Called> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as Called;
  };
  const tell = (data: object) => call({ name: 'api', openid: OPENID, data });

  beforeAll(async () => {
    const hosted = [host('api'), host('clock')];
    url = await serve((request, response) => void callFunction(request, response, hosted, { cameBy: jest.fn() }));
  });

  it('gives the identity in the context in both forms, and adds two fields to the event', async () => {
    const { result, errMsg, requestID } = await tell({ op: 'org.me' });
    const { event, context, remaining } = result as {
      event: object;
      context: Record<string, string>;
      remaining: boolean;
    };
    expect(event).toEqual({ op: 'org.me', userInfo: { appId: 'wx8f3c1a2b4d5e6f70', openId: OPENID }, tcbContext: {} });
    const environment = JSON.parse(context.environment ?? '') as Record<string, string>;
    expect(environment).toMatchObject({ WX_OPENID: OPENID, TCB_SOURCE: 'wx_client', TCB_ISANONYMOUS_USER: 'false' });
    expect(environment.WX_CONTEXT_KEYS?.split(',')).toContain('WX_OPENID');
    expect(context.environ).toContain(`WX_OPENID=${OPENID};`);
    expect({ errMsg, requestID, remaining }).toEqual({
      errMsg: 'cloud.callFunction:ok',
      requestID: context.request_id,
      remaining: true,
    });
  });

  it('carries values as JSON does', async () => {
    expect((await tell({ do: 'date' })).result).toEqual({ at: '1970-01-01T00:00:00.000Z' });
    expect((await tell({ do: 'nothing' })).result).toBeNull();
  });

  it.each([
    ['throws', { do: 'throw' }, 'Error: boom'],
    ['runs past its time', { do: 'sleep' }, 'timed out'],
    ['answers more than 1 MB', { do: 'long' }, 'EXCEED_MAX_RESPONSE_SIZE'],
    ['ends its process', { do: 'exit' }, 'exited'],
  ])('-504002 when the function %s, and the next call works', async (_, data, text) => {
    const failed = await tell(data);
    expect(failed.errCode).toBe(-504002);
    expect(failed.errMsg).toContain(text);
    expect((await tell({ do: 'nothing' })).errCode).toBeUndefined();
  });

  it('-501000 for a function that is not there, or not for clients', async () => {
    expect((await call({ name: 'nowhere', openid: OPENID })).errCode).toBe(-501000);
    expect((await call({ name: 'clock', openid: OPENID })).errCode).toBe(-501000);
  });

  it('takes 100 KB of data and no more', async () => {
    const room = 100 * 1024 - JSON.stringify({ text: '' }).length;
    expect((await tell({ text: 'x'.repeat(room) })).errCode).toBeUndefined();
    expect((await tell({ text: 'x'.repeat(room + 1) })).errCode).toBe(-501007);
  });

  it('takes no form and no plain text, which a page of another site could send', async () => {
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(415);
  });
});

describe('HTTP access', () => {
  let url: string;
  const tell = (body: object) =>
    fetch(`${url}/api/x`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const answer = (value: unknown) => tell({ do: 'answer', answer: value });

  beforeAll(async () => {
    const hosted = host('api');
    url = await serve((request, response) => {
      void answerHttp(request, response, new URL(request.url ?? '', 'http://127.0.0.1'), hosted);
    });
  });

  it('passes the whole path on, lower-case headers, no query when there is none, and nobody in the context', async () => {
    const seen = await fetch(`${url}/api/contact/list`, { headers: { Cookie: 'sid=1', 'X-Mixed': 'a' } });
    const { event, context } = (await seen.json()) as {
      event: Record<string, unknown>;
      context: Record<string, string>;
    };
    expect(event).toMatchObject({ path: '/api/contact/list', httpMethod: 'GET', body: '', isBase64Encoded: false });
    expect(event.headers).toMatchObject({ cookie: 'sid=1', 'x-mixed': 'a', 'x-forwarded-for': '127.0.0.1' });
    expect(event).not.toHaveProperty('queryStringParameters');
    expect(context.environment).not.toMatch(/OPENID|TCB_UUID|CUSTOM_USER/);
  });

  it('gives the query when there is one, and a body that is not text in base64', async () => {
    const seen = await fetch(`${url}/api?a=1`, {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: new Uint8Array([0xff, 0x00]),
    });
    const { event } = (await seen.json()) as { event: object };
    expect(event).toMatchObject({ queryStringParameters: { a: '1' }, body: '/wA=', isBase64Encoded: true });
  });

  it('takes the three forms of answer', async () => {
    const text = await answer('plain');
    expect([text.headers.get('content-type'), await text.text()]).toEqual(['text/plain; charset=utf-8', 'plain']);
    expect(await (await answer({ ok: true })).json()).toEqual({ ok: true });
    const integrated = await answer({ statusCode: 201, headers: { 'x-a': 'b' }, body: 'aGk=', isBase64Encoded: true });
    expect([integrated.status, integrated.headers.get('x-a'), await integrated.text()]).toEqual([201, 'b', 'hi']);
  });

  it.each([
    ['a body that was not made text', { statusCode: 200, body: { ok: true } }],
    ['several values for one header', { statusCode: 200, headers: { 'set-cookie': ['a=1', 'b=2'] }, body: '' }],
  ])('%s is an error', async (_, value) => {
    const refused = await answer(value);
    expect([refused.status, await refused.json()]).toMatchObject([500, { code: 'FUNCTION_INVOCATION_FAILED' }]);
  });

  it('413 above 100 KB of text', async () => {
    expect((await tell({ text: 'x'.repeat(100 * 1024) })).status).toBe(413);
  });
});

describe('the process of a function', () => {
  const env = async (hosted: HostedFunction) => {
    const url = await serve(
      (request, response) => void callFunction(request, response, [hosted], { cameBy: jest.fn() }),
    );
    const body = JSON.stringify({ name: 'api', openid: OPENID, data: { do: 'env' } });
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return ((await answer.json()) as Called).result;
  };

  it('runs in UTC and has nothing of the laptop', async () => {
    expect(await env(host('api'))).toEqual({ openid: null, zone: 'UTC', home: null });
  });

  it('can carry the identity of somebody else, as the cloud may', async () => {
    expect(await env(host('api', true))).toMatchObject({ openid: expect.stringContaining('STALE') as string });
  });

  it('is replaced when its line is broken; that it ends later harms nobody, and none is left', async () => {
    const hosted = host('api');
    const tell = async (event: object) => (await hosted.call(event, contextFor(hosted.config, httpEnvironment()))).kind;
    await tell({ do: 'nothing' });
    const broken = hosted.processId() ?? 0;
    const until = join(folder, 'end');
    void tell({ do: 'hangUp', until });
    while ((await tell({ do: 'nothing' })) !== 'returned' || hosted.processId() === broken);
    const next = hosted.processId() ?? 0;
    const outliving = tell({ do: 'outlive', processId: broken });
    writeFileSync(until, '');
    expect(await outliving).toBe('returned');
    await hosted.stop();
    expect([broken, next].filter(isAlive)).toEqual([]);
  });

  it('a call that comes while all is ending begins no other', async () => {
    const hosted = host('api');
    const tell = async () => (await hosted.call({ do: 'nothing' }, contextFor(hosted.config, httpEnvironment()))).kind;
    await tell();
    const ending = hosted.stop();
    expect(await tell()).toBe('processDied');
    await ending;
    expect([await tell(), hosted.processId()]).toEqual(['processDied', undefined]);
  });
});
