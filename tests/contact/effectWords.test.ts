import { effectWords, spreadWords } from '../../src/scan/effectWords';
import { type Field, FIELDS } from '../../types/words';

const standing = (held: Partial<Record<Field, number>>, thin: Field[] = []) => ({
  counted: 84,
  overAge: 0,
  quota: 100,
  missing: 16,
  byField: Object.fromEntries(FIELDS.map((field) => [field, held[field] ?? 0])) as Record<Field, number>,
  thin,
});
const six = { enterprise: 11, rural: 4, government: 9, school: 31, community: 18, socialOrg: 11 };

test.each([
  [
    'the seventh field',
    { field: 'newMedia', nth: 85, fieldCount: 1 },
    standing(six),
    '新媒体领域的第一位，七个领域都到了',
  ],
  [
    'a new field of few',
    { field: 'rural', nth: 3, fieldCount: 1 },
    standing({ school: 2 }),
    '农村领域的第一位，七个领域到了 2 个',
  ],
  [
    'a thin field',
    { field: 'rural', nth: 85, fieldCount: 5 },
    standing(six, ['rural']),
    '农村领域人还少，这一位正好补上',
  ],
  ['a field that many are in', { field: 'school', nth: 85, fieldCount: 32 }, standing(six), '学校占 38 %'],
  ['under ten people', { field: 'school', nth: 4, fieldCount: 3 }, standing({ school: 2 }), '学校占 3 / 4'],
  ['how one stands is not known', { field: 'rural', nth: 85, fieldCount: 1 }, undefined, '农村领域的第一位'],
] as const)('D2.2 what one more does to the breadth: %s', (_case, effect, before, words) => {
  expect(effectWords(effect, before)).toBe(words);
});

test.each([
  ['nothing to say', { ownUnit: null, concentration: null }, null],
  ['not of the own unit', { ownUnit: { own: false, n: 12, of: 85 }, concentration: null }, null],
  [
    'of the own unit',
    { ownUnit: { own: true, n: 13, of: 85 }, concentration: { before: 0.4, after: 0.3 } },
    '本单位的第 13 位',
  ],
  ['the first of it', { ownUnit: { own: true, n: 1, of: 1 }, concentration: null }, '本单位的第一位'],
  ['more spread', { ownUnit: null, concentration: { before: 0.4, after: 0.36 } }, '联系会更分散一些'],
  ['as spread as before', { ownUnit: null, concentration: { before: 0.4, after: 0.396 } }, null],
] as const)('D2.1, D2.2 what one more does to the spread, in a sentence at most: %s', (_case, effect, words) => {
  expect(spreadWords(effect)).toBe(words);
});
