import { quotaState, standingWords } from '../../src/lib/quotaWords';
import { FIELDS } from '../../types/words';
import type { DueStanding } from '../../types/shared';

const standing = (change: Partial<DueStanding>): DueStanding => ({
  counted: 30,
  overAge: 0,
  quota: 100,
  missing: 70,
  byField: Object.fromEntries(FIELDS.map((field) => [field, 0])) as DueStanding['byField'],
  thin: [],
  dueOn: null,
  ...change,
});

test.each<[string, Partial<DueStanding>, string, string]>([
  ['D2.1 what is due and not there', {}, '还差 70 位', '还差 70 位'],
  ['C2 what is not due yet is not short', { dueOn: '2027-01-30' }, '已经联系 30 位', '2027年1月30日之前慢慢来'],
  ['C2 what is there before its day', { dueOn: '2027-01-30', counted: 100, missing: 0 }, '100 位已经联系上', '已做到'],
])('%s', (_case, change, sentence, state) => {
  expect(standingWords(standing(change))).toBe(sentence);
  expect(quotaState(standing(change))).toBe(state);
});

test('D10.4 before the first post nothing was asked', () => {
  expect(quotaState(standing({ quota: 0, missing: 0 }))).toBe('那时还没有职务');
});
