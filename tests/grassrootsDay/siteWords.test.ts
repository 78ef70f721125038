import { answeredInWords, distanceInWords, evidenceInWords, type WaitingDay } from '../../src/site/dayWords';
import { closeWord } from '../../src/site/closeWord';
import { contactInWords } from '../../src/site/contactWords';
import { positionOf, positionText } from '../../src/site/positionText';
import { factsOf, missingOfSite } from '../../src/site/siteDraft';

jest.mock('@tarojs/taro', () => ({}));

describe('D4.1 the place of a site as it is typed', () => {
  it.each(['23.02861,113.10702', ' 23.02861, 113.10702 ', '23.02861，113.10702', '23.02861 113.10702'])(
    '%s',
    (text) => {
      expect(positionOf(text)).toEqual({ latitude: 23.02861, longitude: 113.10702 });
    },
  );

  it('is what a copied one says again', () => {
    expect(positionOf(positionText({ latitude: 23.02861, longitude: -0.5 }))).toEqual({
      latitude: 23.02861,
      longitude: -0.5,
    });
  });

  it('can be left out', () => expect(positionOf('  ')).toBeNull());

  it.each([
    ['113.10702,23.02861', '纬度在前，经度在后'],
    ['23.02861,1130.10702', '写成“纬度,经度”'],
    ['23.02861,190', '经度最大 180'],
    ['罗村朝阳路 2 号', '写成“纬度,经度”'],
    ['23.02861', '写成“纬度,经度”'],
  ])('%s is not one: %s', (text, why) => {
    expect(positionOf(text)).toEqual({ wrong: expect.stringContaining(why) as string });
  });
});

describe('D4.1 what is filled in of a site', () => {
  const whole = { kind: 'park', name: ' 罗村青创园 ', address: '朝阳路 2 号', position: '' } as const;

  it('is sent trimmed, without a place where none was given', () => {
    expect(factsOf(whole)).toEqual({ kind: 'park', name: '罗村青创园', address: '朝阳路 2 号', position: null });
    expect(missingOfSite(whole)).toEqual({});
  });

  it.each([
    [{ ...whole, kind: null }, 'kind'],
    [{ ...whole, name: '园' }, 'name'],
    [{ ...whole, address: ' ' }, 'address'],
    [{ ...whole, position: '园区里' }, 'position'],
  ])('lacks a part and is not sent: %#', (draft, part) => {
    expect(Object.keys(missingOfSite(draft))).toEqual([part]);
    expect(factsOf(draft)).toBeNull();
  });
});

const waiting: Pick<WaitingDay, 'because' | 'distanceMetres' | 'askedAt'> = {
  because: 'noCode',
  distanceMetres: null,
  askedAt: null,
};

it.each([
  [waiting, '没有扫码'],
  [{ ...waiting, because: 'late' as const, distanceMetres: 120 }, '扫得晚了，离地点 120 米'],
  [{ ...waiting, distanceMetres: 0, askedAt: '2026-11-26T09:00:00Z' }, '没有扫码，离地点 0 米，请你看一看'],
  [{ ...waiting, because: null, distanceMetres: 1249 }, '离地点 1.2 公里'],
])('D8.2 what there is to go by: %#', (day, words) => {
  expect(evidenceInWords(day)).toBe(words);
});

it('a distance is said in metres below one kilometre', () => {
  expect([999, 1000, 12_345].map(distanceInWords)).toEqual(['999 米', '1 公里', '12.3 公里']);
});

it('D8.2 what became of several that were answered at once', () => {
  expect(answeredInWords({ answered: 3, answeredBefore: 0 })).toBe('已答复 3 天');
  expect(answeredInWords({ answered: 2, answeredBefore: 1 })).toBe('已答复 2 天，1 天别人先答复了');
  expect(answeredInWords({ answered: 0, answeredBefore: 1 })).toBe('别人先答复了');
});

it('D4.1 who looks after a site, and who is asked to', () => {
  const contact = { name: '区静怡', since: '2026-11-02', self: false };
  const invited = { name: '潘晓岚', expiresAt: '2026-12-03T02:00:00Z' };
  expect(contactInWords({ contact: null, invited: null })).toBe('还没有，请一位在现场的人');
  expect(contactInWords({ contact: null, invited })).toBe('邀请了潘晓岚，12月3日前有效');
  expect(contactInWords({ contact, invited: null })).toBe('区静怡，2026年11月2日起');
  expect(contactInWords({ contact: { ...contact, self: true }, invited })).toBe(
    '区静怡（你），2026年11月2日起。邀请了潘晓岚，12月3日前有效',
  );
});

it('D4.1 a site that closes tomorrow need not; one that has closed is opened again', () => {
  expect(closeWord(null, '2026-11-26')).toBe('停用');
  expect(closeWord('2026-11-27', '2026-11-26')).toBe('不停用了');
  expect(closeWord('2026-11-26', '2026-11-26')).toBe('重新启用');
});
