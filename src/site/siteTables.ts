import type { Outputs } from '../../types/contract';
import { policy } from '../../config/policy';
import { SITE_COLUMNS, SITE_KINDS, type SiteColumn } from '../../types/words';
import { siteKindWords } from '@/lib/siteWords';
import type { Table } from '@/lib/table';
import { columnWords, EXAMPLE } from './sheetRows';

type Site = Outputs['grassrootsDay']['sites']['items'][number];

const widths: Record<SiteColumn, number> = { kind: 20, name: 30, address: 44, latitude: 12, longitude: 12, org: 28 };
const numbers: readonly SiteColumn[] = ['latitude', 'longitude'];

const columns: Table['columns'] = SITE_COLUMNS.map((column) => ({
  heading: columnWords[column],
  width: widths[column],
  ...(!numbers.includes(column) && { typed: true }),
}));

const kinds = SITE_KINDS.map((kind) => siteKindWords[kind]).join('、');
const { site: longest, table } = policy.grassrootsDay;

/** What is to be filled in, with one line that shows how, and a second sheet that says it. */
export const templateTables = (): Table[] => [
  {
    name: '地点',
    columns,
    rows: [[siteKindWords.park, `${EXAMPLE}张槎青年创业园`, '禅城区张槎一路 115 号', 23.02861, 113.05702, null]],
    empty: table.rows,
  },
  {
    name: '怎么填',
    columns: [
      { heading: '列', width: 16 },
      { heading: '填什么', width: 72 },
    ],
    rows: [
      [columnWords.kind, `五种里的一种：${kinds}`],
      [columnWords.name, `2 到 ${longest.name} 个字，同一个团组织里不重名`],
      [columnWords.address, `2 到 ${longest.address} 个字，写到门牌`],
      [`${columnWords.latitude}、${columnWords.longitude}`, '地图上的数字，纬度在前；不知道就空着'],
      [columnWords.org, '地点属于下面的团组织才填，名称和组织树里一样；空着就是你登记的这个团组织'],
      ['示例', `名称以“${EXAMPLE}”开头的行不会登记，删不删都行`],
    ],
  },
];

/** What is registered, as it could be read in again, and how it is used. */
export const sitesTable = (sites: readonly Site[]): Table => ({
  name: '地点',
  columns: [
    ...columns,
    { heading: '现场联系人', width: 14 },
    { heading: '今年来过（人次）', width: 18 },
    { heading: '停用', width: 12 },
  ],
  rows: sites.map(({ kind, name, address, position, orgName, contactName, visits, closedOn }) => [
    siteKindWords[kind],
    name,
    address,
    position?.latitude ?? null,
    position?.longitude ?? null,
    orgName,
    contactName,
    visits,
    closedOn === null ? null : { day: closedOn },
  ]),
});
