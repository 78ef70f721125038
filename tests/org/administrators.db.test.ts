import type { MadeOrg, MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, rid } from '../support/house';
import { aWorld, type World } from '../support/world';
import { anInvitation } from './inviting';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

async function administratorOf(org: MadeOrg, more: object = {}): Promise<MadePerson> {
  const made = world.factory.anAdministrator({ org, ...more });
  await world.factory.save();
  return made;
}

async function rightOf({ personId }: MadePerson): Promise<string> {
  const row = await world.db.kysely
    .selectFrom('administrator')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return row.id;
}
const end = async (by: MadePerson, whose: MadePerson, more: object = {}) =>
  call(world.house, by, 'org.endAdministrator', { administratorId: await rightOf(whose), requestId: rid(), ...more });
const make = (by: MadePerson, postId: string, org: MadeOrg) =>
  call(world.house, by, 'org.makeAdministrator', { postId, orgId: org.id, requestId: rid() });
const listed = async (by: MadePerson, org: MadeOrg) =>
  (await call(world.house, by, 'org.administrators', { orgId: org.id })).items.map(({ name }) => name);

describe('D1.5 making administrators', () => {
  it('of a cadre of the subtree, for the own organisation and those below; never beside or above', async () => {
    const { nanhai, shishan, chancheng, foshan } = world.orgs;
    const admin = await administratorOf(nanhai);
    const below = world.factory.aCadre({ org: shishan, name: '麦浩铭' });
    const beside = world.factory.aCadre({ org: chancheng });
    await world.factory.save();
    await make(admin, below.postId, nanhai);
    await make(admin, below.postId, shishan);
    expect(await listed(admin, shishan)).toEqual(['麦浩铭']);
    expect((await call(world.house, admin, 'org.cadre', { postId: below.postId })).administers).toEqual([
      { orgId: nanhai.id, name: '南海区团委' },
      { orgId: shishan.id, name: '狮山镇团委' },
    ]);
    expect((await call(world.house, below, 'org.me', {})).administers).toEqual([
      { orgId: nanhai.id, name: '南海区团委', nested: false },
      { orgId: shishan.id, name: '狮山镇团委', nested: true },
    ]);
    await expect(make(admin, below.postId, shishan)).rejects.toMatchObject({ code: 'ADMINISTRATOR_ALREADY' });
    await expect(make(admin, below.postId, foshan)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await expect(make(admin, below.postId, chancheng)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await expect(make(admin, beside.postId, nanhai)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await expect(listed(admin, foshan)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  });

  it('not of a cadre whose post is over', async () => {
    const admin = await administratorOf(world.orgs.nanhai);
    const former = world.factory.aCadre({ org: world.orgs.nanhai, from: '2024-01-01', until: '2026-01-01' });
    await world.factory.save();
    await expect(make(admin, former.postId, world.orgs.nanhai)).rejects.toMatchObject({ code: 'POST_ENDED' });
  });

  it('the same cadre by two at once: one right', async () => {
    const [one, other] = [await administratorOf(world.orgs.nanhai), await administratorOf(world.orgs.foshan)];
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const results = await allAtOnce(
      world,
      [one, other].map((by) => () => make(by, cadre.postId, world.orgs.nanhai)),
      'administrator',
    );
    expect(outcomes(results)).toEqual(['ADMINISTRATOR_ALREADY', 'ok']);
  });
});

describe('D1.5 ending a right', () => {
  it('from above and by a colleague, at once; not from below or beside', async () => {
    const { nanhai, shishan, chancheng, foshan } = world.orgs;
    const [admin, colleague, above, beside, below] = [
      await administratorOf(nanhai),
      await administratorOf(nanhai),
      await administratorOf(foshan),
      await administratorOf(chancheng),
      await administratorOf(shishan),
    ];
    for (const one of [beside, below]) await expect(end(one, admin)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await end(colleague, admin);
    await expect(anInvitation(world, admin, nanhai)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await end(above, colleague);
    expect((await call(world.house, colleague, 'org.me', {})).administers).toEqual([]);
    await expect(end(admin, above)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  });

  it('D10.4 the row stays, with who ended it; made and ended on one day, it holds on none', async () => {
    const chief = await administratorOf(world.orgs.foshan);
    const today = world.factory.today;
    const young = await administratorOf(world.orgs.nanhai, { from: today });
    await end(chief, young);
    const row = await world.db.kysely
      .selectFrom('administrator')
      .selectAll()
      .where('person_id', '=', young.personId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ from_day: today, until_day: today, ended_by: chief.personId });
    expect((await call(world.house, young, 'org.me', {})).administers).toEqual([]);
  });

  it('the last of the province stays; of two who would end each other at once, one does', async () => {
    const { province } = world.orgs;
    const one = await administratorOf(province);
    await administratorOf(province, { from: '2024-01-01', until: '2025-01-01' });
    await administratorOf(world.orgs.guangzhou);
    await expect(end(one, one)).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
    const other = await administratorOf(province);
    const results = await allAtOnce(world, [() => end(one, other), () => end(other, one)], 'administrator');
    expect(outcomes(results)).toEqual(['LAST_ADMINISTRATOR', 'ok']);
  });

  it('the last of a county goes: those above make another', async () => {
    const guangzhou = await administratorOf(world.orgs.guangzhou);
    await end(guangzhou, guangzhou);
    expect((await call(world.house, guangzhou, 'org.me', {})).administers).toEqual([]);
  });
});
