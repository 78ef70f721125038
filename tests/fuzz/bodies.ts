import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

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
  `{"text":"${'x'.repeat(99_000)}"}`,
  `{"text":"${'x'.repeat(120_000)}"}`,
  `{"text":"${'x'.repeat(2_000_000)}"}`,
];

const nested = (key: string, depth: number) => `{"${key}":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const DEEP = ['['.repeat(90_000), nested('a', 40_000), nested('text', 40_000), nested('channels', 40_000)];

export const bodiesOf = (input: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> => {
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
    { weight: 1, arbitrary: fc.constantFrom(...DEEP).map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
  );
};
