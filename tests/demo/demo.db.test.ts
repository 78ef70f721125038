import { policy } from '../../config/policy';
import { thinFields } from '../../cloudfunctions/api/contact/rules';
import { dayOf, firstOfMonthAfter } from '../../cloudfunctions/api/kernel/calendar';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { holdings } from '../../cloudfunctions/api/kernel/stock';
import { ageOn, isMinor, isWithin } from '../../cloudfunctions/api/org/rules';
import { demoPeople, type DemoPerson } from '../../local/demo/people';
import { FIELDS, SERVICES, type Field } from '../../types/words';
import { demoDatabase, type TestDatabase } from '../support/database';

const now = new Date();
const today = dayOf(now);

jest.setTimeout(60_000);

let database: TestDatabase;
let db: Database;
let people: DemoPerson[];
beforeAll(async () => {
  database = await demoDatabase();
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
    .innerJoin('post as p', 'p.id', 'c.post_id')
    .select(['c.cadre_id as cadreId', 'c.youth_id as youthId', 'c.started_at as startedAt', 'o.path'])
    .select(['c.ended_at as endedAt', 'c.ended_by as endedBy', 'p.from_day as postFrom'])
    .select(['y.birth_month as birthMonth', 'y.registered_at as registeredAt'])
    .execute();

const live = async () => (await contacts()).filter(({ endedAt }) => endedAt === null);

describe('the eleven people', () => {
  it('are those whom the chooser promises', () => {
    expect(people.map(({ name, group, line, note }) => [name, group, line, note])).toEqual([
      ['骆嘉澍', 'cadre', '团省委 青年发展部，专职', '103 / 100 位'],
      ['冼咏岚', 'cadre', '团省委，管理员', '看 595 名团干部'],
      // those of Shunde stand beside
      ['邓绮雯', 'cadre', '佛山市委，管理员', '看 66 名团干部'],
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
    const holders = (await live()).filter(({ youthId }) => youths.includes(youthId)).map(({ cadreId }) => cadreId);
    expect(holders).toHaveLength(2 + 3);
    expect(holders.filter((holder) => cadres.includes(holder))).toEqual([]);
  });
});

/** Names that would draw the eye, of people with one of the commoner surnames. */
const KNOWN =
  `陈冠希 陈慧琳 陈晓东 陈彦霖 陈浩民 陈柏宇 邓丽君 邓紫棋 郭富城 郭晶晶 何韵诗 何超琼 何君尧 胡春华 胡锦涛 胡明轩 江泽民 黄晓明
黄浩然 李嘉诚 李嘉欣 李国豪 李小龙 梁朝伟 梁振英 梁咏琪 林志玲 林俊杰 林心如 林子聪 刘德华 刘诗雯 罗冠聪 彭德怀 司徒美堂 谭咏麟 温家宝 许家印
许志永 叶剑英 叶倩文 余承东 袁咏仪 张国荣 张学友 张家辉 张雨霏 郑嘉颖 郑裕彤 钟楚红 周冠宇 周恩来 周杰伦 周慧敏 朱镕基 曾志伟 蔡卓妍 蔡英文`.split(
    /\s+/,
  );

const UNITS_OF: Record<Field, RegExp> = {
  enterprise: /(精工|纺织|家电|物流|微|五金|模具|电池|家具|服饰|陶艺) /u,
  rural: /(合作社|农场|基地|民宿|服务站)$/u,
  government: /(中心|所|大厅|队|图书馆)$/u,
  school: /(学院|学校|中学) /u,
  community: /(社区|公寓)$/u,
  socialOrg: /(队|社|中心|俱乐部)$/u,
  newMedia: /(工作室|撰稿人|账号|小组|动画组|小队)$/u,
};

const fits = (field: Field, unit: string): boolean => UNITS_OF[field].test(unit);

/** What a post is to hold by D2.1, written down once more. */
const QUOTA = { full: 100, basic: 10 };

const posts = () =>
  db.kysely
    .selectFrom('post as p')
    .innerJoin('org as o', 'o.id', 'p.org_id')
    .innerJoin('stock as s', 's.post_id', 'p.id')
    .leftJoin('leading_organ as l', 'l.org_id', 'o.id')
    .select(['p.person_id as personId', 'p.service', 'p.leadership', 'p.title', 'p.from_day as from'])
    .select(['p.until_day as until', 'o.level', 'o.id as orgId', 'l.org_id as leadingOrgan', 's.held'])
    .execute();

const current = async () => (await posts()).filter(({ from, until }) => from <= today && (!until || today < until));

describe('the cadres', () => {
  it('D1.1 550 to 650 of every class, each in one post at a time', async () => {
    const all = await posts();
    const now = await current();
    expect(now.length).toBeGreaterThanOrEqual(550);
    expect(now.length).toBeLessThanOrEqual(650);
    expect(new Set(now.map(({ personId }) => personId)).size).toBe(now.length);
    // some have come from another organisation
    expect(all.length).toBeGreaterThan(now.length + 10);
    const classes = new Set(now.map(({ service, leadership }) => `${service} ${leadership}`));
    expect(classes.size).toBe(SERVICES.length * 2);
    expect(now.filter(({ title }) => title.length < 2 || title.length > 9)).toEqual([]);
  });

  it('D1.4 every city, county and unit has some; a few townships and branches have none yet', async () => {
    const served = new Set((await current()).map(({ orgId }) => orgId));
    const orgs = await db.kysely.selectFrom('org').select(['id', 'level', 'short_name as name']).execute();
    const empty = orgs.filter(({ id }) => !served.has(id));
    expect(empty.map(({ name }) => name).sort()).toEqual(
      ['九江镇团委', '明城镇团委', '均安镇团委', '望牛墩镇团委', '衣锦服饰团支部'].sort(),
    );
  });

  it('D2.1 full-time cadres hold 20 to 104, part-time ones of the grass roots 3 to 13, a few nobody yet', async () => {
    const now = await current();
    const fullTime = now.filter(({ service }) => service === 'fullTime').map(({ held }) => held);
    expect(Math.min(...fullTime)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...fullTime)).toBeLessThanOrEqual(104);
    expect(fullTime.filter((held) => held >= QUOTA.full).length).toBeGreaterThan(0);
    const basic = now.filter(({ service, leadingOrgan }) => service === 'partTime' && !leadingOrgan);
    const holding = basic.map(({ held }) => held).filter((held) => held > 0);
    expect(Math.min(...holding)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...holding)).toBeLessThanOrEqual(13);
    expect(holding.filter((held) => held >= QUOTA.basic).length).toBeGreaterThan(20);
    const empty = now.filter(({ held }) => held === 0);
    expect(empty.length).toBeGreaterThan(5);
    expect(empty.length).toBeLessThan(40);
  });

  it('nobody is called as somebody whom everybody knows', async () => {
    const names = await db.kysely.selectFrom('person').select('name').execute();
    const known = new Set(KNOWN);
    expect(names.filter(({ name }) => known.has(name))).toEqual([]);
    expect(names.filter(({ name }) => !/^\p{Script=Han}{3,4}$/u.test(name))).toEqual([]);
  });

  it('D2.4 most have published a way to be reached, and nobody but 何志远 a telephone', async () => {
    const channels = await db.kysely.selectFrom('channel').select(['person_id', 'kind']).execute();
    expect(new Set(channels.map((channel) => channel.person_id)).size).toBeGreaterThan(400);
    expect(channels.filter(({ kind }) => kind === 'phone').map((channel) => channel.person_id)).toEqual([
      idOf('he-zhiyuan'),
    ]);
  });
});

describe('the youths', () => {
  it('D1.3 5 800 to 6 200 of every field, from 14 on, some minors and some over 35', async () => {
    const youths = await db.kysely
      .selectFrom('youth')
      .select(['field', 'birth_month', 'unit', 'registered_at'])
      .execute();
    const ages = youths.map((youth) => ageOn(youth.birth_month, today));
    expect(youths.length).toBeGreaterThanOrEqual(5_800);
    expect(youths.length).toBeLessThanOrEqual(6_200);
    expect(new Set(youths.map(({ field }) => field)).size).toBe(FIELDS.length);
    expect([...new Set(ages)].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => 14 + i));
    const share = (n: number) => n / youths.length;
    expect(share(ages.filter((age) => age < policy.age.adultFrom).length)).toBeCloseTo(0.06, 2);
    expect(share(ages.filter((age) => age >= policy.age.uncountedFrom).length)).toBeCloseTo(0.02, 2);
    expect(youths.filter((youth) => ageOn(youth.birth_month, dayOf(youth.registered_at)) < 14)).toEqual([]);
    expect(youths.filter(({ field, unit }) => unit !== null && !fits(field as Field, unit))).toEqual([]);
  });

  it('C8 some come of age or turn 36 this month, and some with the next', async () => {
    const youths = await db.kysely.selectFrom('youth').select('birth_month').execute();
    const thisMonth = firstOfMonthAfter(today, 0);
    const turning = (age: number, month: string) =>
      youths.filter((youth) => firstOfMonthAfter(youth.birth_month, age * 12 + 1) === month).length;
    for (const age of [policy.age.adultFrom, policy.age.uncountedFrom]) {
      expect(turning(age, thisMonth)).toBeGreaterThan(5);
      expect(turning(age, firstOfMonthAfter(today, 1))).toBeGreaterThan(5);
    }
  });
});

describe('the contacts', () => {
  it('D2.2 nobody was ever held by more cadres than the cap allows', async () => {
    const holders = new Map<string, number>();
    for (const { youthId } of await contacts()) holders.set(youthId, (holders.get(youthId) ?? 0) + 1);
    expect(Math.max(...holders.values())).toBe(policy.contact.holdersPerYouth);
  });

  it('some were undone in time, some left, a few with a block, and no such pair is in contact', async () => {
    const ended = (await contacts()).filter(({ endedAt }) => endedAt !== null);
    const undone = ended.filter(({ endedBy }) => endedBy === 'undone');
    const seconds = undone.map(({ startedAt, endedAt }) => ((endedAt?.getTime() ?? 0) - startedAt.getTime()) / 1000);
    expect(undone.length).toBeGreaterThan(100);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(policy.contact.undoSeconds);
    const pairs = new Set(ended.map(({ cadreId, youthId }) => `${cadreId} ${youthId}`));
    const blocks = await db.kysely.selectFrom('block').selectAll().execute();
    expect(blocks).toHaveLength(60);
    expect(blocks.filter((block) => !pairs.has(`${block.cadre_id} ${block.youth_id}`))).toEqual([]);
    expect((await live()).filter(({ cadreId, youthId }) => pairs.has(`${cadreId} ${youthId}`))).toEqual([]);
  });

  it('they began over many months, both by cadres and by youths', async () => {
    const months = new Map<string, number>();
    for (const { startedAt } of await contacts()) {
      const month = dayOf(startedAt).slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
    expect([...months.values()].filter((n) => n > 200).length).toBeGreaterThanOrEqual(9);
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

  it('D9.1 no contact is older than the youth’s consent or the cadre’s post, none is newer than the demo', async () => {
    const all = await contacts();
    expect(all.filter(({ startedAt, registeredAt }) => startedAt < registeredAt || startedAt > now)).toEqual([]);
    expect(all.filter(({ startedAt, postFrom }) => dayOf(startedAt) < postFrom)).toEqual([]);
  });
});

describe('D4.2 何志远’s year of days at the grass roots', () => {
  const isoWeek = (day: string): number => {
    const thursday = new Date(
      Date.parse(`${day}T00:00:00Z`) + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * 86_400_000,
    );
    return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
  };

  it('misses three weeks, waits for one, and has not begun this one', async () => {
    const days = await db.kysely
      .selectFrom('grassroots_day')
      .select(['day', 'confirmed', 'unconfirmed'])
      .where('cadre_id', '=', idOf('he-zhiyuan'))
      .orderBy('day')
      .execute();
    const weeks = days.map(({ day }) => isoWeek(day));
    const now = isoWeek(today);
    expect(weeks).toEqual([...new Set(weeks)]);
    for (const missed of [19, 29, 44, now]) expect(weeks).not.toContain(missed);
    expect(weeks.length).toBeGreaterThanOrEqual(now - 1 - 3 - 2);
    for (const { day, confirmed, unconfirmed } of days)
      expect([day, confirmed, unconfirmed]).toEqual(isoWeek(day) === 34 ? [day, 0, 1] : [day, 1, 0]);
  });

  it('some days of Foshan wait today, at a site that somebody looks after', async () => {
    const waiting = await db.kysely
      .selectFrom('check_in as c')
      .innerJoin('site as s', 's.id', 'c.site_id')
      .innerJoin('person as p', 'p.id', 's.contact_id')
      .select(['s.name as site', 'p.name'])
      .where('c.state', '=', 'unconfirmed')
      .where('c.day', '=', today)
      .execute();
    expect(waiting).toEqual(Array.from({ length: 3 }, () => ({ site: '罗村青少年服务台', name: '麦浩铭' })));
  });
});

it('D4.2 the clock has asked about four days at two sites: two cadres of the cast have time left, of two of Foshan one has answered', async () => {
  const patterns = await db.kysely
    .selectFrom('pattern as p')
    .innerJoin('org as o', 'o.id', 'p.org_id')
    .select(['p.cadre_id as cadreId', 'p.kind', 'p.figure', 'p.until_day as until', 'p.explanation'])
    .select('o.path')
    .orderBy('p.day', 'desc')
    .execute();
  expect(patterns.map(({ kind, figure }) => [kind, figure > policy.grassrootsDay.patterns.fastestKmh])).toEqual(
    Array.from({ length: 4 }, () => ['tooFar', true]),
  );
  const waiting = patterns.filter(({ until, explanation }) => until >= today && explanation === null);
  expect(new Set(waiting.map(({ cadreId }) => cadreId))).toEqual(new Set([idOf('liang-qianwen'), idOf('luo-jiashu')]));
  const foshan = await db.kysely
    .selectFrom('org')
    .select('path')
    .where('short_name', '=', '佛山市委')
    .executeTakeFirstOrThrow();
  const seen = patterns.filter(({ until, explanation }) => until < today || explanation !== null);
  expect(seen.map(({ explanation }) => explanation)).toEqual(['positionWrong', null]);
  expect(seen.filter(({ path }) => !isWithin(path, [foshan.path]))).toEqual([]);
});
