import { weekOf } from '../../src/lib/day';
import { namesInWords } from '../../src/lib/logWords';
import { leftInWords, quarterBeside, quarterInWords, shareInWords } from '../../src/lib/quarters';

test('D10.1 a quarter by any of its days, and the quarters beside it across a year', () => {
  expect(quarterInWords('2026-11-26')).toBe('2026 年第四季度');
  expect(quarterInWords('2026-03-31')).toBe('2026 年第一季度');
  expect(quarterBeside('2026-10-01', 1)).toBe('2027-01-01');
  expect(quarterBeside('2026-01-01', -1)).toBe('2025-10-01');
  expect(quarterBeside('2026-10-01', -1)).toBe('2026-07-01');
});

test('how long a quarter goes on', () => {
  expect(leftInWords('2026-12-31', '2026-11-26')).toBe('还有 35 天');
  expect(leftInWords('2026-12-31', '2026-12-31')).toBe('今天是最后一天');
  expect(leftInWords('2026-12-31', '2027-01-01')).toBe('已经过完');
});

test('a share of fewer than ten people is a fraction, of nobody nothing', () => {
  expect(shareInWords(3, 9)).toBe('3 / 9');
  expect(shareInWords(26, 84)).toBe('31 %');
  expect(shareInWords(0, 0)).toBe('还没有人');
});

test('D4.3 a week begins on Monday, also across a year', () => {
  expect(weekOf('2026-11-26')).toEqual(expect.arrayContaining(['2026-11-23', '2026-11-26', '2026-11-29']));
  expect(weekOf('2027-01-03')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ]);
});

test('D9.5 people of a log: two by name, how many in all, and who has left is counted only', () => {
  expect(namesInWords(['陈嘉怡'])).toBe('陈嘉怡');
  expect(namesInWords(['陈嘉怡', '黄梓轩'])).toBe('陈嘉怡、黄梓轩');
  expect(namesInWords(['陈嘉怡', '黄梓轩', '梁俊熙'])).toBe('陈嘉怡、黄梓轩等 3 位');
  expect(namesInWords(['陈嘉怡'], 2)).toBe('陈嘉怡等 2 位');
  expect(namesInWords([], 1)).toBe('1 位青年');
});
