import { dayOf, daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import { policy } from '../../config/policy';
import type { MadeCadre, MadePerson } from '../factory';
import { call, rid } from '../support/house';
import { aWorld, type World } from '../support/world';

let world: World;
let admin: MadePerson;
let above: MadePerson;
beforeAll(async () => {
  world = await aWorld();
  admin = world.factory.anAdministrator({ org: world.orgs.nanhai });
  above = world.factory.anAdministrator({ org: world.orgs.province });
  await world.factory.save();
});
afterAll(() => world.end());

const today = dayOf(new Date());
const code = (name: string) => expect.objectContaining({ code: name }) as unknown;

/** A cadre of Nanhai with so many youths, who leaves on a day. */
async function leaver(until: string, youths = 1): Promise<MadeCadre> {
  const { factory, orgs } = world;
  const cadre = factory.aCadre({ org: orgs.nanhai, until });
  for (let i = 0; i < youths; i++)
    factory.aContact({ cadre, youth: factory.aYouth(), startedAt: new Date('2024-02-01T00:00:00Z') });
  await factory.save();
  return cadre;
}

async function saved<T>(made: T): Promise<T> {
  await world.factory.save();
  return made;
}
const colleague = () => saved(world.factory.aCadre({ org: world.orgs.nanhai }));
const name = (by: MadePerson, { postId }: MadeCadre, successor: MadeCadre | null) =>
  call(world.house, by, 'org.nameSuccessor', {
    postId,
    successorPostId: successor && successor.postId,
    requestId: rid(),
  });
const entry = async ({ postId }: MadeCadre) => (await call(world.house, admin, 'org.cadre', { postId })).handOver;
const waiting = async (by = admin) => (await call(world.house, by, 'org.handOvers', {})).items;
const mine = async ({ postId }: MadeCadre, by?: MadePerson) =>
  (await waiting(by)).filter((one) => one.postId === postId);

it('C11, D1.5 the administrator there or above names who follows, another one instead, and nobody any more; who did it stays', async () => {
  const gone = await leaver(today, 3);
  const [first, second] = [await colleague(), await colleague()];
  expect(await entry(gone)).toEqual({ contacts: 3, until: daysAfter(today, 29), successor: null });
  await name(admin, gone, first);
  expect(await entry(gone)).toMatchObject({ successor: { postId: first.postId, name: first.name } });
  await name(above, gone, second);
  expect(await entry(gone)).toMatchObject({ successor: { postId: second.postId } });
  await name(admin, gone, null);
  expect(await entry(gone)).toMatchObject({ successor: null });
  expect(
    await world.db.kysely
      .selectFrom('succession')
      .select(['successor_id', 'named_by'])
      .where('post_id', '=', gone.postId)
      .execute(),
  ).toEqual([{ successor_id: null, named_by: admin.personId }]);
});

it('C11 while the post ends, on its last days and until the last youth can choose; never of a post without an end', async () => {
  const next = await colleague();
  await expect(name(admin, await colleague(), next)).rejects.toEqual(code('POST_NOT_ENDING'));
  await name(admin, await leaver(daysAfter(today, 40)), next);
  await name(admin, await leaver(daysAfter(today, -29)), next);
  await expect(name(admin, await leaver(daysAfter(today, -30)), next)).rejects.toEqual(code('POST_NOT_ENDING'));
});

it('C11 only another cadre of today of the same organisation follows', async () => {
  const { factory, orgs } = world;
  const gone = await leaver(today);
  const wrong = await saved([
    gone,
    factory.aCadre({ org: orgs.chancheng }),
    factory.aCadre({ org: orgs.foshan }),
    factory.aCadre({ org: orgs.shishan }),
    factory.aCadre({ org: orgs.nanhai, until: today }),
    factory.aCadre({ org: orgs.nanhai, from: daysAfter(today, 1) }),
  ]);
  for (const one of wrong) await expect(name(admin, gone, one)).rejects.toEqual(code('SUCCESSOR_NOT_THERE'));
});

it('D1.5 nobody beside, below or of the organisation itself names anybody, or sees who could follow', async () => {
  const { factory, orgs } = world;
  const gone = await leaver(today);
  const next = await colleague();
  const strangers = await saved([
    factory.anAdministrator({ org: orgs.chancheng }),
    factory.anAdministrator({ org: orgs.shishan }),
    factory.aYouth(),
    next,
    gone,
  ]);
  for (const who of strangers) {
    await expect(name(who, gone, next)).rejects.toEqual(code('OUT_OF_SCOPE'));
    await expect(call(world.house, who, 'org.successors', { postId: gone.postId })).rejects.toEqual(
      code('OUT_OF_SCOPE'),
    );
  }
  for (const who of strangers.slice(0, 2)) expect(await mine(gone, who)).toEqual([]);
});

it('C11 the list of who can follow: by name and pinyin, page by page, without who leaves', async () => {
  const { factory, orgs } = world;
  const gone = await leaver(today);
  for (let i = 0; i <= policy.pageSize; i++) factory.aCadre({ org: orgs.nanhai, name: `公孙${'甲乙丙丁'[i % 4]}${i}` });
  await factory.save();
  const ask = (more: object) => call(world.house, admin, 'org.successors', { postId: gone.postId, ...more });
  const first = await ask({ search: 'gongsun' });
  expect(first.items).toHaveLength(policy.pageSize);
  const second = await ask({ search: '公孙', cursor: first.next ?? '' });
  expect(second).toMatchObject({ items: [expect.anything()], next: null });
  let cursor: string | undefined;
  const all: string[] = [];
  do {
    const page = await ask({ ...(cursor && { cursor }) });
    all.push(...page.items.map(({ postId }) => postId));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(all).not.toContain(gone.postId);
  expect(new Set(all).size).toBe(all.length);
});

describe('C11 what an administrator is to do', () => {
  it('is where contacts wait and nobody is named: how many, never whose, for 30 days', async () => {
    const gone = await leaver(today, 2);
    expect(await mine(gone)).toEqual([
      {
        postId: gone.postId,
        name: gone.name,
        orgName: '南海区团委',
        title: '干部',
        leftOn: today,
        contacts: 2,
        until: daysAfter(today, 29),
      },
    ]);
    expect(await mine(gone, above)).toHaveLength(1);
    const next = await colleague();
    await name(admin, gone, next);
    expect(await mine(gone)).toEqual([]);
    await world.db.kysely.updateTable('post').set({ until_day: today }).where('id', '=', next.postId).execute();
    expect(await mine(gone)).toHaveLength(1);
    expect(await mine(await leaver(daysAfter(today, -29)))).toHaveLength(1);
    for (const none of [leaver(daysAfter(today, -30)), leaver(daysAfter(today, 1)), leaver(today, 0)])
      expect(await mine(await none)).toEqual([]);
  });

  it('is nothing where the cadre goes on elsewhere, also out of sight', async () => {
    const gone = await leaver(today);
    await saved(world.factory.aCadre({ org: world.orgs.guangzhou, person: gone, from: today }));
    expect(await mine(gone)).toEqual([]);
    expect(await entry(gone)).toMatchObject({ contacts: 0 });
    const moving = await leaver(daysAfter(today, 5));
    await saved(world.factory.aCadre({ org: world.orgs.guangzhou, person: moving, from: daysAfter(today, 5) }));
    expect(await entry(moving)).toMatchObject({ contacts: 0 });
  });
});
