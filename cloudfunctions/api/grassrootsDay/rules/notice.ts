import { daysAfter } from '../../kernel/calendar';

/** The holidays of every notice. Each stands in one item, which may be about two of them. */
const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

/** D10.3 What a notice says of its year, or the line of it that cannot be read. */
export type ReadNotice = { off: string[]; worked: string[] } | { unreadable: string };

const DATE = '(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:（[^）]*）)?';
const DATE_PARTS = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^）]*)）)?$/;
const OFF = new RegExp(
  `^(${DATE})(?:至(${DATE}))?(?:放假|放假调休|调休放假)(?:，?共?(\\d+)天)?(?:，(?:与周末连休|不调休))?$`,
);
const WORKED = new RegExp(`^(${DATE}(?:、${DATE})*)上班$`);
/** What employers are encouraged to is no calendar. */
const ENCOURAGED = /^鼓励/;
const ITEM = /^[一二三四五六七八九十]+、([^：]*)：(.+)$/;
const WEEKDAYS = '日一二三四五六';

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekEnd = (day: string): boolean => [0, 6].includes(weekdayOf(day));

class Unreadable extends Error {}

/** The day that is meant, checked by its day of the week where that is said: so a notice of another year is not read. */
function dateOf(text: string, before: string | null, year: number): string {
  const [, ofYear, ofMonth, ofDay, beside = ''] = DATE_PARTS.exec(text) ?? [];
  const month = ofMonth ?? before?.slice(5, 7);
  if (!month || !ofDay) throw new Unreadable();
  const day = `${ofYear ?? year}-${month.padStart(2, '0')}-${ofDay.padStart(2, '0')}`;
  if (Number.isNaN(Date.parse(day)) || daysAfter(day, 0) !== day) throw new Unreadable();
  const said = /(?:周|星期)([一二三四五六日天])/.exec(beside)?.[1];
  if (said && WEEKDAYS.indexOf(said.replace('天', '日')) !== weekdayOf(day)) throw new Unreadable();
  return day;
}

function spanOff([, first = '', last, length]: RegExpExecArray, year: number): string[] {
  const from = dateOf(first, null, year);
  const until = last ? dateOf(last, from, year) : from;
  const days: string[] = [];
  for (let day = from; day <= until && days.length <= 31; day = daysAfter(day, 1)) days.push(day);
  if (days.length === 0 || days.length > 31 || (length && Number(length) !== days.length)) throw new Unreadable();
  return days;
}

function daysWorked(list: string, year: number): string[] {
  const days: string[] = [];
  for (const text of list.split(/、(?=\d)/)) days.push(dateOf(text, days.at(-1) ?? null, year));
  if (days.some((day) => !isWeekEnd(day))) throw new Unreadable();
  return days;
}

/** One item: `春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。` */
function readItem(said: string, year: number): { off: string[]; worked: string[] } {
  const read = { off: [] as string[], worked: [] as string[] };
  for (const sentence of said.split(/[。；;]/).filter(Boolean)) {
    const off = OFF.exec(sentence);
    const worked = WORKED.exec(sentence)?.[1];
    if (off) read.off.push(...spanOff(off, year).filter((day) => !isWeekEnd(day)));
    else if (worked) read.worked.push(...daysWorked(worked, year));
    else if (!ENCOURAGED.test(sentence)) throw new Unreadable();
  }
  // A day of another year would change a year that is known already.
  if (said.includes('放假') && [...read.off, ...read.worked].every((day) => day.startsWith(`${year}-`))) return read;
  throw new Unreadable();
}

const normal = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s　]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/:/g, '：')
    .replace(/,/g, '，');

/** Where items follow one another in one line, as when it is copied from some pages. */
const ITEM_BEGINS = new RegExp(`(?=[一二三四五六七八九十]、(?:${HOLIDAYS.join('|')}))`);

/** A line without a number that speaks of a day off or at work all the same. */
const SPEAKS_OF_DAYS = /\d+日.*(?:放假|上班|调休)/;

const ofAnotherYear = (line: string, year: number): boolean => {
  const named = /(\d{4})年部分节假日安排/.exec(line)?.[1];
  return named !== undefined && Number(named) !== year;
};

/**
 * D10.3 Reads the State Council's notice of a year: the weekdays that are off and the week-end days that are worked. It
 * guesses nothing: every item, its dates, their days of the week and the length that it names must agree, and none of the
 * seven holidays may be missing.
 */
export function readNotice(notice: string, year: number): ReadNotice {
  const off = new Set<string>();
  const worked = new Set<string>();
  const holidays: string[] = [];
  const lines = notice
    .split(/[\r\n]+/)
    .flatMap((line) => normal(line).split(ITEM_BEGINS))
    .filter(Boolean);
  for (const line of lines) {
    const [, names = '', said = ''] = ITEM.exec(line) ?? [];
    if (ofAnotherYear(line, year) || (!said && SPEAKS_OF_DAYS.test(line))) return { unreadable: line };
    if (!said) continue;
    holidays.push(...names.split(/、/));
    try {
      const read = readItem(said, year);
      for (const day of read.off) off.add(day);
      for (const day of read.worked) worked.add(day);
    } catch (error) {
      if (error instanceof Unreadable) return { unreadable: line };
      throw error;
    }
  }
  const missing = HOLIDAYS.find((name) => holidays.filter((one) => one === name).length !== 1);
  if (missing) return { unreadable: missing };
  return { off: [...off].sort(), worked: [...worked].sort() };
}
