import { patternWords } from '../../src/days/patternWords';

const day = '2026-11-24';

it.each([
  ['sameStep', 7, ['祖庙街区'], '11月24日在祖庙街区，同一张码的 30 秒里，还有 7 名团干部报到'],
  ['together', 4, ['祖庙街区'], '到11月24日为止的三个月里，有 4 天和同一名团干部在同一个地点报到，前后不超过 5 秒'],
  ['tooFar', 177, ['高明青年之家', '祖庙街区'], '11月24日在高明青年之家和祖庙街区都报到了，每小时 177 公里才赶得到'],
  ['tooFar', 177, ['甲', '乙', '丙'], '11月24日在甲、乙和丙都报到了，每小时 177 公里才赶得到'],
] as const)('D4.2 what was seen is said as a fact: %s, %i', (kind, figure, sites, words) => {
  expect(patternWords({ kind, day, figure, sites: [...sites] })).toBe(words);
});
