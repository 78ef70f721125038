import { policy } from '../../config/policy';
import { readRow } from '../../cloudfunctions/api/grassrootsDay/rules/importing';
import { CELL_WRONGS, SITE_COLUMNS, SITE_KINDS } from '../../types/words';
import { fileOf, readTable } from '@/lib/tableFile.h5';
import { siteKindWords } from '@/lib/siteWords';
import type { ReadCell } from '@/lib/table';
import { columnWords, sheetLines } from '@/site/sheetRows';
import { problemWords, wrongWords } from '@/site/sheetWords';
import { sitesTable, templateTables } from '@/site/siteTables';

const heads = ['类别', '名称', '地址', '纬度', '经度', '所属团组织'];
const linesOf = (cells: ReadCell[][]) => {
  const found = sheetLines(cells);
  if (!('lines' in found)) throw new Error(JSON.stringify(found));
  return found.lines;
};
const one = ['园区', '张槎园', '张槎一路', null, null, null];

describe('C35 the lines of a table', () => {
  it('are those below the headings, with their numbers; empty ones and the example are passed over', () => {
    const cells = [['地点一览表'], heads, one, [null, ' ', null], ['园区', '(例)甲', '乙'], ['园区', '乙园', '丙']];
    expect(linesOf(cells).map(({ number, said }) => [number, said.name])).toEqual([
      [3, '张槎园'],
      [6, '乙园'],
    ]);
  });

  it('whatever the order of the columns, and what else stands there', () => {
    const [line] = linesOf([
      [' 地 址*', '备注', '名称', '类别'],
      ['张槎一路', '不看', '张槎园', '园区'],
    ]);
    expect(line?.row).toEqual({
      kind: '园区',
      name: '张槎园',
      address: '张槎一路',
      latitude: null,
      longitude: null,
      org: null,
    });
  });

  it('a day is sent as its number and shown as a day; what is too long is cut', () => {
    const [line] = linesOf([heads, ['园区', new Date('2025-11-20T00:00:00Z'), '长'.repeat(300), 23.1, true, null]]);
    expect(line?.row).toMatchObject({ name: 45981, latitude: 23.1, longitude: '是' });
    expect(line?.row.address).toHaveLength(policy.grassrootsDay.table.cell);
    expect(line?.said.name).toBe('2025-11-20');
  });

  it.each<[string, ReadCell[][], object]>([
    ['nothing at all', [], { amount: 'none' }],
    ['headings alone', [heads], { amount: 'none' }],
    ['the example alone', [heads, ['园区', '（例）甲', '乙']], { amount: 'none' }],
    [
      'other headings',
      [
        ['姓名', '名称', '电话'],
        ['甲', '乙', '丙'],
      ],
      { missing: ['kind', 'address'] },
    ],
    ['more than three hundred', [heads, ...Array.from({ length: 301 }, () => one)], { rows: 301 }],
    [
      'more than one call carries',
      [heads, ...Array.from({ length: 300 }, () => ['园区', '名'.repeat(30), '址'.repeat(80), null, null, null])],
      { amount: 'tooMuch' },
    ],
  ])('%s: says what to do', (_, cells, problem) => {
    const found = sheetLines(cells);
    expect(found).toEqual(problem);
    if ('lines' in found) return;
    for (const part of Object.values(problemWords(found))) expect(part).toMatch(/[\u4e00-\u9fff]/);
  });

  it('three hundred ordinary ones fit', () => {
    const cells = Array.from({ length: 300 }, (_, n) => [
      '青少年综合服务平台',
      `狮山镇第 ${n} 青年之家`,
      `狮山镇桃园东路 ${n} 号社区服务中心二楼`,
      23.02861,
      113.10702,
      '狮山镇团委',
    ]);
    expect(linesOf([heads, ...cells])).toHaveLength(300);
  });
});

describe('what is wrong with a cell is said in words', () => {
  it.each(CELL_WRONGS)('%s', (wrong) => {
    for (const column of SITE_COLUMNS) {
      const words = wrongWords({ column, wrong, like: 0 }, linesOf([heads, one]));
      expect(words).toMatch(/[\u4e00-\u9fff]{3}/);
      expect(words).not.toMatch(/undefined|第  行/);
    }
  });
});

describe('the template, and what is taken away', () => {
  it('the template is read as empty; its example would be a site', async () => {
    const read = await readTable(await fileOf(templateTables()));
    if (!('cells' in read)) throw new Error('not read');
    expect(sheetLines(read.cells)).toEqual({ amount: 'none' });
    const [, example = []] = read.cells;
    const [line] = linesOf([heads, example.map((cell, n) => (n === 1 ? '张槎青年创业园' : cell))]);
    expect(line && readRow(line.row, policy.grassrootsDay.site)).toMatchObject({ facts: { kind: 'park' }, wrongs: [] });
  });

  it('D4.1 the words of a kind are read as that kind', () => {
    for (const kind of SITE_KINDS)
      expect(
        readRow(
          { kind: siteKindWords[kind], name: '甲园', address: '乙路', latitude: null, longitude: null },
          policy.grassrootsDay.site,
        ).facts,
      ).toMatchObject({ kind });
  });

  it('a list that is taken away can be read in as it was', async () => {
    const site = {
      siteId: '',
      kind: 'socialOrg' as const,
      name: '=青年社',
      address: '祖庙路 8 号',
      orgId: 1,
      orgName: '禅城区团委',
      position: { latitude: 23.02861, longitude: 113.10702 },
      contactName: '区静怡',
      visits: 12,
      closedOn: '2026-11-26',
    };
    const read = await readTable(
      await fileOf([sitesTable([site, { ...site, name: '乙社', position: null, closedOn: null }])]),
    );
    if (!('cells' in read)) throw new Error('not read');
    expect(read.cells[1]?.slice(6)).toEqual(['区静怡', 12, new Date('2026-11-26T00:00:00Z')]);
    expect(linesOf(read.cells).map(({ row }) => row)).toEqual([
      {
        kind: '社会组织',
        name: '=青年社',
        address: '祖庙路 8 号',
        latitude: 23.02861,
        longitude: 113.10702,
        org: '禅城区团委',
      },
      { kind: '社会组织', name: '乙社', address: '祖庙路 8 号', latitude: null, longitude: null, org: '禅城区团委' },
    ]);
    expect(Object.values(columnWords)).toEqual(heads);
  });
});
