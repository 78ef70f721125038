import { WEEK_LETTERS, type WeekState } from '../../types/words';
import { gridTables } from '@/days/gridTable';
import { fileOf, readTable } from '@/lib/tableFile.h5';

const words: Record<WeekState, string> = {
  met: '做到',
  unconfirmed: '待确认',
  owed: '本周还差',
  notMet: '没做到',
  exempt: '不要求',
  calendarMissing: '日历未公布',
};
const shares = { cadres: 0, eligible: 0, met: 0, share: null };
const grid = {
  year: 2026,
  today: '2026-11-19',
  mondays: ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'],
  quarters: [],
  cadres: 2,
  sums: {
    all: { cadres: 2, eligible: 3, met: 1, share: 1 / 3 },
    leaders: shares,
    others: { cadres: 2, eligible: 3, met: 1, share: 1 / 3 },
  },
};
const line = (more: object) => ({
  postId: '',
  name: '何志远',
  orgName: '佛山市委',
  leadership: false,
  weeks: 'mno ',
  days: 2,
  met: 1,
  eligible: 2,
  ...more,
});
const tables = (rows: ReturnType<typeof line>[]) => gridTables({ grid, rows, words });

describe('D8.2 C33 the grid as a table', () => {
  it('has a line a cadre and a column a week, in the words of the screen, and the shares as numbers', () => {
    const [sheet] = tables([
      line({}),
      line({ name: null, leadership: true, weeks: 'eeee', days: 0, met: 0, eligible: 0 }),
    ]);
    expect(sheet?.columns.map(({ heading }) => heading).slice(5)).toEqual([
      '比例',
      '到基层的天数',
      '11月2日\n至11月8日',
      '11月9日\n至11月15日',
      '11月16日\n至11月22日',
      '11月23日\n至11月29日',
    ]);
    expect(sheet?.rows).toEqual([
      ['何志远', '佛山市委', '否', 1, 2, { share: 0.5 }, 2, '做到', '没做到', '本周还差', null],
      ['已注销', '佛山市委', '是', 0, 0, null, 0, '不要求', '不要求', '不要求', '不要求'],
    ]);
  });

  it('has the sums, and says what each word means that stands in it', () => {
    const [, sheet] = tables([line({})]);
    expect(sheet?.rows.slice(0, 3)).toEqual([
      ['全部', 2, 1, 3, { share: 1 / 3 }],
      ['班子成员', 0, 0, 0, null],
      ['其他团干部', 2, 1, 3, { share: 1 / 3 }],
    ]);
    const said = JSON.stringify(sheet?.rows.slice(3));
    for (const state of ['met', 'notMet', 'owed'] as const) expect(said).toContain(`“${words[state]}”：`);
    for (const state of ['unconfirmed', 'calendarMissing'] as const) expect(said).not.toContain(`“${words[state]}”：`);
  });

  it('D8.2 says how many there are where they are too many to be summed up', () => {
    const [, sheet] = gridTables({ grid: { ...grid, cadres: 1234, sums: null }, rows: [line({})], words });
    expect(sheet?.rows[0]).toEqual(['一共 1234 位团干部，人多，没有合计']);
    expect(JSON.stringify(sheet?.rows)).not.toContain('全部');
  });

  it('knows every letter, and is read back from its file', async () => {
    const letters = Object.values(WEEK_LETTERS);
    const mondays = letters.map((_, n) => `2026-0${n + 1}-05`);
    const made = gridTables({ grid: { ...grid, mondays }, rows: [line({ weeks: letters.join('') })], words });
    const read = await readTable(await fileOf(made));
    expect('cells' in read && read.cells[1]?.slice(5)).toEqual([0.5, 2, ...Object.values(words)]);
  });
});
