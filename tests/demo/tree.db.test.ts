import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { demoDatabase, type TestDatabase } from '../support/database';
import { call, identityOf, openHouse } from '../support/house';

/** D1.2 Guangdong's 122 divisions of the county level, written down by hand, less Shunde. */
const COUNTIES: Record<string, string> = {
  广州: '越秀 荔湾 海珠 天河 白云 黄埔 番禺 花都 南沙 从化 增城',
  深圳: '福田 罗湖 南山 盐田 宝安 龙岗 龙华 坪山 光明',
  珠海: '香洲 斗门 金湾',
  汕头: '金平 龙湖 澄海 濠江 潮阳 潮南 南澳',
  佛山: '禅城 南海 高明 三水',
  韶关: '浈江 武江 曲江 乐昌 南雄 仁化 始兴 翁源 新丰 乳源',
  河源: '源城 东源 和平 龙川 紫金 连平',
  梅州: '梅江 梅县 兴宁 平远 蕉岭 大埔 丰顺 五华',
  惠州: '惠城 惠阳 惠东 博罗 龙门',
  汕尾: '汕尾城区 陆丰 海丰 陆河',
  东莞: '',
  中山: '',
  江门: '蓬江 江海 新会 台山 开平 鹤山 恩平',
  阳江: '江城 阳东 阳春 阳西',
  湛江: '赤坎 霞山 麻章 坡头 雷州 廉江 吴川 遂溪 徐闻',
  茂名: '茂南 电白 信宜 高州 化州',
  肇庆: '端州 鼎湖 高要 四会 广宁 德庆 封开 怀集',
  清远: '清城 清新 英德 连州 佛冈 阳山 连山 连南',
  潮州: '湘桥 潮安 饶平',
  揭阳: '榕城 揭东 普宁 揭西 惠来',
  云浮: '云城 云安 罗定 新兴 郁南',
  顺德: '',
};

jest.setTimeout(60_000);

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await demoDatabase();
  db = openDatabase(database.ownerUrl);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const orgs = () =>
  db.kysely
    .selectFrom('org as o')
    .leftJoin('org as above', 'above.id', 'o.parent_id')
    .leftJoin('leading_organ as l', 'l.org_id', 'o.id')
    .select(['o.id', 'o.path', 'o.name', 'o.short_name as shortName', 'o.place', 'o.level', 'l.org_id as leadingOrgan'])
    .select(['above.level as levelAbove', 'above.place as placeAbove', 'above.path as pathAbove'])
    .orderBy('o.id')
    .execute();

const tally = (values: string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

it('D1.2 has 21 cities and Shunde beside them, and below each of them every county and no other', async () => {
  const all = await orgs();
  const cities = all.filter(({ level }) => level === 'city');
  const found = cities.map(({ place, path }) => {
    const below = all.filter((org) => org.level === 'county' && org.pathAbove === path);
    return [place, below.map((county) => county.place).sort()] as const;
  });
  const expected = Object.entries(COUNTIES).map(([city, counties]) => [
    city,
    counties.split(' ').filter(Boolean).sort(),
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  expect(cities).toHaveLength(21 + 1);
  expect(all.filter(({ level }) => level === 'county')).toHaveLength(122 - 1);
});

it('D1.2 every organisation stands below one of a level above its own; Dongguan’s townships right below the city', async () => {
  const all = await orgs();
  const [province, ...others] = all;
  expect(province).toMatchObject({ level: 'province', levelAbove: null, path: `/${province?.id}/` });
  expect(others.filter(({ id, path, pathAbove }) => path !== `${pathAbove}${id}/`)).toEqual([]);
  expect(tally(others.map(({ level, levelAbove }) => `${level} below ${levelAbove}`))).toEqual({
    'city below province': 22,
    'unit below province': 12,
    'county below city': 121,
    // Foshan without Shunde
    'township below county': 22,
    // Shunde and Dongguan
    'township below city': 10 + 32,
    'branch below township': 27,
  });
  const below = others.filter(({ level, levelAbove }) => level === 'township' && levelAbove === 'city');
  expect(new Set(below.map(({ placeAbove }) => placeAbove))).toEqual(new Set(['东莞', '顺德']));
});

it('names are full and told apart', async () => {
  const all = await orgs();
  expect(new Set(all.map(({ shortName }) => shortName)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.filter(({ name }) => !/^共青团.+委员会$/u.test(name))).toEqual([]);
  // D2.4 the place stands in the name in the open: two characters or more, and no 市, 区 or 县 at its end
  const odd = all.filter(({ leadingOrgan, place }) => leadingOrgan && (place.length < 2 || /[市区县]$/u.test(place)));
  expect(odd.map(({ place }) => place)).toEqual(['梅县', '汕尾城区']);
});

it('D1.2 committees down to the counties are leading organs, and of the units those that act for the province', async () => {
  const leading = (await orgs()).filter(({ leadingOrgan }) => leadingOrgan);
  expect(tally(leading.map(({ level }) => level))).toEqual({ province: 1, city: 22, unit: 6, county: 121 });
  const units = leading.filter(({ level }) => level === 'unit');
  expect(units.filter(({ name }) => !name.endsWith('工作委员会'))).toEqual([]);
});

it('D1.5 every leading organ has an administrator and a deputy, a secretary and a deputy', async () => {
  const leading = (await orgs()).filter(({ leadingOrgan }) => leadingOrgan);
  const administrators = await db.kysely.selectFrom('administrator').select('org_id').execute();
  const heads = await db.kysely.selectFrom('post').select(['org_id', 'title']).where('leadership', '=', true).execute();
  const lacking = leading.filter(({ id }) => {
    const titles = heads.filter(({ org_id }) => org_id === id).map(({ title }) => title);
    const administer = administrators.filter(({ org_id }) => org_id === id);
    return administer.length < 2 || !titles.includes('书记') || !titles.includes('副书记');
  });
  expect(lacking.map(({ shortName }) => shortName)).toEqual([]);
});

it('D1.5 a county’s administrator sees the county’s own and nothing beside it', async () => {
  const house = openHouse(database.apiUrl);
  try {
    const [dabu, fengshun] = (await orgs()).filter(({ place }) => ['大埔', '丰顺'].includes(place));
    const own = await db.kysely
      .selectFrom('administrator as a')
      .innerJoin('post as p', 'p.person_id', 'a.person_id')
      .select(['a.person_id as personId', 'a.org_id as orgId'])
      .where('a.org_id', '=', dabu?.id ?? 0)
      .executeTakeFirstOrThrow();
    const posts = await db.kysely
      .selectFrom('post')
      .select('id')
      .where('org_id', '=', own.orgId)
      .where('until_day', 'is', null)
      .execute();
    const seen = await call(house, identityOf(own), 'org.overview', {});
    expect(seen.org).toMatchObject({ orgId: dabu?.id, name: '大埔县团委' });
    expect(seen.cadres.map(({ postId }) => postId).sort()).toEqual(posts.map(({ id }) => id).sort());
    expect(seen.total.cadres).toBe(posts.length);
    await expect(call(house, identityOf(own), 'org.overview', { orgId: fengshun?.id })).rejects.toThrow('OUT_OF_SCOPE');
  } finally {
    await house.end();
  }
});
