import { randomUUID } from 'node:crypto';
import { policy } from '../../../config/policy';
import type { Identity } from '../kernel/actor';
import type { House } from '../kernel/gate';
import { answer, answersWithToken, failed, type Answer } from '../router';
import { deviceWords } from './device';
import { byToken } from './identity';

/** CloudBase's HTTP access event, as far as it is read. */
export interface HttpEvent {
  path: string;
  httpMethod: string;
  headers: Record<string, unknown>;
  body?: unknown;
  isBase64Encoded?: unknown;
}

export interface HttpResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  isBase64Encoded: false;
}

const COOKIE = 'sid';
const SAFE_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

function retryAfter(body: Answer): Record<string, string> {
  const { retryAfterSeconds } = (body.ok ? {} : body.error.data) as { retryAfterSeconds?: number };
  return retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
}

export const respond = (body: Answer, cookie?: string): HttpResponse => ({
  statusCode: body.ok ? 200 : body.error.status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    ...SAFE_HEADERS,
    ...retryAfter(body),
    ...(cookie ? { 'set-cookie': cookie } : {}),
  },
  body: JSON.stringify(body),
  isBase64Encoded: false,
});

type Headers = Record<string, string | undefined>;

/** By names in small letters; a value that is no text is none. */
const readHeaders = (headers: HttpEvent['headers']): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), typeof value === 'string' ? value : undefined]),
  );

/** What can be an address, of whichever kind, at the beginning of a text; limits are kept under it. */
const ADDRESS = /^[\w.:%]{1,64}/;

const addressOf = (headers: Headers): string =>
  ADDRESS.exec(headers['x-real-ip'] ?? headers['x-forwarded-for'] ?? '')?.[0] ?? '';

const cookieToken = (header: string | undefined): string | null => {
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`));
  return pair ? pair.slice(COOKIE.length + 1) : null;
};

function setCookie(house: House, token: string): string {
  const secure = house.settings.APP_COOKIE_SECURE === 'on' ? '; Secure' : '';
  const seconds = token ? policy.session.browser.days * 86_400 : 0;
  return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

/** The operation in a path, `/api/contact/list` → `contact.list`, with or without the route's prefix. */
function operationOf(path: string, prefix: string): string {
  const rest = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
  return rest.replace(/^\//, '').replaceAll('/', '.');
}

type Body = { input: unknown } | { unreadable: true };

function readBody({ body, isBase64Encoded }: HttpEvent): Body {
  const sent = body ?? '';
  if (typeof sent !== 'string') return { unreadable: true };
  const text = isBase64Encoded === true ? Buffer.from(sent, 'base64').toString('utf8') : sent;
  try {
    const input: unknown = text === '' ? {} : JSON.parse(text);
    return typeof input === 'object' && input !== null && !Array.isArray(input) ? { input } : { unreadable: true };
  } catch {
    return { unreadable: true };
  }
}

/** A new session of a browser goes into its cookie and not into the page's hands, whichever operation answers with it. */
function intoCookie(house: House, operation: string, body: Answer): HttpResponse {
  if (!body.ok) return respond(body);
  if (operation === 'org.signOut' || operation === 'privacy.close') return respond(body, setCookie(house, ''));
  const output = body.output as { token?: string | null };
  if (!output.token) return respond(body);
  return respond({ ok: true, output: { ...output, token: null } }, setCookie(house, output.token));
}

const isOurs = (house: House, origin: string | undefined): boolean =>
  origin !== undefined && house.settings.APP_ORIGINS.includes(origin);

/**
 * The door of HTTP access. Identity is our own session: a bearer token (the mini-program) or a cookie (a browser). What
 * takes a browser's cookie, or may give it one, is heard from our own pages only, by their Origin: another site can
 * neither act as somebody nor sign somebody in.
 */
export async function httpDoor(house: House, event: HttpEvent, now: Date): Promise<HttpResponse> {
  const headers = readHeaders(event.headers);
  if (event.httpMethod === 'OPTIONS')
    return { statusCode: 204, headers: SAFE_HEADERS, body: '', isBase64Encoded: false };
  if (event.httpMethod !== 'POST') return respond(failed('METHOD_NOT_SUPPORTED', 405, {}));
  if (!headers['content-type']?.startsWith('application/json'))
    return respond(failed('UNSUPPORTED_MEDIA_TYPE', 415, {}));
  const bearer = /^Bearer ([\w.-]{1,1000})$/.exec(headers.authorization ?? '')?.[1] ?? null;
  const cookie = bearer ? null : cookieToken(headers.cookie);
  const operation = operationOf(event.path, house.settings.APP_ROUTE_PREFIX);
  const asBrowser = cookie !== null || (headers.origin !== undefined && bearer === null);
  const mayGetCookie = asBrowser && answersWithToken(operation);
  if ((cookie !== null || mayGetCookie) && !isOurs(house, headers.origin)) return respond(failed('FORBIDDEN', 403, {}));
  const body = readBody(event);
  if ('unreadable' in body) return respond(failed('BAD_REQUEST', 400, { issues: [] }));

  const token = bearer ?? cookie;
  const identity: Identity = token ? await byToken(house, token, now) : { kind: 'nobody' };
  const sender = headers['x-sender'] ?? null;
  const device = { kind: asBrowser ? 'browser' : 'miniProgram', words: deviceWords(headers['user-agent']) } as const;
  const call = { identity, bySession: true, sender, address: addressOf(headers), device, now, house };
  const result = await answer(call, operation, body.input, randomUUID());
  return asBrowser ? intoCookie(house, operation, result) : respond(result);
}
