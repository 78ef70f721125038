import { isWorkday } from 'chinese-days';
import { daysAfter, isWorkingDay } from '../../cloudfunctions/api/kernel/calendar';
import { readNotice } from '../../cloudfunctions/api/grassrootsDay/rules/notice';
import { NOTICE_2023, NOTICE_2027, NOTICES } from './notices';

const PUBLISHED: Record<number, string> = { 2023: NOTICE_2023, ...NOTICES };
const years = Object.keys(PUBLISHED).map(Number);
const noticeOf = (year: number): string => PUBLISHED[year] ?? '';

/** The notice of 2026 with a part of it in other words. */
const changed = (from: string, to: string): string => {
  expect(noticeOf(2026)).toContain(from);
  return noticeOf(2026).replace(from, to);
};

describe('D10.3 the notice of a year is read as it was published', () => {
  it.each(years)('%i, on every day of the year', (year) => {
    const read = readNotice(noticeOf(year), year);
    if ('unreadable' in read) throw new Error(read.unreadable);
    const known = [{ year, ...read }];
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = daysAfter(day, 1))
      expect([day, isWorkingDay(day, known)]).toEqual([day, isWorkday(day)]);
  });

  it('in one line too, with half-width signs, spaces and CRLF', () => {
    const read = readNotice(noticeOf(2026), 2026);
    const half = noticeOf(2026).replace(/（/g, '(').replace(/）/g, ') ').replace(/：/g, ': ').replace(/，/g, ', ');
    expect(readNotice(half, 2026)).toEqual(read);
    expect(readNotice(noticeOf(2026).replace(/\n/g, '\r\n'), 2026)).toEqual(read);
    const items = noticeOf(2026).slice(noticeOf(2026).indexOf('一、元旦'), noticeOf(2026).indexOf('节假日期间'));
    expect(readNotice(items.replace(/\n/g, ''), 2026)).toEqual(read);
    expect(readNotice(NOTICE_2027, 2027)).toMatchObject({ worked: expect.arrayContaining(['2027-01-31']) as unknown });
  });

  it('what employers are encouraged to is no day off', () => {
    expect(noticeOf(2024)).toContain('2月9日');
    expect(readNotice(noticeOf(2024), 2024)).not.toMatchObject({
      off: expect.arrayContaining(['2024-02-09']) as unknown,
    });
  });
});

describe('D10.3 nothing is guessed: what does not agree is named', () => {
  it.each<[string, string, string, string]>([
    ['a word that is not known', '6月19日（周五）至21日（周日）放假', '6月19日（周五）至21日（周日）休假', '端午节'],
    ['a day of the week of another year', '6月19日（周五）', '6月19日（周四）', '端午节'],
    ['a length that is not that of the span', '放假调休，共9天', '放假调休，共8天', '春节'],
    ['a day at work that is none of a week-end', '5月9日（周六）上班', '5月8日上班', '劳动节'],
    ['a day that the year does not have', '6月19日（周五）', '6月31日', '端午节'],
    ['a span that ends before it begins', '6月19日（周五）至21日（周日）放假，共3天', '6月19日至18日放假', '端午节'],
    [
      'an item that says nothing of days off',
      '9月25日（周五）至27日（周日）放假，共3天。',
      '9月20日（周日）上班。',
      '中秋节',
    ],
    [
      'a day of another year',
      '1月1日（周四）至3日（周六）放假调休，共3天',
      '2025年12月31日至2026年1月3日放假调休，共4天',
      '元旦',
    ],
  ])('%s', (_, from, to, named) => {
    const read = readNotice(changed(from, to), 2026);
    expect(read).toEqual({ unreadable: expect.stringContaining(named) as unknown });
  });

  it('a holiday that is missing, or stands there twice', () => {
    expect(readNotice(changed('五、端午节', '五、中秋节'), 2026)).toEqual({ unreadable: '端午节' });
    expect(readNotice('', 2026)).toEqual({ unreadable: '元旦' });
    expect(readNotice(`${noticeOf(2026)}\n八、元旦：1月1日放假。`, 2026)).toEqual({ unreadable: '元旦' });
  });

  it('the notice of another year, and a line of days without a number', () => {
    expect(readNotice(noticeOf(2026), 2025)).toEqual({ unreadable: '国务院办公厅关于2026年部分节假日安排的通知' });
    expect(readNotice(`${noticeOf(2026)}\n另：12月31日放假。`, 2026)).toEqual({ unreadable: '另：12月31日放假。' });
  });
});
