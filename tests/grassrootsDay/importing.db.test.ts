import { uuidv7 } from 'uuidv7';
import { addSites } from '../../cloudfunctions/api/grassrootsDay/store/importing';
import { declareActor } from '../../cloudfunctions/api/kernel/actor';
import { watchStatements } from '../../local/bench/statements';
import type { SheetRow } from '../../types/grassrootsDay/importing';
import type { MadeOrg, MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, openHouse, rid } from '../support/house';
import { anAdmin, aCadre, checkIn, inAWorld, NOON, refused, world } from './days';

inAWorld();

const row = (name: string, more: Partial<SheetRow> = {}): SheetRow => ({
  kind: '青少年综合服务平台',
  name,
  address: `${name}路 1 号`,
  latitude: null,
  longitude: null,
  ...more,
});

interface Wish {
  dryRun?: boolean;
  requestId?: string;
}

const load = (who: MadePerson, org: MadeOrg, rows: SheetRow[], { dryRun = false, requestId = rid() }: Wish = {}) =>
  call(world.house, who, 'grassrootsDay.importSites', { orgId: org.id, rows, dryRun, requestId }, { now: NOON });

const look = (who: MadePerson, org: MadeOrg, rows: SheetRow[]) => load(who, org, rows, { dryRun: true });

const states = ({ rows }: Awaited<ReturnType<typeof load>>) => rows.map(({ state }) => state);

const count = async (table: 'site' | 'site_change' | 'request') => {
  const { n } = await world.db.kysely
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
};
const counts = async () => [await count('site'), await count('site_change')];

const named = (name: string) =>
  world.db.kysely.selectFrom('site').selectAll().where('name', '=', name).executeTakeFirstOrThrow();

