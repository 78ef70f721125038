import { FIELDS } from '../../types/words';
import { policy } from '../../config/policy';
import type { MadeCadre } from '../factory';
import { printCursor } from '../../cloudfunctions/api/kernel/cursor';
import { call, rid } from '../support/house';
import { aWorld, type World } from '../support/world';

let world: World;
let cadre: MadeCadre;
const PEOPLE = policy.pageSize * 2 + 5;

beforeAll(async () => {
  world = await aWorld();
  const { factory, orgs } = world;
  cadre = factory.aCadre({ org: orgs.nanhai });
  const other = factory.aCadre({ org: orgs.nanhai });
  const same = new Date('2026-03-01T02:00:00Z');
  for (let i = 0; i < PEOPLE; i++) {
    const youth = factory.aYouth({ name: `青年${'甲乙丙丁戊己庚辛壬癸'[i % 10]}`, field: FIELDS[i % 7] });
    factory.aContact({ cadre, youth, startedAt: i < 40 ? same : new Date(same.getTime() + i * 1000) });
  }
  factory.aContact({
    cadre,
    youth: factory.aYouth({ name: '林晓彤', field: 'enterprise' }),
    startedAt: new Date('2026-11-20T02:00:00Z'),
  });
  factory.aContact({
    cadre,
    youth: factory.aYouth({ name: '100%_林\\', field: 'rural' }),
    startedAt: new Date('2026-11-21T02:00:00Z'),
  });
  factory.aContact({ cadre: other, youth: factory.aYouth({ name: '林晓晓', field: 'enterprise' }) });
  await factory.save();
});
afterAll(() => world.end());

const names = async (filter: { search?: string; field?: (typeof FIELDS)[number] }) =>
  (await call(world.house, cadre, 'contact.list', filter)).items.map(({ name }) => name);

it('D2.2 pages through all, each once, the newest first, also where many began in one moment', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(world.house, cadre, 'contact.list', { cursor });
    expect(page.items.length).toBeLessThanOrEqual(policy.pageSize);
    seen.push(...page.items.map(({ contactId }) => contactId));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(PEOPLE + 2);
  expect(new Set(seen).size).toBe(PEOPLE + 2);
  expect((await names({})).slice(0, 2)).toEqual(['100%_林\\', '林晓彤']);
});

it.each(['晓彤', 'linxiaotong', 'xiaotong', 'lxt', 'LXT', ' lxt '])(
  'finds 林晓彤 by %j, and nobody of another cadre',
  async (search) => {
    expect(await names({ search })).toEqual(['林晓彤']);
  },
);

it('takes signs of the pattern language as what they are', async () => {
  expect(await names({ search: '%' })).toEqual(['100%_林\\']);
  expect(await names({ search: '_' })).toEqual(['100%_林\\']);
  expect(await names({ search: '\\' })).toEqual(['100%_林\\']);
  expect(await names({ search: "' or 1=1" })).toEqual([]);
});

it('filters by field, and says how many there are of each whatever is searched for', async () => {
  const page = await call(world.house, cadre, 'contact.list', { field: 'enterprise', search: 'lxt' });
  expect(page.items.map(({ name }) => name)).toEqual(['林晓彤']);
  // 65 people over 7 fields in turn: enterprise and rural 10 each (i = 0, 7, … 63 and 1, 8, … 64), one more of each by name
  expect(page.held).toMatchObject({ enterprise: 11, rural: 11, government: 9 });
});

it.each([
  ['no cursor at all', 'bm90IG91cnM'],
  ['a year that the database does not know', printCursor('0000-01-01T00:00:00.000000Z', rid())],
])('begins anew for a cursor that is not ours: %s', async (_, cursor) => {
  const page = await call(world.house, cadre, 'contact.list', { cursor });
  expect(page.items[0]?.name).toBe('100%_林\\');
});

it('D9.3, D9.8 each look at a minor is logged, a list of grown-ups is not a look at details', async () => {
  const { factory, orgs } = world;
  const admin = factory.anAdministrator({ org: orgs.foshan });
  const teacher = factory.aCadre({ org: orgs.nanhai, name: '麦浩铭', title: '组织部' });
  factory.approveMinors(teacher, admin);
  const minor = factory.aYouth({ birthMonth: `${new Date().getUTCFullYear() - 15}-01-01` });
  const grown = factory.aYouth();
  const held = factory.aContact({ cadre: teacher, youth: minor });
  factory.aContact({ cadre: teacher, youth: grown });
  await factory.save();

  await call(world.house, teacher, 'contact.list', {});
  await call(world.house, teacher, 'contact.youth', { contactId: held.contactId });
  const looksOf = async (who: typeof minor) =>
    (await call(world.house, who, 'privacy.record', {})).looks.map(({ who: name, capacity, look }) => [
      name,
      capacity,
      look,
    ]);
  expect((await looksOf(minor)).sort()).toEqual([
    ['麦浩铭', '南海区团委 组织部', 'details'],
    ['麦浩铭', '南海区团委 组织部', 'list'],
  ]);
  expect(await looksOf(grown)).toEqual([]);
});
