import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Caller, Cast } from './cast';
import { operations } from './operations';
import type { Sent } from './exchange';
import { mutated } from './strange';
import { validFor } from './valid';

type Headers = Sent['headers'];

/** A request, and who may be let in by it. */
export interface Request extends Sent {
  operation: string;
  /** Whom the request's credentials name; null when they name nobody. */
  caller: Caller | null;
  /** Whether those credentials hold here: a bearer token does anywhere, a cookie only from our own pages. */
  holds: boolean;
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
    { weight: 3, arbitrary: fc.constantFrom(...odd) },
  );
};

const JSON_TYPE: Headers = [['Content-Type', 'application/json']];
const types: fc.Arbitrary<Headers> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(JSON_TYPE) },
  {
    weight: 3,
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

/** Latin letters and signs, as a header can hold them. */
const headerText = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((n) => String.fromCharCode(n)) });

const FORGED: Headers[] = [
  [['X-Forwarded-For', "127.0.0.1, ' or 1=1"]],
  [['X-Real-IP', '9'.repeat(300)]],
  [['X-Forwarded-Host', 'evil.example.org']],
  [['X-Forwarded-Proto', 'https']],
  [['X-WX-OPENID', 'oSOMEBODY']],
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
const forged = fc.oneof(
  fc.constant<Headers>([]),
  fc.constantFrom(...FORGED),
  headerText.map((text): Headers => [['X-Odd', text]]),
);

type Credentials = Pick<Request, 'caller' | 'holds'> & { headers: Headers };

const NOBODY = { caller: null, holds: false };

function credentialsOf(callers: Caller[], origin: string): fc.Arbitrary<Credentials> {
  const known = fc.constantFrom(...callers.filter(({ token }) => token));
  const bearer = known.map((caller) => ({
    caller,
    holds: true,
    headers: [['Authorization', `Bearer ${caller.token ?? ''}`]] as Headers,
  }));
  const ours = fc.tuple(known, fc.constantFrom('', 'theme=dark; ', 'sid2=x; ')).map(([caller, before]) => ({
    caller,
    holds: true,
    headers: [
      ['Cookie', `${before}sid=${caller.token ?? ''}`],
      ['Origin', origin],
    ] as Headers,
  }));
  const WRONG: Headers[] = [
    [],
    [['Origin', 'null']],
    [['Origin', '']],
    [['Origin', 'https://evil.example.org']],
    [['Origin', `${origin}.evil.example.org`]],
    [['Origin', `${origin}/`]],
    [['Origin', origin.toUpperCase()]],
    [
      ['Origin', 'https://evil.example.org'],
      ['Referer', origin],
    ],
    [['Referer', `${origin}/`]],
  ];
  const foreign = fc.tuple(known, fc.constantFrom(...WRONG)).map(([caller, from]) => ({
    caller,
    holds: false,
    headers: [['Cookie', `sid=${caller.token ?? ''}`], ...from] as Headers,
  }));
  const tampered = known.map(({ token }) => `Bearer ${(token ?? '').slice(0, -2)}AA`);
  const garbage = fc.oneof(
    headerText.map((text): Headers => [['Authorization', text]]),
    headerText.map((text): Headers => [
      ['Cookie', `sid=${text}`],
      ['Origin', origin],
    ]),
    tampered.map((text): Headers => [['Authorization', text]]),
    fc.constantFrom<Headers>(
      [],
      [['Authorization', 'Bearer ']],
      [['Authorization', `Bearer ${'x'.repeat(2_000)}`]],
      [['Authorization', 'Bearer k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']],
      [['Authorization', 'Basic YTpi']],
      [
        ['Cookie', 'sid='],
        ['Origin', origin],
      ],
      [
        ['Cookie', ';;;=;sid'],
        ['Origin', origin],
      ],
      [
        ['Cookie', `sid=${'x'.repeat(3_000)}`],
        ['Origin', origin],
      ],
    ),
  );
  return fc.oneof(
    bearer,
    ours,
    foreign,
    garbage.map((headers) => ({ ...NOBODY, headers })),
  );
}

const ODD_BODIES = [
  '',
  ' ',
  'null',
  '[]',
  '"x"',
  '0',
  '{',
  '{"a":',
  '{"__proto__":{"personId":"x"}}',
  "{'a':1}",
  '{"a":NaN}',
  '{"a":1,}',
  '[{}]',
  'op=org.me',
  '['.repeat(90_000),
  `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  `{"text":"${'x'.repeat(99_000)}"}`,
  `{"text":"${'x'.repeat(120_000)}"}`,
  `{"text":"${'x'.repeat(2_000_000)}"}`,
];

const bodiesOf = (input: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> => {
  const json = input.map((value) => JSON.stringify(value));
  const plain = json.map((text) => Buffer.from(text));
  const spoilt = fc.tuple(json, fc.nat(8)).map(([text, how]) => {
    const bytes = Buffer.from(text);
    const ways = [
      bytes.subarray(0, Math.floor(bytes.length / 2)),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'latin1'),
      Buffer.from(bytes.toString('base64')),
      gzipSync(bytes),
      Buffer.concat([bytes, bytes]),
      Buffer.from(text.replace(/"(?=[^"]*"$)/, '"\xff'), 'latin1'),
      Buffer.from(text.replace('{', '{"requestId":"x",')),
    ];
    return ways[how] ?? bytes;
  });
  return fc.oneof(
    { weight: 10, arbitrary: plain },
    { weight: 2, arbitrary: spoilt },
    { weight: 2, arbitrary: fc.constantFrom(...ODD_BODIES).map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
  );
};

/** Requests of all kinds, of which a part would write if nothing were wrong with them. */
export function requestsOf(cast: Cast, origin: string): fc.Arbitrary<Request> {
  const method = fc.oneof(
    { weight: 12, arbitrary: fc.constant('POST') },
    { weight: 2, arbitrary: fc.constantFrom(...METHODS) },
  );
  return fc.constantFrom(...operations).chain(({ name, input }) => {
    const valid = validFor(input, cast.known) as fc.Arbitrary<object>;
    const inputs = fc.oneof({ weight: 3, arbitrary: valid }, { weight: 1, arbitrary: mutated(valid, cast.names) });
    return fc
      .record({
        method,
        path: pathsOf(name),
        type: types,
        more: forged,
        credentials: credentialsOf([...cast.busy, ...cast.busy, ...cast.callers], origin),
        body: bodiesOf(inputs),
      })
      .map(({ type, more, credentials: { headers, caller, holds }, ...rest }) => {
        return { ...rest, operation: name, caller, holds, headers: [...type, ...headers, ...more] };
      });
  });
}
