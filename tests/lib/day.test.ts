import { ago, dayOf, daysBetween, dayWithWeekday, sinceWords, wholeDay } from '../../src/lib/day';

test('days between two calendar days, across a leap day', () => {
  expect(daysBetween('2026-11-18', '2026-11-26')).toBe(8);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});

test.each([
  ['2026-11-26', '今天'],
  ['2026-11-27', '今天'],
  ['2026-11-25', '昨天'],
  ['2026-11-18', '8 天前'],
  ['2026-03-12', '3月12日'],
  ['2025-03-12', '2025年3月12日'],
])('seen from 2026-11-26, %s is %s', (day, words) => {
  expect(ago(day, '2026-11-26')).toBe(words);
});

test.each([
  ['2026-03-12', '3月12日起'],
  ['2025-12-31', '2025年12月31日起'],
])('seen from 2026-11-26, a contact since %s began %s', (day, words) => {
  expect(sinceWords(day, '2026-11-26')).toBe(words);
});

test('a day is written without leading zeros', () => {
  expect(dayWithWeekday('2026-11-26')).toBe('11月26日 周四');
  expect(wholeDay('2026-03-02')).toBe('2026年3月2日');
});

test('D10.1 the day of an instant is that of Asia/Shanghai', () => {
  expect(dayOf('2026-11-25T15:59:59Z')).toBe('2026-11-25');
  expect(dayOf('2026-11-25T16:00:00Z')).toBe('2026-11-26');
});
