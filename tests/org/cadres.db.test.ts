import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { MadeCadre, MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, rid } from '../support/house';
import { aWorld, liveCode, type World } from '../support/world';
import { anInvitation, aNewcomer, aPost, claimed } from './inviting';

let world: World;
let admin: MadePerson;
let siblingAdmin: MadePerson;
let today: string;

beforeAll(async () => {
  world = await aWorld();
  admin = world.factory.anAdministrator({ org: world.orgs.nanhai });
  siblingAdmin = world.factory.anAdministrator({ org: world.orgs.chancheng });
  await world.factory.save();
  today = world.factory.today;
});
afterAll(() => world.end());

async function aCadre(more: object = {}): Promise<MadeCadre> {
  const cadre = world.factory.aCadre({ org: world.orgs.nanhai, ...more });
  await world.factory.save();
  return cadre;
}
const end = (by: MadePerson, { postId }: MadeCadre, until: string) =>
  call(world.house, by, 'org.endPost', { postId, until, requestId: rid() });
const approve = (by: MadePerson, { postId }: MadeCadre, from = today, until: string | null = null) =>
  call(world.house, by, 'org.approveMinors', { postId, from, until, requestId: rid() });
const endMinors = (by: MadePerson, { postId }: MadeCadre) =>
  call(world.house, by, 'org.endMinors', { postId, requestId: rid() });
const entryOf = (by: MadePerson, { postId }: MadeCadre) => call(world.house, by, 'org.cadre', { postId });

