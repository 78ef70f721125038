import { sql } from 'kysely';
import type { MadePerson } from '../factory';
import { call, rid } from '../support/house';
import { readNotice } from '../../cloudfunctions/api/grassrootsDay/rules/notice';
import { allAtOnce, outcomes } from '../support/barrier';
import { inAWorld, noonOf, world, yearOf } from './weeks';
import { NOTICE_2027, NOTICES } from './notices';

inAWorld();

let province: MadePerson;
let city: MadePerson;

beforeAll(async () => {
  province = world.factory.anAdministrator({ org: world.orgs.province, name: '黎咏诗' });
  city = world.factory.anAdministrator({ org: world.orgs.foshan });
  await world.factory.save();
});

const load = (who: MadePerson, year: number, notice: string, dryRun = false, requestId = rid()) =>
  call(world.house, who, 'grassrootsDay.loadCalendar', { year, notice, dryRun, requestId });
const known = (who: MadePerson) => call(world.house, who, 'grassrootsDay.calendar', {});
const loads = async (year: number) =>
  (
    await sql<{ was: string[] | null; by: string }>`
    select was_off::text[] as was, loaded_by as by from work_year_load where year = ${year} order by id`.execute(
      world.db.kysely,
    )
  ).rows;

it('D10.3 the years that came with the program are what their notices say', async () => {
  const { rows } = await sql<{ year: number; off: string[]; worked: string[] }>`
    select year, off::text[] as off, worked::text[] as worked from work_year order by year`.execute(world.db.kysely);
  const read = Object.entries(NOTICES).map(([year, notice]) => ({
    year: Number(year),
    ...readNotice(notice, Number(year)),
  }));
  expect(rows).toEqual(read);
});

describe('D10.3 a year is loaded', () => {
  it('said beforehand without being written, then known to everybody, and open weeks are judged anew', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const now = noonOf('2027-02-18');
    const states = async () => (await yearOf(cadre, { year: 2027 }, now)).weeks.map(({ state }) => state);
    expect(new Set(await states())).toEqual(new Set(['calendarMissing']));
    const said = await load(province, 2027, NOTICE_2027, true);
    expect(said).toMatchObject({
      year: 2027,
      replaces: false,
      loaded: false,
      worked: expect.arrayContaining(['2027-02-13']) as unknown,
    });
    expect((await known(city)).years.map(({ year }) => year)).not.toContain(2027);
    expect(await load(province, 2027, NOTICE_2027)).toEqual({ ...said, loaded: true });
    expect(await known(province)).toMatchObject({
      years: [{ year: 2027, by: '黎咏诗' }, { year: 2026, by: null }, {}, {}],
      mayLoad: true,
    });
    expect(await states()).toEqual(['notMet', 'notMet', 'notMet', 'notMet', 'notMet', 'notMet', 'owed']);
  });

  it('D8.1 once for a request; loaded again, what was known before stays to be seen', async () => {
    const requestId = rid();
    const first = await load(province, 2026, NOTICES[2026] ?? '', false, requestId);
    expect(first.replaces).toBe(true);
    expect(await load(province, 2026, NOTICES[2026] ?? '', false, requestId)).toEqual(first);
    const before = await loads(2026);
    expect(before).toMatchObject([{ by: province.personId }]);
    const corrected = (NOTICES[2026] ?? '').replace(
      '9月25日（周五）至27日（周日）放假，共3天',
      '9月25日（周五）至28日（周一）放假，共4天',
    );
    await load(province, 2026, corrected);
    const [, second] = await loads(2026);
    expect(second?.was).toEqual(first.off);
    expect((await known(province)).years.find(({ year }) => year === 2026)?.off).toContain('2026-09-28');
    await load(province, 2026, NOTICES[2026] ?? '');
  });

  it('C4 two at once: both are kept, one after the other', async () => {
    const results = await allAtOnce(
      world,
      [() => load(province, 2025, NOTICES[2025] ?? ''), () => load(province, 2025, NOTICES[2025] ?? '')],
      'work_year',
    );
    expect(outcomes(results)).toEqual(['ok', 'ok']);
    expect(await loads(2025)).toHaveLength(2);
  });

  it('names the line that cannot be read, and writes nothing', async () => {
    await expect(load(province, 2028, NOTICE_2027)).rejects.toMatchObject({
      code: 'CALENDAR_UNREADABLE',
      data: { rule: 'D10.3', line: '国务院办公厅关于2027年部分节假日安排的通知' },
    });
    await expect(load(province, 2027, '一、元旦：放假。')).rejects.toMatchObject({
      data: { line: '一、元旦：放假。' },
    });
    expect(await loads(2028)).toEqual([]);
  });
});

describe('D1.5 who loads a year', () => {
  it('an administrator of the province alone; others see what is known', async () => {
    expect(await known(city)).toMatchObject({ mayLoad: false });
    const cadre = world.factory.aCadre({ org: world.orgs.province });
    await world.factory.save();
    for (const who of [city, cadre])
      for (const dryRun of [true, false])
        await expect(load(who, 2029, NOTICE_2027, dryRun)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await expect(known(cadre)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    expect((await known(city)).years.map(({ by }) => by)).not.toContain('黎咏诗');
  });
});
