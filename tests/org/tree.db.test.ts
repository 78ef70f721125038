import type { MadeOrg, MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, nobody, rid } from '../support/house';
import { aWorld, type World } from '../support/world';
import { aNewcomer } from './inviting';

let world: World;
let admin: MadePerson;
let chief: MadePerson;

beforeAll(async () => {
  world = await aWorld();
  admin = world.factory.anAdministrator({ org: world.orgs.nanhai });
  chief = world.factory.anAdministrator({ org: world.orgs.province });
  await world.factory.save();
});
afterAll(() => world.end());

const names = (shortName: string) => ({ name: `共青团佛山市南海区${shortName}`, shortName, place: '' });
const add = (by: MadePerson, { id }: MadeOrg, shortName: string, more: object = {}) =>
  call(world.house, by, 'org.addOrg', {
    orgId: id,
    ...names(shortName),
    level: 'township',
    forProvince: false,
    requestId: rid(),
    ...more,
  });
const rename = (by: MadePerson, { id }: MadeOrg, shortName: string) =>
  call(world.house, by, 'org.renameOrg', { orgId: id, ...names(shortName), requestId: rid() });
const found = async (search: string) =>
  (await call(world.house, aNewcomer(), 'org.find', { search, mine: false })).items;
const leads = async (shortName: string): Promise<boolean> => {
  const rows = await world.db.kysely
    .selectFrom('leading_organ as l')
    .innerJoin('org as o', 'o.id', 'l.org_id')
    .select('o.id')
    .where('o.short_name', '=', shortName)
    .execute();
  return rows.length > 0;
};

describe('D1.2 finding an organisation', () => {
  it.each(['南海', 'nanhai', 'nhq', 'NANHAI', '海区'])('%s', async (search) => {
    expect((await found(search)).map(({ name, above }) => [name, above])).toContainEqual(['南海区团委', '佛山市委']);
  });

  it('D1.5 or only among those that one administers', async () => {
    const mine = async (who: MadePerson) =>
      (await call(world.house, who, 'org.find', { search: '团委', mine: true })).items.map(({ name }) => name);
    expect(await mine(admin)).toEqual(['南海区团委', '狮山镇团委']);
    expect(await mine(chief)).toContain('禅城区团委');
  });

  it('signs of a pattern are letters; nobody without an account finds any', async () => {
    expect(await found('%')).toEqual([]);
    expect(await found('_')).toEqual([]);
    await expect(call(world.house, nobody, 'org.find', { search: '南海', mine: false })).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });

  it('no more than a page of them, and says that there are more', async () => {
    for (let i = 0; i < 31; i++)
      await world.factory.anOrg({ parent: world.orgs.shishan, level: 'branch', name: `长虹岭${i}` });
    const { items, more } = await call(world.house, aNewcomer(), 'org.find', { search: 'changhong', mine: false });
    expect([items.length, more]).toEqual([30, true]);
  });
});

describe('D1.2 adding one below', () => {
  it('is there, is found, and is administered from above', async () => {
    await add(admin, world.orgs.nanhai, '丹灶镇团委');
    const [org] = await found('danzao');
    expect(org).toMatchObject({ name: '丹灶镇团委', above: '南海区团委' });
    const { below } = await call(world.house, admin, 'org.overview', {});
    expect(below.map(({ name }) => name)).toContain('丹灶镇团委');
    expect(await leads('丹灶镇团委')).toBe(false);
  });

  it('in the next level only, within what one administers', async () => {
    const { nanhai, foshan, chancheng } = world.orgs;
    await expect(add(admin, nanhai, '某市委', { level: 'city' })).rejects.toMatchObject({ code: 'LEVEL_NOT_BELOW' });
    await expect(add(admin, nanhai, '某区团委', { level: 'county' })).rejects.toMatchObject({
      code: 'LEVEL_NOT_BELOW',
    });
    for (const org of [foshan, chancheng])
      await expect(add(admin, org, '里水镇团委')).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  });

  it('a city leads, a unit when it acts for the province, a branch does not', async () => {
    const { province } = world.orgs;
    await add(chief, province, '云浮市委', { level: 'city', name: '共青团云浮市委员会', place: '云浮' });
    await add(chief, province, '省金融团工委', { level: 'unit', forProvince: true });
    await add(chief, province, '某大学团委', { level: 'unit' });
    expect([await leads('云浮市委'), await leads('省金融团工委'), await leads('某大学团委')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('two siblings of one name: one, also at once; elsewhere it may be the same', async () => {
    for (let round = 0; round < 5; round++) {
      const name = `西樵${round}镇团委`;
      const results = await allAtOnce(
        world,
        [admin, chief].map((by) => () => add(by, world.orgs.nanhai, name)),
        'org',
      );
      expect(outcomes(results)).toEqual(['ORG_NAME_TAKEN', 'ok']);
      await add(chief, world.orgs.chancheng, name);
    }
  });
});

describe('D1.2 renaming', () => {
  it('is found by the new name, and not by that of one beside it', async () => {
    const org = await world.factory.anOrg({ parent: world.orgs.nanhai, level: 'township', name: '旧名镇团委' });
    await rename(admin, org, '九江镇团委');
    expect((await found('jiujiang')).map(({ name }) => name)).toEqual(['九江镇团委']);
    expect(await found('旧名')).toEqual([]);
    await expect(rename(admin, org, '狮山镇团委')).rejects.toMatchObject({ code: 'ORG_NAME_TAKEN' });
    await rename(admin, org, '九江镇团委');
    await expect(rename(admin, world.orgs.foshan, '佛山')).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  });

  it('to the name that another takes at the same moment: one of them has it', async () => {
    const org = await world.factory.anOrg({ parent: world.orgs.nanhai, level: 'township', name: '桂城街道' });
    const results = await allAtOnce(
      world,
      [() => rename(admin, org, '大沥镇团委'), () => add(chief, world.orgs.nanhai, '大沥镇团委')],
      'org',
    );
    expect(outcomes(results)).toEqual(['ORG_NAME_TAKEN', 'ok']);
  });
});
