import { allPages } from './allPages';
import { sayError } from './say';
import type { Table } from './table';
import { saveTables } from './tableFile';

/** More than a county has; asked for page by page, it stays below what one person may ask for in a minute. */
const MOST_TAKEN = 3000;

interface Wish<Item> {
  fileName: string;
  /** What it counts: `个地点`, `位团干部`. */
  unit: string;
  pageAfter: (cursor: string) => Promise<{ items: Item[]; next: string | null }>;
  tablesOf: (items: Item[]) => Table[];
}

/** Saves a whole list as a table, and says in words what became of it. */
export const takeTable = async <Item>(
  { fileName, unit, pageAfter, tablesOf }: Wish<Item>,
  onTaken: (taken: number) => void,
): Promise<string> => {
  try {
    const { items, more } = await allPages(pageAfter, MOST_TAKEN, onTaken);
    if (items.length === 0) return '这里是空的，没有导出';
    if (!(await saveTables(fileName, tablesOf(items)))) return '没有连上，没有导出';
    return more ? `只导出了前 ${items.length} ${unit}，其余的缩小范围再导出` : `导出了 ${items.length} ${unit}`;
  } catch (error) {
    return `${sayError(error).title}，没有导出`;
  }
};
