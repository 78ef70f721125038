import fc from 'fast-check';
import type { OperationName } from '../../types/contract';
import { tamperedWith } from '../support/tampered';
import type { Caller } from './callers';
import type { Cast } from './cast';
import type { Sent } from './exchange';

type Headers = Sent['headers'];

export interface Credentials {
  /** Whom they name; null when they name nobody. */
  caller: Caller | null;
  /** Whether they hold here: a bearer token does anywhere, a cookie only from our own pages. */
  holds: boolean;
  headers: Headers;
}

/** Latin letters and signs, as a header can hold them. */
export const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((n) => String.fromCharCode(n)),
});

const NOBODY = { caller: null, holds: false };

export function credentialsOf(
  { callers, able, dead }: Cast,
  operation: OperationName,
  origin: string,
): fc.Arbitrary<Credentials> {
  const known = fc.oneof(
    ...[callers, able(operation)].map((some) => fc.constantFrom(...some.filter(({ token }) => token))),
  );
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
  const ended = fc.constantFrom(...dead).chain((token) =>
    fc.constantFrom<Headers>(
      [['Authorization', `Bearer ${token}`]],
      [
        ['Cookie', `sid=${token}`],
        ['Origin', origin],
      ],
    ),
  );
  const tampered = known.map(({ token }) => `Bearer ${tamperedWith(token ?? '')}`);
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
      [['Authorization', 'Bearer k1.AAAA']],
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
    { weight: 3, arbitrary: bearer },
    { weight: 3, arbitrary: ours },
    { weight: 2, arbitrary: foreign },
    { weight: 1, arbitrary: ended.map((headers) => ({ ...NOBODY, headers })) },
    { weight: 2, arbitrary: garbage.map((headers) => ({ ...NOBODY, headers })) },
  );
}
