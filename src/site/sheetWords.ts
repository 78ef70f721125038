import type { Outputs } from '../../types/contract';
import { policy } from '../../config/policy';
import type { RowState, SiteColumn } from '../../types/words';
import type { Sentence } from '@/lib/say';
import { siteKindWords } from '@/lib/siteWords';
import { columnWords, type SheetLine, type SheetProblem } from './sheetRows';
import type { Unread } from '@/lib/table';

const { site: longest, table } = policy.grassrootsDay;

export type SettledRow = Outputs['grassrootsDay']['importSites']['rows'][number];
type Wrong = SettledRow['wrongs'][number];

export const rowStateWords: Record<RowState, string> = {
  new: '可以登记',
  unchanged: '已经有了',
  closed: '有过，停用了',
  wrong: '要改',
};

const kinds = Object.values(siteKindWords).join('、');

const mostOf: Partial<Record<SiteColumn, number>> = { name: longest.name, address: longest.address };

/** What is wrong with a cell, and how it would be right. */
export const wrongWords = ({ column, wrong, like }: Wrong, lines: readonly SheetLine[]): string => {
  const word = columnWords[column];
  switch (wrong) {
    case 'empty':
      return `${word}没有填`;
    case 'notText':
      return `${word}读到的是一个数字，把这一格设成文本，再填一次`;
    case 'short':
      return `${word}太短，至少 2 个字`;
    case 'long':
      return `${word}太长，最多 ${mostOf[column] ?? table.cell} 个字`;
    case 'symbols':
      return `${word}里有多余的符号`;
    case 'unknown':
      return column === 'kind' ? `类别只有${kinds}` : `${word}写的名称，在你管的范围里没有`;
    case 'several':
      return `有几个团组织都叫这个名称，换成全称`;
    case 'notNumber':
      return `${word}看不出是多少度，写成 23.02861 这样`;
    case 'swapped':
      return '纬度和经度写反了';
    case 'differs':
      return `${word}和登记过的不一样，要改就到地点那一页改`;
    case 'repeated':
      return `和第 ${lines[like ?? -1]?.number ?? ''} 行同名，写的却不一样`;
  }
};

const unreadWords: Record<Unread, Sentence> = {
  old: {
    title: '这个文件读不了',
    why: '它是旧的 .xls 格式，或者加了密码。',
    now: '在表格软件里另存为 .xlsx，去掉密码，再选一次。',
  },
  noTable: {
    title: '这个文件读不了',
    why: '它不是 .xlsx 表格，或者已经损坏。',
    now: '在表格软件里打开看看，另存为 .xlsx，再选一次。',
  },
  large: {
    title: '这个文件太大',
    why: '地点的表格用不到 5 MB，里面也许有图片。',
    now: '只留下要登记的几列，另存为 .xlsx，再选一次。',
  },
  notLoaded: {
    title: '没有连上',
    why: '网络不通，读表格的那一部分没有下载下来。',
    now: '换个信号好的地方，再选一次。',
  },
};

/** What is said of a file that has nothing to look at. */
export const problemWords = (problem: SheetProblem): Sentence => {
  if ('unread' in problem) return unreadWords[problem.unread];
  if ('missing' in problem)
    return {
      title: '没有找到表头',
      why: `第一张工作表里还差这几列：${problem.missing.map((column) => columnWords[column]).join('、')}。`,
      now: '用模板来填，或者把表头改成和模板一样，再选一次。',
    };
  if ('rows' in problem)
    return {
      title: `这份表有 ${problem.rows} 行`,
      why: `一次最多登记 ${table.rows} 个地点。`,
      now: '分成几份，一份一份来。',
    };
  return problem.amount === 'none'
    ? { title: '表里还没有地点', why: '表头下面是空的，或者只有示例那一行。', now: '填好之后再选一次。' }
    : { title: '这份表的字太多', why: '一次传不完这么多字。', now: '分成两份，一份一份来。' };
};
