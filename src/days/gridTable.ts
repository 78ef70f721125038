import type { InferContractRouterOutputs } from '@orpc/contract';
import type { weeks } from '../../types/grassrootsDay/weeks';
import { WEEK_LETTERS, type WeekState } from '../../types/words';
import { daysAfter, monthAndDay } from '@/lib/day';
import type { Cell, Table } from '@/lib/table';

type Grid = InferContractRouterOutputs<typeof weeks>['grid'];

interface Wish {
  grid: Omit<Grid, 'rows' | 'next'>;
  /** Of all its pages; without a name, the account is closed (D9.5). */
  rows: (Omit<Grid['rows'][number], 'name'> & { name: string | null })[];
  /** What each state is called. */
  words: Record<WeekState, string>;
}

const stateOf = Object.fromEntries(Object.entries(WEEK_LETTERS).map(([state, letter]) => [letter, state])) as Record<
  string,
  WeekState
>;

/** C33 Nothing to divide by, and there is no share. */
const shareOf = (met: number, eligible: number): Cell => (eligible === 0 ? null : { share: met / eligible });

const weekHeading = (monday: string): string => `${monthAndDay(monday)}\n至${monthAndDay(daysAfter(monday, 6))}`;

/** D8.2, C33 Week by cadre, as a table to take away: a sheet with a word a week, and one with the sums and what the words mean. */
export const gridTables = ({ grid, rows, words }: Wish): Table[] => {
  const sum = (name: string, { cadres, met, eligible, share }: NonNullable<Grid['sums']>['all']): Cell[] => [
    name,
    cadres,
    met,
    eligible,
    share === null ? null : { share },
  ];
  const used = Object.values(stateOf).filter((state) =>
    rows.some(({ weeks: all }) => all.includes(WEEK_LETTERS[state])),
  );
  return [
    {
      name: `${grid.year} 年每周一天`,
      fixed: 2,
      columns: [
        { heading: '姓名', width: 10 },
        { heading: '团组织', width: 24 },
        { heading: '班子成员', width: 10 },
        { heading: '做到的周', width: 10 },
        { heading: '要算的周', width: 10 },
        { heading: '比例', width: 8 },
        { heading: '到基层的天数', width: 12 },
        ...grid.mondays.map((monday) => ({ heading: weekHeading(monday), width: 11 })),
      ],
      rows: rows.map(({ name, orgName, leadership, weeks: letters, days, met, eligible }) => [
        name ?? '已注销',
        orgName,
        leadership ? '是' : '否',
        met,
        eligible,
        shareOf(met, eligible),
        days,
        ...grid.mondays.map((_, place): Cell => {
          const state = stateOf[letters[place] ?? ''];
          return state ? words[state] : null;
        }),
      ]),
    },
    {
      name: '合计和说明',
      columns: [
        { heading: '哪些人', width: 16 },
        { heading: '人数', width: 8 },
        { heading: '做到的周', width: 10 },
        { heading: '要算的周', width: 10 },
        { heading: '比例', width: 8 },
      ],
      rows: [
        ...(grid.sums
          ? [sum('全部', grid.sums.all), sum('班子成员', grid.sums.leaders), sum('其他团干部', grid.sums.others)]
          : [[`一共 ${grid.cadres ?? rows.length} 位团干部，人多，没有合计`]]),
        [],
        [`到 ${grid.today} 为止。要算的周：过完了、又不是“${words.exempt}”的，和还没过完就“${words.met}”的。`],
        ...used.map((state) => [`“${words[state]}”：${meanings[state]}`]),
        ['空着：那一周还没到，或者不要求这个职务'],
      ],
    },
  ];
};

const meanings: Record<WeekState, string> = {
  met: '这一周有一天到过基层，得到确认',
  unconfirmed: '到过，还在等人确认',
  owed: '这一周还没有过完，还没有到过',
  notMet: '过完了，没有确认的一天',
  exempt: '工作日都在请假、下沉之内，或者没有工作日',
  calendarMissing: '那一年的工作日历还没有公布',
};
