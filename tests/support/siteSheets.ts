import { fileOf } from '@/lib/tableFile.h5';
import type { Cell } from '@/lib/table';
import { columnWords } from '@/site/sheetRows';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A real file with these lines below the headings, as a browser's chooser hands it over. */
export async function aSheetOf(rows: Cell[][], headings: string[] = Object.values(columnWords)) {
  const columns = headings.map((heading) => ({ heading, width: 20 }));
  const file = await fileOf([{ name: '地点', columns, rows }]);
  return { name: '地点.xlsx', mimeType: XLSX, buffer: Buffer.from(await file.arrayBuffer()) };
}

/** An old one, or one with a password. */
export const oldSheet = {
  name: '地点.xls',
  mimeType: 'application/vnd.ms-excel',
  buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]),
};