describe('D4.1 C35 sites out of a table', () => {
  it('a dry run says what becomes of each row and writes nothing; then all are registered, with their history and codes', async () => {
    const { foshan, shishan, nanhai } = world.orgs;
    const admin = await anAdmin(foshan);
    const rows = [
      row('　桂城１号驿站 ', { latitude: '23.02861，113.10702' }),
      row('里水园区', { kind: '园区', org: '狮山镇团委' }),
      row('大沥社区', { kind: '区域', org: '南海区团委', latitude: 23.1, longitude: 113.2 }),
    ];
    const before = [await counts(), await count('request')];
    expect(await look(admin, foshan, rows)).toEqual({
      rows: [1, 2, 3].map(() => ({ state: 'new', wrongs: [] })),
      registered: 3,
    });
    expect([await counts(), await count('request')]).toEqual(before);

    expect(await load(admin, foshan, rows)).toMatchObject({ registered: 3 });
    expect(await named('桂城1号驿站')).toMatchObject({
      org_id: foshan.id,
      kind: 'servicePlatform',
      address: '桂城1号驿站 路 1 号',
      latitude: 23.02861,
      longitude: 113.10702,
      registered_by: admin.personId,
      contact_id: null,
      closed_from: null,
    });
    expect(await named('里水园区')).toMatchObject({ org_id: shishan.id, kind: 'park', latitude: null });
    const { id, org_id } = await named('大沥社区');
    expect(org_id).toBe(nanhai.id);
    const { history } = await call(world.house, admin, 'grassrootsDay.site', { siteId: id });
    expect(history).toMatchObject([{ act: 'registered', by: admin.name, at: NOON.toISOString(), was: null }]);
    const { items } = await call(world.house, admin, 'grassrootsDay.sites', {
      orgId: foshan.id,
      closed: false,
      search: 'dlsq',
    });
    expect(items).toMatchObject([{ siteId: id }]);
  });

  it('D4.2 its code opens it', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    await load(admin, world.orgs.nanhai, [row('有码的驿站')]);
    const { id, name } = await named('有码的驿站');
    const { text } = await call(world.house, admin, 'grassrootsDay.standingCode', { siteId: id });
    expect(await checkIn(await aCadre(), { text })).toMatchObject({ site: { siteId: id, name } });
  });

  it('one row that is wrong, and nothing is registered', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    const rows = [row('好的一行'), row('数字', { name: 45981, address: 13800138000 }), row('类别', { kind: '学校' })];
    const before = await counts();
    expect(states(await look(admin, world.orgs.nanhai, rows))).toEqual(['new', 'wrong', 'wrong']);
    await expect(load(admin, world.orgs.nanhai, rows)).rejects.toEqual(refused('ROWS_WRONG', { rows: 2 }));
    expect(await counts()).toEqual(before);
  });

  it('the same table again changes nothing, and with one row more registers that one', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    const rows = [row('同一份甲', { latitude: 23.02861, longitude: 113.10702 }), row('同一份乙'), row(' 同一份乙')];
    expect(states(await load(admin, world.orgs.nanhai, rows))).toEqual(['new', 'new', 'unchanged']);
    const before = await counts();
    expect(await load(admin, world.orgs.nanhai, rows)).toMatchObject({ registered: 0 });
    expect(await counts()).toEqual(before);
    const more = [...rows, row('同一份丙')];
    expect(states(await load(admin, world.orgs.nanhai, more))).toEqual(['unchanged', 'unchanged', 'unchanged', 'new']);
    expect(await count('site')).toBe((before[0] ?? 0) + 1);
  });

  it('D8.1 the same request again answers as it did, though all is registered now', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    const requestId = rid();
    const rows = [row('重发甲'), row('重发甲'), row('重发乙')];
    const first = await load(admin, world.orgs.nanhai, rows, { requestId });
    expect(states(first)).toEqual(['new', 'unchanged', 'new']);
    const before = await counts();
    expect(await load(admin, world.orgs.nanhai, rows, { requestId })).toEqual(first);
    await expect(load(admin, world.orgs.nanhai, rows.slice(1), { requestId })).rejects.toEqual(
      refused('REQUEST_REUSED'),
    );
    expect(await counts()).toEqual(before);
  });

  it('what is registered otherwise is an error that says where; what is closed stays closed', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    await load(admin, world.orgs.nanhai, [row('变过的'), row('停用的')]);
    const closed = { siteId: (await named('停用的')).id, from: '2026-11-19', requestId: rid() };
    await call(world.house, admin, 'grassrootsDay.closeSite', closed, { now: NOON });
    const rows = [row('变过的', { address: '搬了家' }), row('停用的')];
    expect(await look(admin, world.orgs.nanhai, rows)).toEqual({
      rows: [
        { state: 'wrong', wrongs: [{ column: 'address', wrong: 'differs' }] },
        { state: 'closed', wrongs: [] },
      ],
      registered: 0,
    });
    expect(await load(admin, world.orgs.nanhai, rows.slice(1))).toMatchObject({ registered: 0 });
    expect(await named('停用的')).toMatchObject({ closed_from: '2026-11-19' });
  });

  it('D1.5 is for administrators, of what they administer: neither a table nor a row goes elsewhere', async () => {
    const { foshan, nanhai, chancheng, shishan } = world.orgs;
    const admin = await anAdmin(nanhai);
    const rows = [
      row('别处的', { org: '禅城区团委' }),
      row('上面的', { org: '佛山市委' }),
      row('没有的', { org: '没有这个' }),
    ];
    expect((await look(admin, nanhai, rows)).rows).toEqual(
      rows.map(() => ({ state: 'wrong', wrongs: [{ column: 'org', wrong: 'unknown' }] })),
    );
    const before = await counts();
    for (const dryRun of [true, false]) {
      for (const org of [chancheng, foshan])
        await expect(load(admin, org, [row('不归我')], { dryRun })).rejects.toEqual(refused('OUT_OF_SCOPE'));
      for (const who of [await aCadre(), await anAdmin(shishan), await anAdmin(chancheng)])
        await expect(load(who, nanhai, [row('不归我')], { dryRun })).rejects.toEqual(refused('OUT_OF_SCOPE'));
    }
    expect(await counts()).toEqual(before);
  });

  it('D1.5 beneath the procedures the database keeps to it too', async () => {
    const { nanhai, chancheng } = world.orgs;
    const admin = await anAdmin(nanhai);
    const site = (orgId: number) => ({
      id: uuidv7(),
      orgId,
      kind: 'park' as const,
      name: `底下的${orgId}`,
      address: '某路',
      position: null,
      codeHash: Buffer.from(uuidv7()),
    });
    const add = (...orgIds: number[]) =>
      world.house.database.transaction(async (tx) => {
        await declareActor(tx, admin.personId, `p:${admin.personId}`, '2026-11-19');
        await addSites(tx, orgIds.map(site), admin, NOON);
      });
    await expect(add(nanhai.id, chancheng.id)).rejects.toThrow('row-level security');
    await add(nanhai.id);
  });

  it('D1.2 a name that several organisations have is an error, and with one of them above it is not', async () => {
    const { nanhai, chancheng, foshan } = world.orgs;
    for (const parent of [nanhai, chancheng])
      await world.factory.anOrg({ parent, level: 'branch', name: '第一团支部' });
    const rows = [row('哪一个', { org: '第一团支部' })];
    expect((await look(await anAdmin(foshan), foshan, rows)).rows[0]?.wrongs).toEqual([
      { column: 'org', wrong: 'several' },
    ]);
    expect(states(await look(await anAdmin(nanhai), nanhai, rows))).toEqual(['new']);
  });

  it('two of the same table at once give each site once', async () => {
    const [one, two] = [await anAdmin(world.orgs.nanhai), await anAdmin(world.orgs.foshan)];
    const rows = Array.from({ length: 12 }, (_, n) => row(`同时的${n}`, { org: n % 2 ? '狮山镇团委' : '南海区团委' }));
    const before = await counts();
    const both = await allAtOnce(
      world,
      [() => load(one, world.orgs.nanhai, rows), () => load(two, world.orgs.foshan, [...rows].reverse())],
      'site',
    );
    const registered = both.map((each) => (each.status === 'fulfilled' ? each.value.registered : 'refused'));
    expect(registered.sort()).toEqual([0, 12]);
    expect(await counts()).toEqual(before.map((n) => n + 12));
  });

  it('a table and a form at once give a name once', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    const facts = {
      orgId: world.orgs.nanhai.id,
      kind: 'park',
      name: '争着登记',
      address: '别的地址',
      position: null,
    } as const;
    const both = await allAtOnce<unknown>(
      world,
      [
        () => load(admin, world.orgs.nanhai, [row('争着登记')]),
        () => call(world.house, admin, 'grassrootsDay.registerSite', { ...facts, requestId: rid() }),
      ],
      'site',
    );
    expect(outcomes(both).join()).toMatch(/^(ROWS_WRONG|SITE_NAME_TAKEN),ok$/);
  });

  it('three hundred rows take as many statements as one', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    const house = openHouse(world.apiUrl);
    let asked = 0;
    watchStatements(house.database.pool, () => (asked += 1));
    const statements = async (rows: SheetRow[]) => {
      asked = 0;
      const input = { orgId: world.orgs.nanhai.id, rows, dryRun: false, requestId: rid() };
      expect(await call(house, admin, 'grassrootsDay.importSites', input)).toMatchObject({ registered: rows.length });
      return asked;
    };
    const many = Array.from({ length: 300 }, (_, n) => row(`很多的${n}`, { org: n % 3 ? null : '狮山镇团委' }));
    const one = await statements([row('一个', { org: '狮山镇团委' })]);
    expect(await statements(many)).toBe(one);
    await house.end();
  });
});
