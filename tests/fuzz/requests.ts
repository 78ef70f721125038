import fc from 'fast-check';
import { bodiesOf } from './bodies';
import type { Caller } from './callers';
import type { Cast } from './cast';
import { credentialsOf, headerText, type Credentials } from './credentials';
import type { Sent } from './exchange';
import { operations } from './operations';
import { mutated } from './strange';
import { validFor } from './valid';

type Headers = Sent['headers'];

/** A request, and who may be let in by it. */
export interface Request extends Sent, Pick<Credentials, 'caller' | 'holds'> {
  operation: string;
}

const METHODS = ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'post', 'BREW', 'POST2', 'PROPFIND'];

const pathsOf = (operation: string): fc.Arbitrary<string> => {
  const path = `/api/${operation.replace('.', '/')}`;
  const odd = [
    `/${path}`,
    `//${path}`,
    `${path}/`,
    `${path}/more`,
    `${path}.json`,
    `${path}%00`,
    `${path}%2e`,
    `${path}%`,
    path.replace('/api/', '/api//'),
    path.replace('/api/', '/API/'),
    path.replace('/api/', '/api/./'),
    path.replace('/api/', '/api/x/../'),
    path.replace('/api/', '/api/%2e%2e/api/'),
    path.replace('/api/', '/api/..%2f'),
    path.replace('/api/', '/'),
    path.toUpperCase(),
    path.replace('/api/', '/api/__proto__/'),
    `/api/${operation}`,
    '/api/__proto__/toString',
    '/api/org/constructor',
    '/api/org/~orpc',
    '/api',
    '/api/',
    '/',
    '//',
    '*',
    '/\xff\xfe',
    'http://evil.example.org/api/org/me',
    `/api/${'a'.repeat(8_000)}`,
    `/api${'/a'.repeat(4_000)}`,
  ];
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(path, path, `${path}?op=org.me`, `${path}?__proto__=1&openid=x`) },
    { weight: 2, arbitrary: fc.constantFrom(...odd) },
  );
};

const JSON_TYPE: Headers = [['Content-Type', 'application/json']];
const types: fc.Arbitrary<Headers> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(JSON_TYPE) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Headers>(
      [],
      [['content-type', '']],
      [['content-type', 'text/plain']],
      [['content-type', 'application/x-www-form-urlencoded']],
      [['content-type', 'application/json; charset=gbk']],
      [['content-type', 'application/json; charset=utf-16']],
      [['content-type', 'application/jsonp']],
      [['content-type', 'application/octet-stream']],
      [['content-type', 'multipart/form-data; boundary=x']],
      [['content-type', 'text/plain'], ...JSON_TYPE],
      [...JSON_TYPE, ['content-type', 'text/plain']],
    ),
  },
);

const FORGED: Headers[] = [
  [['X-Forwarded-For', "127.0.0.1, ' or 1=1"]],
  [['X-Real-IP', '9'.repeat(300)]],
  [
    ['X-Client-IP', '198.51.100.7'],
    ['True-Client-IP', '198.51.100.7'],
  ],
  [['Forwarded', 'for=198.51.100.7;host=evil.example.org;proto=https']],
  [['X-Forwarded-Host', 'evil.example.org']],
  [['X-Forwarded-Proto', 'https']],
  [['X-HTTP-Method-Override', 'DELETE']],
  [['Content-Encoding', 'gzip']],
  [
    ['Accept', 'text/html'],
    ['Accept', 'nothing'],
  ],
  [['Cookie', '__proto__=1; constructor=2']],
  [['X-Long', 'x'.repeat(6_000)]],
  [['X-Longer', 'x'.repeat(20_000)]],
  [
    ['constructor', '1'],
    ['__proto__', '2'],
  ],
];

/** Headers that some door may take for who is calling. */
const CLAIMS = ['X-WX-OPENID', 'X-User-Id', 'X-Person-Id', 'X-Sender'];

const claims = (callers: readonly Caller[]): fc.Arbitrary<Headers> => {
  const names = callers.flatMap(({ openid, person }) => [openid ?? '', person?.personId ?? '']).filter(Boolean);
  return fc
    .tuple(fc.constantFrom(...CLAIMS), fc.constantFrom(...names))
    .map(([claim, name]): Headers => [[claim, name]]);
};

const moreHeaders = (callers: readonly Caller[]): fc.Arbitrary<Headers> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Headers>([]) },
    { weight: 2, arbitrary: fc.constantFrom(...FORGED) },
    { weight: 3, arbitrary: claims(callers) },
    { weight: 1, arbitrary: headerText.map((text): Headers => [['X-Odd', text]]) },
  );

/** Requests of all kinds, of which a part would write if nothing were wrong with them. */
export function requestsOf(cast: Cast, origin: string): fc.Arbitrary<Request> {
  const method = fc.oneof(
    { weight: 12, arbitrary: fc.constant('POST') },
    { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
  );
  return fc.constantFrom(...operations).chain(({ name, input }) => {
    const valid = validFor(input, cast.known) as fc.Arbitrary<object>;
    const inputs = fc.oneof({ weight: 3, arbitrary: valid }, { weight: 1, arbitrary: mutated(valid, cast.names) });
    return fc
      .record({
        method,
        path: pathsOf(name),
        type: types,
        more: moreHeaders(cast.callers),
        credentials: credentialsOf(cast, name, origin),
        body: bodiesOf(inputs),
      })
      .map(({ type, more, credentials: { headers, caller, holds }, ...rest }) => {
        return { ...rest, operation: name, caller, holds, headers: [...type, ...headers, ...more] };
      });
  });
}
