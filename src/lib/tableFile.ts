import type { ReadCell, Table, Unread } from './table';

/** Tables are read and written in a browser alone. */
export const tablesHere: boolean = false;

export const saveTables: (fileName: string, tables: Table[]) => Promise<boolean> = () => Promise.resolve(false);

export const readTable: (file: Blob) => Promise<{ cells: ReadCell[][] } | { unread: Unread }> = () =>
  Promise.resolve({ unread: 'noTable' });
