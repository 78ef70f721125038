import { policy } from '../../config/policy';
import {
  cleaned,
  placeRow,
  readRow,
  settleRows,
  type Registered,
} from '../../cloudfunctions/api/grassrootsDay/rules/importing';
import type { SheetRow } from '../../types/grassrootsDay/importing';

const row = (more: Partial<SheetRow> = {}): SheetRow => ({
  kind: '园区',
  name: '张槎创业园',
  address: '张槎一路 115 号',
  latitude: 23.02861,
  longitude: 113.10702,
  ...more,
});
const read = (more: Partial<SheetRow> = {}) => readRow(row(more), policy.grassrootsDay.site);
const wrongs = (more: Partial<SheetRow>) => read(more).wrongs.map(({ column, wrong }) => `${column} ${wrong}`);

describe('C35 a row as it was read', () => {
  it.each([
    ['　张槎　创业园 １号楼　', '张槎 创业园 1号楼'],
    ['\u200b张槎\ufeff创业园', '张槎创业园'],
    ['张槎\n创业园\t', '张槎 创业园'],
    ['ＡＢＣ大厦（北座）、二层', 'ABC大厦（北座）、二层'],
    ['\u2f34东\u2f00路', '广东一路'],
    ['Cafe\u0301', 'Caf\u00e9'],
  ])('%j is cleaned to %j', (typed, clean) => {
    expect(cleaned(typed)).toBe(clean);
  });

  it('says what a site is', () => {
    expect(read({ name: ' 张槎创业园　', latitude: '２３．０２８６１°', longitude: ' 113.10702' })).toEqual({
      facts: {
        kind: 'park',
        name: '张槎创业园',
        address: '张槎一路 115 号',
        position: { latitude: 23.02861, longitude: 113.10702 },
      },
      org: null,
      wrongs: [],
    });
  });

  it.each([
    ['区域', 'area'],
    ['园 区', 'park'],
    ['非公企业 ', 'enterprise'],
    ['社会组织', 'socialOrg'],
    ['青少年综合服务平台', 'servicePlatform'],
  ])('D4.1 %j is of the kind %s', (kind, is) => {
    expect(read({ kind }).facts?.kind).toBe(is);
  });

  it.each([
    ['23.02861,113.10702', null],
    ['23.02861，113.10702', ''],
    ['２３．０２８６１、113.10702', null],
    ['23.02861 113.10702', null],
    [23.02861, '113.10702'],
  ])('a position is two numbers, or both in one cell: %j and %j', (latitude, longitude) => {
    expect(read({ latitude, longitude }).facts?.position).toEqual({ latitude: 23.02861, longitude: 113.10702 });
  });

  it('a site without a position has none', () => {
    expect(read({ latitude: null, longitude: ' ' })).toMatchObject({ facts: { position: null }, wrongs: [] });
  });

  it.each<[string, Partial<SheetRow>, string[]]>([
    ['nothing', { kind: null, name: '', address: ' 　' }, ['kind empty', 'name empty', 'address empty']],
    ['a day as a number', { name: 45981 }, ['name notText']],
    ['a phone as 1.38E+10', { address: 13800138000 }, ['address notText']],
    ['one letter', { name: '园', address: '东' }, ['name short', 'address short']],
    ['too much', { name: '园'.repeat(31), address: '路'.repeat(81) }, ['name long', 'address long']],
    ['as much as fits', { name: '园'.repeat(30), address: '路'.repeat(80) }, []],
    ['symbols', { name: '<b>园区</b>', address: 'a\u0007路' }, ['name symbols', 'address symbols']],
    ['a kind that there is not', { kind: '学校' }, ['kind unknown']],
    ['half a position', { longitude: null }, ['longitude empty']],
    ['the other half', { latitude: null }, ['latitude empty']],
    ['words', { latitude: '北纬23度' }, ['latitude notNumber']],
    ['the wrong way round', { latitude: 113.10702, longitude: 23.02861 }, ['latitude swapped']],
    ['the wrong way round, in one cell', { latitude: '113.1,23.0', longitude: null }, ['latitude swapped']],
    ['no place on earth', { latitude: 900, longitude: 23 }, ['latitude notNumber']],
    ['east of everything', { longitude: 180.1 }, ['longitude notNumber']],
    ['a number for an organisation', { org: 12 }, ['org notText']],
    [
      'all at once',
      { kind: 'x', latitude: 'x', longitude: 'x' },
      ['kind unknown', 'latitude notNumber', 'longitude notNumber'],
    ],
  ])('%s is said cell by cell', (_, more, said) => {
    expect(wrongs(more)).toEqual(said);
    expect(read(more).facts === null).toBe(said.some((each) => !each.startsWith('org')));
  });
});

describe('D1.5 C35 whose site it is', () => {
  const named = new Map([
    ['狮山镇团委', { orgId: 6, howMany: 1 }],
    ['第一团支部', { orgId: 7, howMany: 2 }],
  ]);
  it.each([
    [null, 5, []],
    ['　狮山镇团委', 6, []],
    ['禅城区团委', undefined, [{ column: 'org', wrong: 'unknown' }]],
    ['第一团支部', undefined, [{ column: 'org', wrong: 'several' }]],
  ])('%j', (org, orgId, said) => {
    const { site, wrongs: found } = placeRow(read({ org }), 5, named);
    expect([site?.orgId, found]).toEqual([orgId, said]);
  });
});

describe('C35 what becomes of the rows', () => {
  const facts = read().facts;
  if (!facts) throw new Error('a row that is one');
  const settled = (rows: Partial<SheetRow>[], registered: Partial<Registered>[] = []) =>
    settleRows(
      rows.map((each) => placeRow(read(each), 5, new Map([['狮山镇团委', { orgId: 6, howMany: 1 }]]))),
      registered.map((each) => ({ ...facts, orgId: 5, closed: false, ...each })),
    ).map(({ state, wrongs: said }) => [state, ...said]);

  it('what is registered just so changes nothing, in whatever organisation the same name is', () => {
    expect(settled([{}, { name: '另一个' }, { org: '狮山镇团委' }], [{}])).toEqual([['unchanged'], ['new'], ['new']]);
    expect(settled([{}], [{ closed: true }])).toEqual([['closed']]);
  });

  it('what is registered otherwise is wrong, in each cell that differs', () => {
    expect(settled([{ kind: '区域', address: '别处', longitude: 113.2 }], [{}])).toEqual([
      [
        'wrong',
        { column: 'kind', wrong: 'differs' },
        { column: 'address', wrong: 'differs' },
        { column: 'longitude', wrong: 'differs' },
      ],
    ]);
    expect(settled([{ latitude: null, longitude: null }], [{}])[0]?.[0]).toBe('wrong');
  });

  it('a row that is there twice counts once; one that says something else of the same name is wrong', () => {
    expect(settled([{}, { name: '张槎创业园 ' }, { address: '别处' }])).toEqual([
      ['new'],
      ['unchanged'],
      ['wrong', { column: 'name', wrong: 'repeated', like: 0 }],
    ]);
    expect(settled([{ kind: '' }, {}])).toEqual([['wrong', { column: 'kind', wrong: 'empty' }], ['new']]);
    const differs = ['wrong', { column: 'address', wrong: 'differs' }];
    expect(settled([{}, {}], [{ address: '别处' }])).toEqual([differs, differs]);
  });
});
