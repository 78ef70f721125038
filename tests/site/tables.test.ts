import { inflateRawSync } from 'node:zlib';
import { readSheet } from 'read-excel-file/universal';
import { fileOf, readTable } from '@/lib/tableFile.h5';
import type { Table } from '@/lib/table';

const sheet = (more: Partial<Table> = {}): Table => ({
  name: '表',
  columns: [
    { heading: '名称', width: 20 },
    { heading: '数', width: 8 },
  ],
  rows: [],
  ...more,
});

const SHEET = 'xl/worksheets/sheet1.xml';

/** The first sheet as it lies in the archive. */
const unzipped = async (file: Blob): Promise<string> => {
  const bytes = Buffer.from(await file.arrayBuffer());
  const name = bytes.indexOf(SHEET);
  const [size, extra] = [bytes.readUInt32LE(name - 12), bytes.readUInt16LE(name - 2)];
  const start = name + SHEET.length + extra;
  return inflateRawSync(bytes.subarray(start, start + size)).toString('utf8');
};

describe('a table that is written', () => {
  it('is read back as it was: texts, numbers, days, shares, nothing', async () => {
    const texts = [
      '张槎创业园',
      '=1+1',
      '+86',
      '-1',
      '@SUM(A1)',
      '00123',
      '1.38E+10',
      '3-5',
      '<b>&"\'',
      '多\n行',
      '𠮷野',
    ];
    const file = await fileOf([
      sheet({
        rows: [
          ...texts.map((text, n) => [text, n + 0.5]),
          ['日', { day: '2026-11-26' }],
          ['份', { share: 0.25 }],
          [null, 0],
        ],
      }),
    ]);
    expect(await readSheet(file)).toEqual([
      ['名称', '数'],
      ...texts.map((text, n) => [text, n + 0.5]),
      ['日', new Date('2026-11-26T00:00:00Z')],
      ['份', 0.25],
      [null, 0],
    ]);
  });

  it('has no formula in it, its headings stay in sight, and what is to be filled in is text', async () => {
    const columns = [
      { heading: '名称', width: 20, typed: true as const },
      { heading: '数', width: 8 },
    ];
    const xml = await unzipped(
      await fileOf([sheet({ columns, rows: [['=HYPERLINK("http://x")', 1]], fixed: 1, empty: 2 })]),
    );
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toMatch(/<pane[^>]*Split="1"[^>]*Split="1"/);
    const style = (cell: string) => new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(xml)?.[1];
    expect(style('A4')).toBeDefined();
    expect(style('B4')).toBeUndefined();
  });

  it('has as many sheets as it has tables', async () => {
    const file = await fileOf([sheet(), sheet({ name: '怎么填', rows: [['说明', 1]] })]);
    expect(await readSheet(file, '怎么填')).toEqual([
      ['名称', '数'],
      ['说明', 1],
    ]);
  });
});

describe('a file that somebody chose', () => {
  it('is read cell by cell', async () => {
    expect(await readTable(await fileOf([sheet({ rows: [['甲', 1]] })]))).toEqual({
      cells: [
        ['名称', '数'],
        ['甲', 1],
      ],
    });
  });

  it.each<[string, Uint8Array, string]>([
    ['an .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0), 'old'],
    ['a .csv', new TextEncoder().encode('类别,名称\n园区,甲\n'), 'noTable'],
    ['nothing', new Uint8Array(), 'noTable'],
    ['half a .zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0), 'noTable'],
    ['far too much', new Uint8Array(5_000_001), 'large'],
  ])('%s is none', async (_, bytes, unread) => {
    expect(await readTable(new Blob([bytes as Uint8Array<ArrayBuffer>]))).toEqual({ unread });
  });
});
