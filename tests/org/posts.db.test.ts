import { call } from '../support/house';
import { aWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

describe('D1.1, C6 posts', () => {
  it('a second post at the same time is impossible, the next day it is not', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai, until: '2026-06-01' });
    await world.factory.save();
    world.factory.aCadre({ org: world.orgs.foshan, person: cadre, from: '2026-05-31' });
    await expect(world.factory.save()).rejects.toMatchObject({ constraint: 'one_post_at_a_time' });
    world.factory.aCadre({ org: world.orgs.foshan, person: cadre, from: '2026-06-01' });
    await world.factory.save();
  });

  it('D1.2 a leading organ is one from a day on: its part-time cadres then owe 100', async () => {
    const committee = await world.factory.anOrg({ parent: world.orgs.province, level: 'unit', name: '省直机关团工委' });
    await world.db.kysely
      .insertInto('leading_organ')
      .values({ org_id: committee.id, from_day: '2026-07-01', until_day: '2027-07-01' })
      .execute();
    const cadre = world.factory.aCadre({ org: committee, service: 'partTime', from: '2026-01-01' });
    await world.factory.save();
    const quotaAt = async (now: string) =>
      (await call(world.house, cadre, 'org.me', {}, { now: new Date(now) })).cadre?.standing.quota;
    expect(await quotaAt('2026-06-30T12:00:00Z')).toBe(10);
    expect(await quotaAt('2026-07-01T12:00:00Z')).toBe(100);
    expect(await quotaAt('2027-07-01T12:00:00Z')).toBe(10);
  });

  it('D10.4 the quota is that of the post of the day', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.shishan, service: 'partTime', until: '2027-01-01' });
    world.factory.aCadre({ org: world.orgs.nanhai, person: cadre, service: 'fullTime', from: '2027-01-01' });
    await world.factory.save();
    const quotaAt = async (now: string) =>
      (await call(world.house, cadre, 'org.me', {}, { now: new Date(now) })).cadre?.standing.quota;
    expect(await quotaAt('2026-12-31T15:59:59Z')).toBe(10);
    expect(await quotaAt('2026-12-31T16:00:00Z')).toBe(100);
  });

  it('C2 the youths go on into the next post: progress is shown against the new quota', async () => {
    const first = world.factory.aCadre({ org: world.orgs.shishan, service: 'partTime', until: '2027-01-01' });
    world.factory.aCadre({ org: world.orgs.nanhai, person: first, from: '2027-01-01' });
    for (let i = 0; i < 3; i++) world.factory.aContact({ cadre: first, youth: world.factory.aYouth() });
    await world.factory.save();
    const me = await call(world.house, first, 'org.me', {}, { now: new Date('2027-02-01T00:00:00Z') });
    expect(me.cadre?.standing).toMatchObject({ counted: 3, quota: 100, missing: 97 });
  });
});
