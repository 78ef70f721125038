import { ago, dayOf, daysAfter, daysBetween, dayWithWeekday, sinceWords, todayBy, wholeDay } from '../../src/lib/day';

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

test('a day so many days later or before, across a year', () => {
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysAfter('2027-01-01', -2)).toBe('2026-12-30');
});

const shanghai = (time: string): number => Date.parse(`${time}+08:00`);

test.each([
  ['the same day', '2026-11-26', '2026-11-26T09:00', '2026-11-26', '2026-11-26'],
  ['left open overnight, without a network', '2026-11-26', '2026-11-26T22:00', '2026-11-27', '2026-11-27'],
  ['over New Year', '2026-12-31', '2026-12-31T23:00', '2027-01-02', '2027-01-02'],
  ['a phone that is a day ahead', '2026-11-26', '2026-11-27T09:00', '2026-11-27', '2026-11-26'],
  ['the same phone on the next morning', '2026-11-26', '2026-11-27T09:00', '2026-11-28', '2026-11-27'],
  ['a phone that is a day behind', '2026-11-26', '2026-11-25T09:00', '2026-11-25', '2026-11-26'],
  ['an answer that was on its way over midnight', '2026-11-26', '2026-11-27T00:00:02', '2026-11-27', '2026-11-27'],
  ['a clock that was put back since', '2026-11-26', '2026-11-26T09:00', '2026-11-20', '2026-11-26'],
])('D10.2 D2.5 today, %s', (_case, day, at, phoneDay, today) => {
  expect(todayBy({ day, at: shanghai(at) }, phoneDay)).toBe(today);
});
