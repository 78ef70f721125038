import { isWorkday } from 'chinese-days';
import { daysAfter, isWorkingDay } from '../../cloudfunctions/api/kernel/calendar';
import { workYears } from '../../cloudfunctions/api/kernel/workYears';
import { aWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

it('D10.3 every day of a year that is known is what the published calendar says', async () => {
  const years = await workYears(world.db.kysely, { from: '2016-01-01', until: '2100-12-31' });
  expect(years.map(({ year }) => year)).toEqual(expect.arrayContaining([2025, 2026]));
  for (const { year, off, worked } of years) {
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = daysAfter(day, 1))
      expect([day, isWorkingDay(day, years)]).toEqual([day, isWorkday(day)]);
    for (const day of [...off, ...worked]) expect(day.slice(0, 4)).toBe(String(year));
  }
});

it('D10.3 only the years of a span are asked for, and one that is not published is not there', async () => {
  const known = async (from: string, until: string) =>
    (await workYears(world.db.kysely, { from, until })).map(({ year }) => year).sort();
  expect(await known('2025-12-30', '2026-01-02')).toEqual([2025, 2026]);
  expect(await known('2026-05-01', '2026-06-01')).toEqual([2026]);
  expect(await known('2099-01-01', '2099-02-01')).toEqual([]);
});
