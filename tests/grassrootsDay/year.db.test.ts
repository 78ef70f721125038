import { quarterOf } from '../../cloudfunctions/api/kernel/calendar';
import type { MadeCadre } from '../factory';
import { call } from '../support/house';
import { approvedLeave, aSite, checkIn, inAWorld, noonOf, TODAY, world, yearOf } from './weeks';

inAWorld();

const weekOf = async (cadre: MadeCadre, monday: string, now?: Date) =>
  (await yearOf(cadre, { year: 2026 }, now)).weeks.find((week) => week.monday === monday);

async function aCadre(wish: Partial<Parameters<typeof world.factory.aCadre>[0]> = {}): Promise<MadeCadre> {
  const cadre = world.factory.aCadre({ org: world.orgs.nanhai, ...wish });
  await world.factory.save();
  return cadre;
}

describe('D4.3 one’s own year', () => {
  it('says how each week stands up to this one, each with what its sentence needs', async () => {
    const cadre = await aCadre();
    const site = await aSite(world.orgs.foshan);
    await checkIn(cadre, site, '2026-11-18');
    await checkIn(cadre, await aSite(world.orgs.foshan), '2026-11-18');
    await checkIn(cadre, site, '2026-11-12', 'unconfirmed');
    await checkIn(cadre, site, '2026-11-05', 'refused');
    const { today, year, asked, weeks } = await yearOf(cadre);
    expect({ today, year, asked }).toEqual({ today: TODAY, year: 2026, asked: true });
    expect(weeks).toHaveLength(48);
    expect(weeks.slice(-4)).toMatchObject([
      { monday: '2026-11-02', quarter: '2026-10-01', state: 'notMet', confirmed: [], waiting: [] },
      { monday: '2026-11-09', state: 'unconfirmed', waiting: ['2026-11-12'] },
      { monday: '2026-11-16', state: 'met', confirmed: ['2026-11-18'] },
      { monday: '2026-11-23', state: 'owed', wanted: 1, working: expect.arrayContaining(['2026-11-27']) as unknown },
    ]);
    // The week of the Spring Festival, and the one with the make-up Saturday
    expect(weeks.find(({ monday }) => monday === '2026-02-16')).toMatchObject({ state: 'exempt', working: [] });
    expect(weeks.find(({ monday }) => monday === '2026-10-05')).toMatchObject({
      working: ['2026-10-08', '2026-10-09', '2026-10-10'],
    });
  });

  it('C1, D10.4 a day counts whatever the post, and nothing is asked before the post that leads, nor of a part-time one', async () => {
    const before = await aCadre({ org: world.orgs.nanhai, from: '2026-03-02', until: '2026-09-30' });
    const cadre = await aCadre({ org: world.orgs.guangzhou, person: before, from: '2026-09-30' });
    await checkIn(before, await aSite(world.orgs.foshan), '2026-09-29');
    const { weeks } = await yearOf(cadre);
    expect(weeks[0]?.monday).toBe('2026-03-02');
    expect(weeks.find(({ monday }) => monday === '2026-09-28')).toMatchObject({ state: 'met', outside: 0 });
    const partTime = await aCadre({ service: 'partTime' });
    expect(await yearOf(partTime)).toMatchObject({ asked: false, weeks: [] });
    const township = await aCadre({ org: world.orgs.shishan });
    expect(await yearOf(township)).toMatchObject({ asked: false, weeks: [] });
  });

  it('D1.2, D10.4 an organisation that has begun to lead asks from that day on', async () => {
    const { factory, db, orgs } = world;
    const org = await factory.anOrg({ parent: orgs.province, level: 'unit', name: '省直团工委' });
    await db.kysely.insertInto('leading_organ').values({ org_id: org.id, from_day: '2026-11-13' }).execute();
    const cadre = await aCadre({ org });
    const { asked, weeks } = await yearOf(cadre);
    expect(asked).toBe(true);
    expect(weeks[0]).toMatchObject({ monday: '2026-11-09', working: ['2026-11-13'], outside: 4 });
  });

  it('C17 leave that is approved afterwards makes its week exempt, and one that is only asked for does not', async () => {
    const cadre = await aCadre();
    const by = world.factory.anAdministrator({ org: world.orgs.nanhai });
    await world.factory.save();
    await call(
      world.house,
      cadre,
      'grassrootsDay.askLeave',
      {
        from: '2026-11-09',
        until: '2026-11-13',
        requestId: '01976d00-0000-7000-8000-000000000001',
      },
      { now: noonOf(TODAY) },
    );
    expect(await weekOf(cadre, '2026-11-09')).toMatchObject({ state: 'notMet', onLeave: 0 });
    await approvedLeave(cadre, by, '2026-11-16', '2026-11-20');
    expect(await weekOf(cadre, '2026-11-16')).toMatchObject({ state: 'exempt', onLeave: 5, working: [] });
    await approvedLeave(cadre, by, '2026-11-02', '2026-11-05');
    expect(await weekOf(cadre, '2026-11-02')).toMatchObject({ state: 'notMet', onLeave: 4, working: ['2026-11-06'] });
  });

  it('D10.3 a year that is not published exempts nobody, and is judged once it is', async () => {
    const cadre = await aCadre();
    const now = noonOf('2027-01-13');
    const { year, weeks } = await yearOf(cadre, {}, now);
    expect(year).toBe(2027);
    expect(weeks.map(({ monday, state }) => [monday, state])).toEqual([
      ['2027-01-04', 'calendarMissing'],
      ['2027-01-11', 'calendarMissing'],
    ]);
    expect(await weekOf(cadre, '2026-12-28', now)).toMatchObject({ state: 'calendarMissing', quarter: '2026-10-01' });
    await checkIn(cadre, await aSite(world.orgs.foshan), '2027-01-05');
    expect((await yearOf(cadre, {}, now)).weeks[0]).toMatchObject({ state: 'met' });
  });

  it('names the places where one was, once each, the last one first', async () => {
    const cadre = await aCadre();
    const [first, second, third] = [
      await aSite(world.orgs.foshan, '罗村青少年服务台'),
      await aSite(world.orgs.foshan, '大沥五金园区'),
      await aSite(world.orgs.foshan, '桂城青年之家'),
    ];
    await checkIn(cadre, first, '2026-10-10');
    await checkIn(cadre, first, '2026-11-10');
    await checkIn(cadre, second, '2026-11-11', 'unconfirmed');
    await checkIn(cadre, third, '2026-11-12', 'refused');
    await checkIn(cadre, third, '2025-06-12');
    expect((await yearOf(cadre)).sites).toMatchObject([
      { siteId: second, name: '大沥五金园区', orgName: '佛山市委', days: 1, last: '2026-11-11' },
      { siteId: first, kind: 'servicePlatform', days: 2, last: '2026-11-10' },
    ]);
    expect((await yearOf(cadre, { year: 2025 })).sites).toMatchObject([{ siteId: third, days: 1 }]);
  });
});

it('D2.8 a day at the grass roots that counts is a day among youths, once with a meeting on it', async () => {
  const cadre = await aCadre();
  const site = await aSite(world.orgs.foshan);
  await checkIn(cadre, site, '2026-11-18');
  await checkIn(cadre, site, '2026-11-22');
  await checkIn(cadre, site, '2026-11-19', 'unconfirmed');
  await checkIn(cadre, site, '2026-09-30');
  const { amongYouths } = await call(world.house, cadre, 'contactLog.quarter', {}, { now: noonOf(TODAY) });
  expect(quarterOf(TODAY).from).toBe('2026-10-01');
  expect(amongYouths).toMatchObject({ days: 2, onWorkingDays: 1 });
});
