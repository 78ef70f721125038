import fc from 'fast-check';

const big = (n: number, text = '长') => text.repeat(n);

const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = i % 2 ? { a: value } : [value];
  return value;
};

const TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '岑\udfff',
  '\ufeff',
  '\ufffe',
  '\u202e岑乐怡',
  'e\u0301'.repeat(40),
  'a' + '\u0301'.repeat(200),
  '👩‍👩‍👧‍👦',
  '１２３ＡＢＣ',
  'ﬁ',
  'İ',
  '%',
  '\\',
  "'; drop table person; --",
  "' or 1=1 --",
  '${process.env.APP_WX_SECRET}',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  'true',
  '0',
  '1e3',
  '2026-02-30',
  '0000-00-00',
  '0000-01-01',
  '1899-12-31',
  '2101-01-01',
  '9999-12-31',
  '0000-01-01T00:00:00.000000Z',
  '9999-12-31T23:59:59.999999Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '../../etc/passwd',
];

const NUMBERS = [0, -0, -1, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53, 1e21, 1e308, 5e-324];

/** Values that a JSON text can hold and nobody means. */
export const strange: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...NUMBERS) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...['constructor', 'prototype', '__proto__'].map(keyed)) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(nested(50), nested(400)) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(big(1_000), big(30_000), big(120_000, 'x')) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(Array(5).fill({}), Array(30_000).fill(0), Array(3_000).fill('岑')) },
  { weight: 2, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

function keyed(key: string): object {
  return Object.fromEntries([[key, { personId: 'x', isAdmin: true }]]);
}

/** Names under which somebody may try to be somebody else, or elsewhere, or at another time. */
const SMUGGLED = [
  ...[
    'personId',
    'person_id',
    'openid',
    'OPENID',
    'openId',
    'unionid',
    'userInfo',
    'tcbContext',
    'appId',
    'app.person',
  ],
  ...['cadreId', 'youthId', 'orgId', 'org_id', 'postId', 'scope', 'role', 'administers', 'actor', 'actorKey'],
  ...[
    'identity',
    'session',
    'token',
    'sender',
    'bySession',
    'now',
    'today',
    'app.day',
    'policy',
    'settings',
    'tx',
    'address',
  ],
  ...['op', 'input', '__proto__', 'constructor', 'toString', 'extra', ''],
];

/** Fields that say that somebody else is acting. */
export const smuggled = (people: readonly string[]): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .array(fc.tuple(fc.constantFrom(...SMUGGLED), fc.oneof(fc.constantFrom<unknown>(...people), strange)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((entries) => Object.fromEntries(entries));

type Change = (value: object) => unknown;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The same with something else under one key. */
function withOther(value: object, key: string, other: unknown): unknown {
  const changed = Object.entries(value).map(([name, kept]): [string, unknown] => [name, name === key ? other : kept]);
  return Array.isArray(value) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
}

const replaceOne = (at: number, by: unknown): Change =>
  function change(value): unknown {
    const entries = Object.entries(value) as [string, unknown][];
    const chosen = entries[at % entries.length];
    if (!chosen) return by;
    const [key, old] = chosen;
    return withOther(value, key, isObject(old) && at % 3 > 0 ? change(old) : by);
  };

const SIGNS = [
  '\0',
  '\0',
  '\0',
  '\u0007',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u200b',
  '<',
  '"',
  "'",
  '\\',
  '%',
  '\n',
  '👪',
  '\u0301',
];

/** Puts a sign into one of the texts. */
const spoil = (at: number, sign: string): Change =>
  function change(value): unknown {
    const entries = Object.entries(value) as [string, unknown][];
    const texts = entries.filter(([, old]) => typeof old === 'string' || isObject(old));
    const chosen = texts[at % texts.length];
    if (!chosen) return value;
    const [key, old] = chosen;
    if (isObject(old)) return withOther(value, key, change(old));
    const text = String(old);
    const place = at % (text.length + 1);
    return withOther(value, key, text.slice(0, place) + sign + text.slice(place));
  };

const without = (at: number): Change => {
  return (value) => Object.fromEntries(Object.entries(value).filter((_, i, all) => i !== at % all.length));
};

/** What becomes of a valid input when somebody tampers with it. */
export function mutated(valid: fc.Arbitrary<object>, people: readonly string[]): fc.Arbitrary<unknown> {
  const change: fc.Arbitrary<Change> = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.nat(99), strange).map(([at, by]) => replaceOne(at, by)) },
    { weight: 6, arbitrary: fc.tuple(fc.nat(99), fc.constantFrom(...SIGNS)).map(([at, sign]) => spoil(at, sign)) },
    { weight: 3, arbitrary: smuggled(people).map((more) => (value: object) => ({ ...value, ...more })) },
    { weight: 1, arbitrary: fc.nat(9).map(without) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Change>(
        (value) => [value],
        (value) => ({ input: value, json: value }),
      ),
    },
    { weight: 1, arbitrary: strange.map((other) => () => other) },
  );
  return fc.tuple(valid, change, fc.option(change)).map(([value, first, second]) => {
    const once = first(value);
    return second && typeof once === 'object' && once !== null ? second(once) : once;
  });
}
