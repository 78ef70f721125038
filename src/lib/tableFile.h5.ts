import type { CellObject, Sheet } from 'write-excel-file/universal';
import { download } from './download.h5';
import type { Cell, ReadCell, Table, Unread } from './table';

export const tablesHere: boolean = true;

/** Longer ones hold more than anybody reads here. */
const largestBytes = 5_000_000;

const asText = { type: String, format: '@' } as const;
const heading = {
  ...asText,
  fontWeight: 'bold',
  backgroundColor: '#E3F4EE',
  wrap: true,
  alignVertical: 'center',
} as const;

const written = (cell: Cell): CellObject | null => {
  if (cell === null) return null;
  if (typeof cell === 'string') return { ...asText, value: cell, wrap: true, alignVertical: 'top' };
  if (typeof cell === 'number') return { type: Number, value: cell, alignVertical: 'top' };
  return 'day' in cell
    ? { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd', alignVertical: 'top' }
    : { type: Number, value: cell.share, format: '0%', alignVertical: 'top' };
};

const sheetOf = ({ name, columns, rows, fixed = 0, empty = 0 }: Table): Sheet<Blob> => ({
  sheet: name,
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
  ...(fixed > 0 && { stickyColumnsCount: fixed }),
  data: [
    columns.map((column) => ({ ...heading, value: column.heading })),
    ...rows.map((row) => row.map(written)),
    ...Array.from({ length: empty }, () => columns.map(({ typed }) => (typed ? asText : null))),
  ],
});

/** The part that writes; once it has come, it is there. */
const writing = () => import('write-excel-file/universal');

export const fileOf = async (tables: Table[]): Promise<Blob> => {
  const { default: write } = await writing();
  return write(tables.map(sheetOf)).toBlob();
};

/** Saves it as a file of its own, a sheet a table; false where what writes it did not come. */
export const saveTables = async (fileName: string, tables: Table[]): Promise<boolean> => {
  if (!(await writing().catch(() => null))) return false;
  download(`${fileName}.xlsx`, await fileOf(tables));
  return true;
};

const unreadBy = (error: unknown): Unread =>
  (error as { code?: unknown } | null)?.code === 'XLS_FILE_NOT_SUPPORTED' ? 'old' : 'noTable';

/** The cells of a file's first sheet, as they stand there. */
export const readTable = async (file: Blob): Promise<{ cells: ReadCell[][] } | { unread: Unread }> => {
  if (file.size > largestBytes) return { unread: 'large' };
  const library = await import('read-excel-file/universal').catch(() => null);
  if (!library) return { unread: 'notLoaded' };
  try {
    return { cells: (await library.readSheet(file)) as unknown as ReadCell[][] };
  } catch (error) {
    return { unread: unreadBy(error) };
  }
};