describe('D10.4 the end of a post', () => {
  it('ends on its day: then no cadre any more, and free for another', async () => {
    const cadre = await aCadre();
    await end(admin, cadre, today);
    expect((await call(world.house, cadre, 'org.me', {})).cadre).toBeNull();
    await expect(end(admin, cadre, today)).rejects.toMatchObject({ code: 'POST_ENDED' });
    const { code } = await anInvitation(world, admin, world.orgs.nanhai, { post: aPost({ from: today }) });
    await call(world.house, cadre, 'org.claim', claimed(code));
    expect((await call(world.house, cadre, 'org.me', {})).cadre?.title).toBe('组织部部长');
  });

  it('never in the past, nor later than it is to end already', async () => {
    const cadre = await aCadre({ until: daysAfter(today, 10) });
    for (const until of [daysAfter(today, -1), daysAfter(today, 11), daysAfter(today, 400)])
      await expect(end(admin, cadre, until)).rejects.toMatchObject({ code: 'DAY_OUT_OF_RANGE' });
    await end(admin, cadre, daysAfter(today, 9));
    expect((await entryOf(admin, cadre)).until).toBe(daysAfter(today, 9));
  });

  it('D1.5 by nobody beside, and not by the cadre', async () => {
    const cadre = await aCadre();
    for (const who of [siblingAdmin, cadre])
      await expect(end(who, cadre, today)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await expect(entryOf(siblingAdmin, cadre)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  });
});

describe('D9.3 the approval of a cadre for minors', () => {
  const scan = async (cadre: MadeCadre, now = new Date()) => {
    const youth = world.factory.aYouth({ birthMonth: `${now.getUTCFullYear() - 16}-01-01` });
    await world.factory.save();
    return call(
      world.house,
      cadre,
      'contact.register',
      { text: await liveCode(world.house, youth, now), requestId: rid() },
      { now },
    );
  };

  it('holds from its day until the day before its end', async () => {
    const cadre = await aCadre();
    await expect(scan(cadre)).rejects.toMatchObject({ code: 'MINOR_NEEDS_APPROVAL' });
    await approve(admin, cadre, daysAfter(today, 1), daysAfter(today, 3));
    expect((await entryOf(admin, cadre)).minors).toEqual({ from: daysAfter(today, 1), until: daysAfter(today, 3) });
    const at = (days: number) => new Date(Date.parse(`${daysAfter(today, days)}T04:00:00Z`));
    await expect(scan(cadre, at(0))).rejects.toMatchObject({ code: 'MINOR_NEEDS_APPROVAL' });
    await scan(cadre, at(1));
    await scan(cadre, at(2));
    await expect(scan(cadre, at(3))).rejects.toMatchObject({ code: 'MINOR_NEEDS_APPROVAL' });
  });

  it('ends with the post, on its day', async () => {
    const cadre = await aCadre();
    await approve(admin, cadre);
    await end(admin, cadre, daysAfter(today, 2));
    expect((await entryOf(admin, cadre)).minors).toEqual({ from: today, until: daysAfter(today, 2) });
    const short = await aCadre();
    await approve(admin, short, today, daysAfter(today, 1));
    await end(admin, short, daysAfter(today, 5));
    expect((await entryOf(admin, short)).minors).toEqual({ from: today, until: daysAfter(today, 1) });
  });

  it('given after the end of the post was set, it ends with it; one that another organisation gave for later stays', async () => {
    const cadre = await aCadre();
    await end(admin, cadre, daysAfter(today, 10));
    await approve(admin, cadre);
    expect((await entryOf(admin, cadre)).minors).toEqual({ from: today, until: daysAfter(today, 10) });
    await expect(approve(admin, cadre, daysAfter(today, 10))).rejects.toMatchObject({ code: 'DAY_OUT_OF_RANGE' });
    const next = world.factory.aCadre({ org: world.orgs.chancheng, person: cadre, from: daysAfter(today, 10) });
    await world.factory.save();
    await approve(siblingAdmin, next, daysAfter(today, 10));
    await end(admin, cadre, daysAfter(today, 5));
    expect((await entryOf(admin, cadre)).minors).toEqual({ from: today, until: daysAfter(today, 5) });
    const at = new Date(Date.parse(`${daysAfter(today, 12)}T04:00:00Z`));
    const later = await call(world.house, siblingAdmin, 'org.cadre', { postId: next.postId }, { now: at });
    expect(later.minors).toEqual({ from: daysAfter(today, 10), until: null });
  });

  it('ends at once, once', async () => {
    const cadre = await aCadre();
    await approve(admin, cadre);
    await scan(cadre);
    await endMinors(admin, cadre);
    await expect(scan(cadre)).rejects.toMatchObject({ code: 'MINOR_NEEDS_APPROVAL' });
    await expect(endMinors(admin, cadre)).rejects.toMatchObject({ code: 'MINORS_NOT_APPROVED' });
    expect((await entryOf(admin, cadre)).minors).toBeNull();
    await approve(admin, cadre);
  });

  it('is not given twice for one day, also by two at once', async () => {
    const cadre = await aCadre();
    const above = world.factory.anAdministrator({ org: world.orgs.foshan });
    await world.factory.save();
    const results = await allAtOnce(
      world,
      [admin, above].map((by) => () => approve(by, cadre)),
      'minor_approval',
    );
    expect(outcomes(results)).toEqual(['MINORS_APPROVED_ALREADY', 'ok']);
  });

  it('not backwards, not for no day, not by oneself, not by one beside, not after the post', async () => {
    const cadre = await aCadre();
    const former = await aCadre({ from: '2024-01-01', until: '2026-01-01' });
    const both = await aCadre();
    world.factory.anAdministrator({ org: world.orgs.nanhai, person: both });
    await world.factory.save();
    await expect(approve(admin, cadre, daysAfter(today, -1))).rejects.toMatchObject({ code: 'DAY_OUT_OF_RANGE' });
    await expect(approve(admin, cadre, today, today)).rejects.toMatchObject({ code: 'DAY_OUT_OF_RANGE' });
    await expect(approve(both, both)).rejects.toMatchObject({ code: 'OWN_APPROVAL' });
    await expect(approve(siblingAdmin, cadre)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await expect(approve(admin, former)).rejects.toMatchObject({ code: 'POST_ENDED' });
  });
});

it('D1.1 a cadre who came by an invitation has an entry with what the invitation said', async () => {
  const { code } = await anInvitation(world, admin, world.orgs.nanhai, { name: '潘家豪' });
  await call(world.house, aNewcomer(), 'org.claim', claimed(code));
  const { cadres } = await call(world.house, admin, 'org.overview', {});
  const made = cadres.find(({ name }) => name === '潘家豪');
  expect(await call(world.house, admin, 'org.cadre', { postId: made?.postId ?? '' })).toEqual({
    ...aPost(),
    name: '潘家豪',
    orgId: world.orgs.nanhai.id,
    orgName: '南海区团委',
    until: null,
    handOver: null,
    minors: null,
    administers: [],
    self: false,
  });
});

it('D8.3 the leadership stands first, each group by name, page by page', async () => {
  const { factory, orgs } = world;
  const chief = factory.anAdministrator({ org: orgs.guangzhou });
  for (let i = 0; i < 40; i++) factory.aCadre({ org: orgs.guangzhou, leadership: i % 2 === 0 });
  await factory.save();
  const first = await call(world.house, chief, 'org.overview', {});
  const second = await call(world.house, chief, 'org.overview', { cursor: first.next ?? '' });
  const all = [...first.cadres, ...second.cadres];
  expect(new Set(all.map(({ postId }) => postId)).size).toBe(40);
  expect(all.map(({ leadership }) => leadership)).toEqual(all.map((_, i) => i < 20));
});
