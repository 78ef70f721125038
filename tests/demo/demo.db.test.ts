import { policy } from '../../config/policy';
import { thinFields } from '../../cloudfunctions/api/contact/rules';
import { dayOf } from '../../cloudfunctions/api/kernel/calendar';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { holdings } from '../../cloudfunctions/api/kernel/stock';
import { ageOn, isMinor, isWithin } from '../../cloudfunctions/api/org/rules';
import { loadDemo } from '../../local/demo/load';
import { demoPeople, type DemoPerson } from '../../local/demo/people';
import { FIELDS, SERVICES } from '../../types/words';
import { freshDatabase, type TestDatabase } from '../support/database';
import { FIELD_KEY } from '../support/house';

const now = new Date();
const today = dayOf(now);

let database: TestDatabase;
let db: Database;
let people: DemoPerson[];
beforeAll(async () => {
  database = await freshDatabase();
  await loadDemo(database.ownerUrl, { fieldKey: FIELD_KEY, now });
  db = openDatabase(database.ownerUrl);
  people = await demoPeople(database.ownerUrl);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

function idOf(key: string): string {
  const person = people.find((one) => one.key === key);
  if (!person) throw new Error(`The demo has nobody called ${key}.`);
  return person.personId;
}

const contacts = () =>
  db.kysely
    .selectFrom('contact as c')
    .innerJoin('youth as y', 'y.person_id', 'c.youth_id')
    .innerJoin('org as o', 'o.id', 'c.org_id')
    .select(['c.cadre_id as cadreId', 'c.youth_id as youthId', 'c.started_at as startedAt', 'o.path'])
    .select(['y.birth_month as birthMonth', 'y.registered_at as registeredAt'])
    .execute();

const orgOf = (shortName: string) =>
  db.kysely.selectFrom('org').selectAll().where('short_name', '=', shortName).executeTakeFirstOrThrow();

describe('the ten people', () => {
  it('are those whom the chooser promises', () => {
    expect(people.map(({ name, group, line, note }) => [name, group, line, note])).toEqual([
      ['骆嘉澍', 'cadre', '团省委 青年发展部，专职', '103 / 100 位'],
      // 5 of the city, 7 of its counties, 8 of townships and 6 of branches; those of Shunde stand beside
      ['邓绮雯', 'cadre', '佛山市委，管理员', '看 26 名团干部'],
      ['何志远', 'cadre', '佛山市委 青年发展部副部长，专职', '84 / 100 位'],
      ['梁倩文', 'cadre', '南海区团委 组织部，兼职', '92 / 100 位'],
      ['麦浩铭', 'cadre', '狮山镇团委 委员，兼职', '6 / 10 位'],
      ['岑乐怡', 'youth', '新媒体，23 岁', '还没有团干部联系'],
      ['林晓彤', 'youth', '企业，24 岁', '2 名团干部联系'],
      ['郑可欣', 'youth', '机关，30 岁', '3 名团干部联系，已满'],
      ['邝国栋', 'special', '街道社区，36 岁', '可以联系，不计入'],
      ['李思颖', 'special', '学校，15 岁', '每次查看都留记录'],
    ]);
  });

  it('D2.2 何志远 is short of new-media and rural youths', async () => {
    const { held } = await db.kysely.transaction().execute((tx) => holdings(tx, idOf('he-zhiyuan'), today));
    expect(held).toEqual({
      school: 31,
      community: 18,
      enterprise: 11,
      government: 11,
      socialOrg: 9,
      rural: 4,
      newMedia: 0,
    });
    expect(thinFields(held, policy.contact)).toEqual(['newMedia', 'rural']);
  });

  it('D2.4 何志远 publishes WeChat and phone', async () => {
    const rows = await db.kysely
      .selectFrom('channel')
      .select('kind')
      .where('person_id', '=', idOf('he-zhiyuan'))
      .orderBy('kind')
      .execute();
    expect(rows.map(({ kind }) => kind)).toEqual(['phone', 'wechat']);
  });

  it('none of the cadres among them holds 林晓彤 or 郑可欣, so that each can try', async () => {
    const cadres = people.filter(({ group }) => group === 'cadre').map(({ personId }) => personId);
    const youths = [idOf('lin-xiaotong'), idOf('zheng-kexin')];
    const holders = (await contacts()).filter(({ youthId }) => youths.includes(youthId)).map(({ cadreId }) => cadreId);
    expect(holders).toHaveLength(2 + 3);
    expect(holders.filter((holder) => cadres.includes(holder))).toEqual([]);
  });
});

describe('the tree', () => {
  it('D1.2 has 21 cities, and Shunde beside Foshan', async () => {
    const [province, foshan, shunde] = await Promise.all(['团省委', '佛山市委', '顺德区团委'].map(orgOf));
    const cities = await db.kysely.selectFrom('org').select('id').where('level', '=', 'city').execute();
    expect(cities).toHaveLength(21 + 1);
    expect(shunde).toMatchObject({ level: 'city', parent_id: province?.id, place: '顺德' });
    expect(foshan?.parent_id).toBe(province?.id);
  });

  it('D1.2 committees down to the counties are leading organs, and of the units those that act for the province', async () => {
    const rows = await db.kysely
      .selectFrom('org as o')
      .innerJoin('leading_organ as l', 'l.org_id', 'o.id')
      .select(['o.level', (eb) => eb.fn.countAll<string>().as('n')])
      .groupBy('o.level')
      .execute();
    // counties: 11 of Guangzhou, 4 of Foshan without Shunde
    expect(Object.fromEntries(rows.map(({ level, n }) => [level, Number(n)]))).toEqual({
      province: 1,
      city: 22,
      unit: 1,
      county: 15,
    });
  });

  it('D1.5 administrators of the province, of Foshan and of Nanhai', async () => {
    const rows = await db.kysely
      .selectFrom('administrator as a')
      .innerJoin('org as o', 'o.id', 'a.org_id')
      .select('o.short_name')
      .orderBy('o.path')
      .execute();
    expect(rows.map((row) => row.short_name)).toEqual(['团省委', '佛山市委', '南海区团委']);
  });
});

describe('the crowd', () => {
  it('D1.1 60 cadres of every class, and one at least in every city', async () => {
    const posts = await db.kysely
      .selectFrom('post as p')
      .innerJoin('org as o', 'o.id', 'p.org_id')
      .select(['p.service', 'p.leadership', 'o.level', 'o.id'])
      .execute();
    expect(posts).toHaveLength(60);
    const classes = new Set(posts.map(({ service, leadership }) => `${service} ${leadership}`));
    expect(classes.size).toBe(SERVICES.length * 2);
    expect(new Set(posts.filter(({ level }) => level === 'city').map(({ id }) => id)).size).toBe(22);
  });

  it('D1.3 600 youths of every field, a few of them minors or over 35, none under 14', async () => {
    const youths = await db.kysely.selectFrom('youth').select(['field', 'birth_month']).execute();
    const ages = youths.map((youth) => ageOn(youth.birth_month, today));
    expect(youths).toHaveLength(600);
    expect(new Set(youths.map(({ field }) => field)).size).toBe(FIELDS.length);
    expect(Math.min(...ages)).toBe(15);
    expect(ages.filter((age) => age < policy.age.adultFrom)).toHaveLength(24 + 1);
    expect(ages.filter((age) => age >= policy.age.uncountedFrom)).toHaveLength(12 + 1);
  });

  it('D2.2 nobody is held by more cadres than the cap allows', async () => {
    const holders = new Map<string, number>();
    for (const { youthId } of await contacts()) holders.set(youthId, (holders.get(youthId) ?? 0) + 1);
    expect(Math.max(...holders.values())).toBe(policy.contact.holdersPerYouth);
  });

  it('D9.3 minors are held only under an approval of an administrator above', async () => {
    const approvals = await db.kysely
      .selectFrom('minor_approval as m')
      .innerJoin('administrator as a', 'a.person_id', 'm.approved_by')
      .innerJoin('org as o', 'o.id', 'a.org_id')
      .select(['m.cadre_id as cadreId', 'm.from_day as from', 'o.path as administered'])
      .execute();
    const ofMinors = (await contacts()).filter((one) => isMinor(one.birthMonth, dayOf(one.startedAt), policy.age));
    const unapproved = ofMinors.filter(
      ({ cadreId, startedAt, path }) =>
        !approvals.some(
          (approval) =>
            approval.cadreId === cadreId &&
            approval.from <= dayOf(startedAt) &&
            isWithin(path, [approval.administered]),
        ),
    );
    expect(ofMinors.length).toBeGreaterThan(0);
    expect(unapproved).toEqual([]);
    expect(approvals.map(({ cadreId }) => cadreId)).not.toContain(idOf('he-zhiyuan'));
  });

  it('D9.1 no contact is older than the youth’s consent, none is newer than the demo', async () => {
    const all = await contacts();
    expect(all.filter(({ startedAt, registeredAt }) => startedAt < registeredAt || startedAt > now)).toEqual([]);
  });
});
