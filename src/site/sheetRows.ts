import type { Inputs } from '../../types/contract';
import { policy } from '../../config/policy';
import { SITE_COLUMNS, type SiteColumn } from '../../types/words';
import type { ReadCell, Unread } from '@/lib/table';

type SheetRow = Inputs['grassrootsDay']['importSites']['rows'][number];

/** One line of somebody's table: which one, what is sent of it, what it says. */
export interface SheetLine {
  number: number;
  row: SheetRow;
  said: Record<SiteColumn, string>;
}

export type SheetProblem =
  | { unread: Unread }
  | { missing: SiteColumn[] }
  | { rows: number }
  /** Nothing below the headings; nothing that one call could carry. */
  | { amount: 'none' | 'tooMuch' };

export const columnWords: Record<SiteColumn, string> = {
  kind: '类别',
  name: '名称',
  address: '地址',
  latitude: '纬度',
  longitude: '经度',
  org: '所属团组织',
};

const needed: readonly SiteColumn[] = ['kind', 'name', 'address'];

/** What stands before the name of a line that only shows how it is done. */
export const EXAMPLE = '（例）';
const isExample = (name: string): boolean => name.normalize('NFKC').startsWith(EXAMPLE.normalize('NFKC'));

/** Among how many first lines the headings are looked for. */
const HEADINGS_WITHIN = 10;
/** How much one call carries (D8.1), with room for what travels along. */
const MOST_BYTES = 95_000;

const EPOCH = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** As a table program keeps it: a day is a number. */
const sentOf = (cell: ReadCell | undefined): SheetRow['name'] => {
  if (cell instanceof Date) return (cell.getTime() - EPOCH) / dayLength;
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (typeof cell === 'string') return cell.slice(0, policy.grassrootsDay.table.cell);
  return cell ?? null;
};

const saidOf = (cell: ReadCell | undefined): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(sentOf(cell) ?? '').trim();

const wordOf = (cell: ReadCell): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .replace(/[\s*]/g, '');

const placesOf = (line: readonly ReadCell[]): Map<SiteColumn, number> => {
  const words = line.map(wordOf);
  return new Map(
    SITE_COLUMNS.flatMap((column) => {
      const place = words.indexOf(columnWords[column]);
      return place < 0 ? [] : [[column, place] as const];
    }),
  );
};

const bytesOf = (rows: SheetRow[]): number => new Blob([JSON.stringify(rows)]).size;

/** The lines below the headings, in whatever order the columns stand; empty ones and the example are passed over. */
export const sheetLines = (cells: readonly ReadCell[][]): { lines: SheetLine[] } | SheetProblem => {
  const heads = cells.slice(0, HEADINGS_WITHIN).map(placesOf);
  const lacking = (places: Map<SiteColumn, number>) => needed.filter((column) => !places.has(column));
  const top = heads.findIndex((places) => lacking(places).length === 0);
  const places = heads[top];
  if (!places) {
    if (cells.every((line) => line.every((cell) => saidOf(cell) === ''))) return { amount: 'none' };
    const [closest] = heads.map(lacking).sort((a, b) => a.length - b.length);
    return { missing: closest ?? [...needed] };
  }
  const lines = cells.flatMap((line, place): SheetLine[] => {
    const cellOf = (column: SiteColumn) => line[places.get(column) ?? -1];
    const said = Object.fromEntries(
      SITE_COLUMNS.map((column) => [column, saidOf(cellOf(column))]),
    ) as SheetLine['said'];
    if (place <= top || Object.values(said).every((text) => text === '') || isExample(said.name)) return [];
    const row = Object.fromEntries(
      SITE_COLUMNS.map((column) => [column, sentOf(cellOf(column))]),
    ) as unknown as SheetRow;
    return [{ number: place + 1, row, said }];
  });
  if (lines.length === 0) return { amount: 'none' };
  if (lines.length > policy.grassrootsDay.table.rows) return { rows: lines.length };
  return bytesOf(lines.map(({ row }) => row)) > MOST_BYTES ? { amount: 'tooMuch' } : { lines };
};
