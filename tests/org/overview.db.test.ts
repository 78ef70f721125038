import { searchText } from '../../cloudfunctions/api/org/searchText.apart';
import { call } from '../support/house';
import { aWorld, type World } from '../support/world';
import type { MadePerson } from '../factory';

let world: World;
let provinceAdmin: MadePerson;
let cityAdmin: MadePerson;

beforeAll(async () => {
  world = await aWorld();
  const { factory, orgs } = world;
  provinceAdmin = factory.anAdministrator({ org: orgs.province });
  cityAdmin = factory.anAdministrator({ org: orgs.foshan });
  const [anna, bao] = [
    factory.aCadre({ org: orgs.foshan, name: '包一' }),
    factory.aCadre({ org: orgs.foshan, name: '安二' }),
  ];
  const township = factory.aCadre({ org: orgs.shishan, service: 'partTime', name: '麦浩铭' });
  factory.aCadre({ org: orgs.guangzhou });
  factory.aCadre({ org: orgs.foshan, until: '2025-01-01', name: '走了' });
  for (let i = 0; i < 3; i++) factory.aContact({ cadre: anna, youth: factory.aYouth() });
  factory.aContact({ cadre: bao, youth: factory.aYouth() });
  factory.aContact({ cadre: township, youth: factory.aYouth() });
  factory.aContact({ cadre: township, youth: factory.aYouth({ birthMonth: '1980-01-01' }) });
  await factory.save();
});
afterAll(() => world.end());

it("D1.5 sums a whole subtree with each post's own quota; those over 35 do not count", async () => {
  const { total, below, cadres, trail } = await call(world.house, cityAdmin, 'org.overview', {});
  // Foshan: two full-time at 100 with 3 + 1; Shishan below Nanhai: one part-time at 10 with 1 of 2
  expect(total).toEqual({ cadres: 3, counted: 5, quota: 210 });
  expect(below.map(({ name, figures }) => [name, figures])).toEqual([
    ['南海区团委', { cadres: 1, counted: 1, quota: 10 }],
    ['禅城区团委', { cadres: 0, counted: 0, quota: 0 }],
  ]);
  expect(cadres.map(({ name, counted, quota }) => [name, counted, quota])).toEqual([
    ['安二', 1, 100],
    ['包一', 3, 100],
  ]);
  expect(trail.map(({ name }) => name)).toEqual(['佛山市委']);
});

it('D1.5 the province sees the cities, and can go down; the trail begins where the right does', async () => {
  const top = await call(world.house, provinceAdmin, 'org.overview', {});
  expect(top.total).toEqual({ cadres: 4, counted: 5, quota: 310 });
  const deep = await call(world.house, provinceAdmin, 'org.overview', { orgId: world.orgs.shishan.id });
  expect(deep.trail.map(({ name }) => name)).toEqual(['团省委', '佛山市委', '南海区团委', '狮山镇团委']);
  const fromCity = await call(world.house, cityAdmin, 'org.overview', { orgId: world.orgs.shishan.id });
  expect(fromCity.trail.map(({ name }) => name)).toEqual(['佛山市委', '南海区团委', '狮山镇团委']);
});

it('an organisation that no int can name is bad input', async () => {
  await expect(call(world.house, cityAdmin, 'org.overview', { orgId: 3_000_000_000 })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

it('D8.3 cadres stand in the order of their names, page by page', async () => {
  const { factory, orgs } = world;
  for (let i = 0; i < 65; i++) factory.aCadre({ org: orgs.chancheng });
  const admin = factory.anAdministrator({ org: orgs.chancheng });
  await factory.save();
  const seen: { postId: string; name: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(world.house, admin, 'org.overview', { cursor });
    seen.push(...page.cadres);
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(65);
  expect(new Set(seen.map(({ postId }) => postId)).size).toBe(65);
  const spelled = seen.map(({ name }) => searchText(name));
  expect(spelled).toEqual([...spelled].sort());
});
