import fc from 'fast-check';
import { policy } from '../../config/policy';
import {
  codeBody,
  liveDigits,
  pageCodeBody,
  parseCode,
  printCode,
  printLink,
  randomBody,
  sameDigits,
  stepAt,
  stepVerdict,
  type Code,
} from '../../cloudfunctions/api/kernel/codes';
import { readKeys } from '../../cloudfunctions/api/kernel/secrets';

const HOST = 'https://youth.example.org';
const [key] = readKeys(`k1:${Buffer.alloc(32, 7).toString('base64')}`);
const [otherKey] = readKeys(`k1:${Buffer.alloc(32, 8).toString('base64')}`);

const code: fc.Arbitrary<Code> = fc.record({
  kind: fc.constantFrom('youth', 'cadre'),
  body: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  live: fc.option(
    fc.record({ step: fc.nat(99_999_999), digits: fc.nat(99_999_999).map((n) => String(n).padStart(8, '0')) }),
  ),
});

describe('one parser for everything that a scanner reads', () => {
  it('parse(print(code)) = code, as raw text and as an ordinary link', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(parseCode(printCode(made), HOST)).toEqual(made);
        expect(parseCode(printLink(HOST, made), HOST)).toEqual(made);
        expect(parseCode(`  ${printLink(HOST, made)}\n`, HOST)).toEqual(made);
        expect(parseCode(`scan/index?scene=${encodeURIComponent(printCode(made))}`, HOST)).toEqual(made);
      }),
    );
  });

  it.each([
    'https://evil.example.org/s/YT2Z0mrevoObhgSdaraUkFA',
    'https://youth.example.org.evil.org/s/YT2Z0mrevoObhgSdaraUkFA',
    'https://youth.example.org/x/YT2Z0mrevoObhgSdaraUkFA',
    'XT2Z0mrevoObhgSdaraUkFA',
    'YT2Z0mrevoObhgSdaraUk',
    'YT2Z0mrevoObhgSdaraUkFA.1',
    'YT2Z0mrevoObhgSdaraUkFA.1.1234567',
    'scan/index?scene=%E0%A4%A',
    'weixin://wxpay/bizpayurl?pr=abc',
    '6901234567892',
    '',
  ])('%j is a foreign code', (text) => {
    expect(parseCode(text, HOST)).toBeNull();
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseCode(text, HOST)));
  });

  it('an invitation is none of these, and is read in the same forms', () => {
    const body = randomBody();
    for (const text of [`I${body}`, `${HOST}/s/I${body}`, `home/index?scene=I${body}`]) {
      expect(parseCode(text, HOST)).toBeNull();
      expect(pageCodeBody('I', text, HOST)).toBe(body);
      expect(pageCodeBody('D', text, HOST)).toBeNull();
    }
    for (const text of [`I${body}x`, `https://evil.example.org/s/I${body}`, ''])
      expect(pageCodeBody('I', text, HOST)).toBeNull();
    expect(randomBody()).not.toBe(body);
  });

  it('a standing code fits a scene of 32 characters', () => {
    expect(printCode({ kind: 'cadre', body: codeBody(key, 'cadre', 'id', 1), live: null })).toHaveLength(23);
  });
});

describe('codes cannot be made without the key', () => {
  it('another version, person, kind or key is another code', () => {
    const bodies = [
      codeBody(key, 'youth', 'a', 1),
      codeBody(key, 'youth', 'a', 2),
      codeBody(key, 'youth', 'b', 1),
      codeBody(key, 'cadre', 'a', 1),
      codeBody(otherKey, 'youth', 'a', 1),
    ];
    expect(new Set(bodies).size).toBe(5);
  });

  it('the digits belong to one step of one code under one key', () => {
    const body = codeBody(key, 'youth', 'a', 1);
    const digits = liveDigits(key, 'youth', body, 100, 30);
    expect(digits).toMatch(/^\d{8}$/);
    expect(sameDigits(digits, liveDigits(key, 'youth', body, 100, 30))).toBe(true);
    for (const other of [
      liveDigits(key, 'youth', body, 101, 30),
      liveDigits(otherKey, 'youth', body, 100, 30),
      liveDigits(key, 'youth', codeBody(key, 'youth', 'b', 1), 100, 30),
    ]) {
      expect(sameDigits(digits, other)).toBe(false);
    }
    expect(sameDigits(digits, digits.slice(1))).toBe(false);
  });
});

describe('D4.2 the time of a live code', () => {
  const now = new Date('2026-11-26T01:00:15Z');
  const step = stepAt(now, 30);

  it('a step ahead of the server is refused', () => {
    expect(stepVerdict(step, now, policy.codes)).toBe('live');
    expect(stepVerdict(step + 1, now, policy.codes)).toBe('ahead');
  });

  it('C14 older than 15 minutes is no longer live: 30 steps, counted from the beginning of the step', () => {
    const begin = new Date(step * 30_000);
    expect(stepVerdict(step - 30, begin, policy.codes)).toBe('live');
    expect(stepVerdict(step - 30, new Date(begin.getTime() + 1), policy.codes)).toBe('expired');
    expect(stepVerdict(step - 31, begin, policy.codes)).toBe('expired');
  });
});
