import type { Week } from '../../types/grassrootsDay';
import type { WeekState } from '../../types/words';
import { daysAfter, daysBetween, monthAndDay, weekOf } from '@/lib/day';

export const stateWords: Record<WeekState, string> = {
  met: '做到',
  unconfirmed: '待确认',
  owed: '本周还差',
  notMet: '没做到',
  exempt: '不要求',
  calendarMissing: '日历未公布',
};

/** D10.1 Which week of its year: the first one has 4 January in it. */
export const weekNumber = (monday: string): number => {
  const year = daysAfter(monday, 3).slice(0, 4);
  const [first = monday] = weekOf(`${year}-01-04`);
  return daysBetween(first, monday) / 7 + 1;
};

/** `第 41 周，做到` */
export const weekTitle = ({ monday, state }: Pick<Week, 'monday' | 'state'>): string =>
  `第 ${weekNumber(monday)} 周，${stateWords[state]}`;

const isSameMonth = (day: string, other: string): boolean => day.slice(0, 7) === other.slice(0, 7);
const dayOfMonth = (day: string): string => `${Number(day.slice(8))}日`;

/** A later day, without its month where it is the same. */
const laterDay = (day: string, before: string): string =>
  isSameMonth(before, day) ? dayOfMonth(day) : monthAndDay(day);

/** `10月5日至11日`, `9月28日至10月4日` */
export const weekSpan = (monday: string): string => {
  const sunday = daysAfter(monday, 6);
  return `${monthAndDay(monday)}至${laterDay(sunday, monday)}`;
};

/** `1月1日、2月16日至20日、9月30日、10月1日`: days that follow one another are told together. */
export const daySpans = (days: readonly string[]): string => {
  const runs: [string, ...string[]][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && daysBetween(run.at(-1) ?? '', day) === 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => {
      const [first] = run;
      const last = run.at(-1) ?? first;
      if (last === first) return monthAndDay(first);
      return `${monthAndDay(first)}${run.length === 2 ? '、' : '至'}${laterDay(last, first)}`;
    })
    .join('、');
};

/** `8日、9日和 10日` */
const joined = (words: string[]): string => {
  const [last = '', ...before] = [...words].reverse();
  return before.length === 0 ? last : `${before.reverse().join('、')}和${/^\d/.test(last) ? ' ' : ''}${last}`;
};

/** `10月8日、9日和调休的 10日`: the month where it is another one. */
const dayList = (days: readonly string[], worded = (_day: string, word: string) => word): string =>
  joined(
    days.map((day, place) => {
      const before = days[place - 1];
      return worded(day, before ? laterDay(day, before) : monthAndDay(day));
    }),
  );

const isWeekEnd = (day: string): boolean => weekOf(day).indexOf(day) > 4;

/** A week-end day that is worked makes up for a holiday. */
const workedDays = (days: readonly string[]): string =>
  dayList(days, (day, word) => (isWeekEnd(day) ? `调休的 ${word}` : word));

const ordinaryWeek = (monday: string): string => weekOf(monday).slice(0, 5).join();

/** Why a week is not what it usually is: its working days that are left, and what became of the others. */
const workingWords = ({ monday, working, onLeave, posted, outside }: Week): string => {
  if (!working || working.join() === ordinaryWeek(monday)) return '';
  const away = [
    ...(onLeave > 0 ? [`${onLeave} 天请假`] : []),
    ...(posted > 0 ? [`${posted} 天下沉`] : []),
    ...(outside > 0 ? [`${outside} 天不在这个职务上`] : []),
  ];
  return `这周要算的工作日有 ${working.length} 天：${workedDays(working)}${away.length > 0 ? `，另有 ${joined(away)}` : ''}。`;
};

const exemptWords = ({ onLeave, posted, outside }: Week): string => {
  const why = [...(onLeave > 0 ? ['请假'] : []), ...(posted > 0 ? ['下沉'] : []), ...(outside > 0 ? ['职务之外'] : [])];
  return why.length > 0 ? `这周的工作日都在${joined(why)}，不要求到基层。` : '这周没有工作日，不要求到基层。';
};

const missingWords = (monday: string): string => {
  const years = [...new Set([monday, daysAfter(monday, 6)].map((day) => day.slice(0, 4)))];
  return `${years.join('、')} 年的工作日历还没有公布全，这周先不判断，公布后自动补算。`;
};

/** How many days a week still takes, beside those that count and those that wait. */
export const stillWanted = ({ wanted, confirmed, waiting }: Pick<Week, 'wanted' | 'confirmed' | 'waiting'>): number =>
  Math.max(0, wanted - confirmed.length - waiting.length);

const wentWords = ({ confirmed, waiting }: Week): string =>
  [
    ...(confirmed.length > 0 ? [`${dayList(confirmed)}到过基层`] : []),
    ...(waiting.length > 0 ? [`${dayList(waiting)}等站点联系人或管理员确认`] : []),
  ].join('，');

/** What the state comes from, in one sentence. */
const stateSentence = (week: Week): string => {
  const went = wentWords(week);
  switch (week.state) {
    case 'met':
      return `${dayList(week.confirmed)}到过基层，这周做到了。`;
    case 'unconfirmed':
      return `${went}，确认之后这周就做到了。`;
    case 'owed':
      return `${went ? `${went}，` : ''}到星期天还差 ${stillWanted(week)} 天到基层。`;
    case 'notMet':
      return went ? `${went}，这周要 ${week.wanted} 天。` : '这周没有到基层的记录。';
    case 'exempt':
      return exemptWords(week);
    case 'calendarMissing':
      return `${went ? `${went}。` : ''}${missingWords(week.monday)}`;
  }
};

/** D4.3 A week explains itself: which working days it has, and why it stands as it does. */
export const weekSentence = (week: Week): string =>
  week.state === 'exempt' ? stateSentence(week) : `${workingWords(week)}${stateSentence(week)}`;

const nowWords: Record<Exclude<WeekState, 'owed'>, string> = {
  met: '本周做到了',
  unconfirmed: '本周等确认',
  notMet: '本周没有做到',
  exempt: '本周不要求',
  calendarMissing: '本周还不能判断',
};

/** How this week stands, as a title. */
export const thisWeekWords = (week: Week): string =>
  week.state === 'owed' ? `本周还差 ${stillWanted(week)} 天到基层` : nowWords[week.state];
