import { createORPCErrorFromJson } from '@orpc/client';
import * as z from 'zod';
import { type RefusalCode, refusals } from '../../types/refusals';
import { Unreachable } from '../../src/lib/call';
import { isRefusal, noNetwork, say, sayError, type Sentence } from '../../src/lib/say';

jest.mock('@tarojs/taro', () => ({}));

const codes = Object.keys(refusals) as RefusalCode[];

const valueOf = (schema: z.core.$ZodType): unknown => {
  if (schema instanceof z.ZodEnum) return schema.options[0];
  return schema instanceof z.ZodNumber ? 3 : '2026-03-12';
};

/** Data as a refusal carries it: any number, any day, the first of the words. */
const dataOf = (code: RefusalCode): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries<z.core.$ZodType>(refusals[code].data.shape).map(([name, schema]) => [name, valueOf(schema)]),
  );

const arriving = (code: string, data: unknown, defined = true) =>
  createORPCErrorFromJson({ defined, code, status: 409, message: code, data });

const text = ({ title, why, now }: Sentence) => `${title}\n${why}\n${now}`;

const unavailable = () => sayError(arriving('UNAVAILABLE', { retryAfterSeconds: 5 }, false));

const all = [
  ...codes.map((code) => text(sayError(arriving(code, dataOf(code))))),
  text(noNetwork),
  text(unavailable()),
];

test('every refusal has its sentence, and no sentence is without a refusal', () => {
  expect(Object.keys(say).sort()).toEqual([...codes].sort());
});

test.each(codes)('%s says what, why and what now', (code) => {
  const sentence = sayError(arriving(code, dataOf(code)));
  expect(sentence.title.length).toBeLessThanOrEqual(14);
  expect(sentence.why).toMatch(/。$/);
  expect(sentence.now).toMatch(/。$/);
  expect(text(sentence)).not.toMatch(/undefined|NaN/);
});

test.each(['对象', '资源', '完成率', '打卡', '达标', '系统', '请勿', '！', '!', '您', '他', '她'])(
  'nobody reads %s',
  (word) => {
    expect(all.filter((sentence) => sentence.replaceAll('其他', '').includes(word))).toEqual([]);
  },
);

test('D2.2 figures come from the refusal, not from here', () => {
  expect(text(say.YOUTH_FULL({ rule: 'D2.2', scannedBy: 'cadre', holders: 5, cap: 5 }))).toContain('最多 5 名');
  expect(text(say.CONTACT_ALREADY({ rule: 'D2.2', since: '2026-03-12' }))).toContain('2026年3月12日');
});

test('a fault is said with its number, never with its cause', () => {
  const sentence = text(sayError(arriving('FAULT', { requestId: '0199c0de-77' }, false)));
  expect(sentence).toContain('0199c0de-77');
  expect(text(sayError(new TypeError('x is undefined')))).not.toContain('undefined');
});

test('no answer and bad input have their own sentences', () => {
  expect(sayError(new Unreachable('org.me'))).toBe(noNetwork);
  expect(sayError(arriving('BAD_REQUEST', { issues: [] }, false)).title).toBe('有一处填得不对');
});

test('what is unavailable for a while is not a fault: nothing is lost, and there is no number', () => {
  expect(text(unavailable())).toBe('暂时连不上服务\n数据都在，什么也没有丢。\n过一会儿再试一次。');
  expect(isRefusal(arriving('UNAVAILABLE', {}, false))).toBe(false);
});
