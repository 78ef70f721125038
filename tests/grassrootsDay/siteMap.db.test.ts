import { policy } from '../../config/policy';
import { anAdmin, aCadre, inAWorld, NOON, refused, world } from './days';
import { call, type In } from '../support/house';
import type { MadePerson } from '../factory';

inAWorld();

const siteMap = (who: MadePerson, input: In<'grassrootsDay.siteMap'>) =>
  call(world.house, who, 'grassrootsDay.siteMap', input, { now: NOON });

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

/** Sites of Nanhai and of Shishan below it, one of them without a position, one closed; and one of Chancheng beside it. */
async function someSites() {
  const { factory, orgs } = world;
  const name = '地图青年站';
  const own = factory.aSite({
    org: orgs.nanhai,
    name,
    kind: 'park',
    address: '桂城南海大道 1 号',
    position: at(23.03, 113.14),
  });
  const below = factory.aSite({ org: orgs.shishan, name, position: at(23.13, 113.04) });
  factory.aSite({ org: orgs.shishan, name: `${name}二`, kind: 'park' });
  const closed = factory.aSite({
    org: orgs.nanhai,
    name: `${name}三`,
    position: at(23, 113),
    closedFrom: '2026-11-19',
  });
  factory.aSite({ org: orgs.chancheng, name, position: at(23.02, 113.12) });
  await factory.save();
  return { own, below, closed };
}

it('D4.1 D1.5 the map of an organisation has its sites and those below it that have a position, and says how many have none', async () => {
  const { own, below, closed } = await someSites();
  const admin = await anAdmin(world.orgs.nanhai);
  const { orgs } = world;
  const seen = await siteMap(admin, { orgId: orgs.nanhai.id, search: '地图青年站', closed: false });
  expect(seen).toMatchObject({ unplaced: 1, more: 0 });
  expect([...seen.items].sort((one, other) => one.position.latitude - other.position.latitude)).toEqual([
    { siteId: own.siteId, kind: 'park', name: own.name, address: '桂城南海大道 1 号', position: at(23.03, 113.14) },
    expect.objectContaining({ siteId: below.siteId, position: at(23.13, 113.04) }),
  ]);
  const ids = async (input: Partial<In<'grassrootsDay.siteMap'>>) => {
    const { items, unplaced } = await siteMap(admin, {
      orgId: orgs.nanhai.id,
      search: '地图',
      closed: false,
      ...input,
    });
    return [items.map(({ siteId }) => siteId), unplaced];
  };
  expect(await ids({ kind: 'park' })).toEqual([[own.siteId], 1]);
  expect(await ids({ search: '桂城南海大道' })).toEqual([[own.siteId], 0]);
  expect(await ids({ search: 'dtqnz', orgId: orgs.shishan.id })).toEqual([[below.siteId], 1]);
  expect(await ids({ closed: true })).toEqual([[closed.siteId], 0]);
  expect(await ids({ search: '没有这个' })).toEqual([[], 0]);
});

it('D1.5 it is for the organisation’s administrators and those above, and nobody else', async () => {
  const { factory, orgs } = world;
  const site = factory.aSite({ org: orgs.chancheng, name: '张槎驿站', position: at(23.02, 113.08) });
  const of = { orgId: orgs.chancheng.id, search: '张槎', closed: false };
  const above = await siteMap(await anAdmin(orgs.foshan), of);
  expect(above.items.map(({ siteId }) => siteId)).toEqual([site.siteId]);
  const former = factory.anAdministrator({ org: orgs.chancheng, until: '2026-11-18' });
  const others = [former, factory.aPerson(), await anAdmin(orgs.nanhai), await aCadre(orgs.chancheng)];
  for (const who of others) await expect(siteMap(who, of)).rejects.toEqual(refused('OUT_OF_SCOPE'));
  const below = await anAdmin(orgs.shishan);
  await expect(siteMap(below, { ...of, orgId: orgs.nanhai.id })).rejects.toEqual(refused('OUT_OF_SCOPE'));
});

it('D4.1 it has so many at most, the first ones of the list, and says how many are left off', async () => {
  const { factory, orgs } = world;
  const most = policy.grassrootsDay.mapSites;
  expect(most).toBe(500);
  const made = Array.from({ length: most + 3 }, (_, n) =>
    factory.aSite({
      org: orgs.shishan,
      name: `数到底的地点${String(n).padStart(4, '0')}`,
      position: n === 1 ? undefined : at(23 + n / 10_000, 113),
    }),
  );
  await factory.save();
  const { items, ...left } = await siteMap(await anAdmin(orgs.nanhai), {
    orgId: orgs.shishan.id,
    search: '数到底',
    closed: false,
  });
  const placed = made.filter((_, n) => n !== 1).map(({ siteId }) => siteId);
  expect(items.map(({ siteId }) => siteId)).toEqual(placed.slice(0, most));
  expect(left).toEqual({ unplaced: 1, more: 2 });
});
