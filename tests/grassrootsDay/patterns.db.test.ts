import { sql } from 'kysely';
import { policy } from '../../config/policy';
import { dayOf, daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { Database } from '../../cloudfunctions/api/kernel/db';
import { lookAtDay } from '../../cloudfunctions/clock/jobs/patterns';
import { watchStatements } from '../../local/bench/statements';
import { asClock } from '../clock/clock';
import type { MadeCadre, MadeOrg, MadePerson } from '../factory';
import { call, rid } from '../support/house';
import { aCadre, after, anAdmin, aPlace, at, checkIn, codeOf, DAY, inAWorld, NOON, refused, scan, world } from './days';

inAWorld();

let clock: Database;
beforeAll(() => {
  clock = asClock(world);
});
afterAll(() => clock.end());
beforeEach(async () => {
  await world.db.kysely.deleteFrom('pattern').execute();
  await world.db.kysely.deleteFrom('check_in').execute();
  await world.db.kysely.deleteFrom('grassroots_day').execute();
});

const { sameStepFrom, togetherFrom, lookedAtAfterDays, explainDays } = policy.grassrootsDay.patterns;
const lookedAtOn = (day: string): Date => at('03:00:00', daysAfter(day, lookedAtAfterDays));
const look = (day = DAY) => lookAtDay({ db: clock, now: lookedAtOn(day) });

const own = async (who: MadePerson, now = lookedAtOn(DAY), open?: true) =>
  (await call(world.house, who, 'grassrootsDay.patterns', { ...(open && { open }) }, { now })).items;
const below = async (who: MadePerson, org: MadeOrg, now = lookedAtOn(DAY)) =>
  (await call(world.house, who, 'grassrootsDay.patternsOf', { orgId: org.id }, { now })).items;
const explain = (who: MadePerson, patternId: string) =>
  call(world.house, who, 'grassrootsDay.explain', { patternId, explanation: 'together', requestId: rid() });

/** As many cadres as are asked about, all on one step of one site's code. */
async function aCrowd(n: number = sameStepFrom): Promise<MadeCadre[]> {
  const place = await aPlace(world.orgs.shishan);
  const text = await codeOf(place);
  const cadres = await Promise.all(Array.from({ length: n }, () => aCadre()));
  for (const [i, cadre] of cadres.entries()) await checkIn(cadre, { text }, after(NOON, i));
  return cadres;
}

describe('D4.2 what looks odd in check-ins', () => {
  it('many on one step of a code are asked about, each, once', async () => {
    const cadres = await aCrowd();
    expect(await look()).toEqual({ finished: true, counts: { noted: cadres.length } });
    expect(await look()).toEqual({ finished: true, counts: { noted: 0 } });
    for (const cadre of cadres)
      expect(await own(cadre)).toMatchObject([
        { kind: 'sameStep', day: DAY, figure: cadres.length - 1, explanation: null, sites: [expect.any(String)] },
      ]);
  });

  it('one fewer is nothing, nor is a day looked at of which something may arrive', async () => {
    await aCrowd(sameStepFrom - 1);
    expect(await look()).toMatchObject({ counts: { noted: 0 } });
    await aCrowd();
    expect(await look(daysAfter(DAY, -1))).toMatchObject({ counts: { noted: 0 } });
  });

  it('the same two, always together to the second, are both asked about once there are enough days', async () => {
    const [place, one, other, third] = [
      await aPlace(world.orgs.shishan),
      await aCadre(),
      await aCadre(),
      await aCadre(),
    ];
    const dayBack = (n: number) => daysAfter(DAY, -7 * n);
    for (let n = togetherFrom - 1; n >= 0; n--) {
      const moment = at('10:00:00', dayBack(n));
      await scan(one, place, moment);
      await scan(other, place, moment, after(moment, 3));
      await scan(third, place, moment, after(moment, 60));
      const noted = n === 0 ? 2 : 0;
      expect(await look(dayBack(n))).toMatchObject({ counts: { noted } });
    }
    expect(await own(one)).toMatchObject([{ kind: 'together', figure: togetherFrom }]);
    expect(await own(other)).toMatchObject([{ kind: 'together', figure: togetherFrom }]);
    expect(await own(third)).toEqual([]);
  });

  it('sites of a day too far apart', async () => {
    const foshan = await aPlace(world.orgs.shishan, { position: { latitude: 23.02, longitude: 113.12 } });
    const shaoguan = await aPlace(world.orgs.shishan, { position: { latitude: 24.81, longitude: 113.6 } });
    const cadre = await aCadre();
    await scan(cadre, foshan, NOON);
    await scan(cadre, shaoguan, after(NOON, 1800));
    expect(await look()).toMatchObject({ counts: { noted: 1 } });
    const [found] = await own(cadre);
    expect(found).toMatchObject({ kind: 'tooFar' });
    expect(new Set(found?.sites)).toEqual(new Set([foshan.site.name, shaoguan.site.name]));
    expect(found?.figure).toBeGreaterThan(400);
  });

  it('D10.2 a day on which the timer did not come is looked at when it comes again, and once', async () => {
    const foshan = await aPlace(world.orgs.shishan, { position: { latitude: 23.02, longitude: 113.12 } });
    const shaoguan = await aPlace(world.orgs.shishan, { position: { latitude: 24.81, longitude: 113.6 } });
    const cadre = await aCadre();
    await scan(cadre, foshan, NOON);
    await scan(cadre, shaoguan, after(NOON, 1800));
    expect(await look(daysAfter(DAY, -1))).toMatchObject({ counts: { noted: 0 } });
    expect(await look(daysAfter(DAY, 3))).toMatchObject({ counts: { noted: 1 } });
    expect(await look(daysAfter(DAY, 4))).toMatchObject({ counts: { noted: 0 } });
    expect(await own(cadre)).toMatchObject([{ kind: 'tooFar', day: DAY }]);
  });

  it('D10.2 but not sites of which the codes were scanned hours apart, though both arrived at once', async () => {
    const foshan = await aPlace(world.orgs.shishan, { position: { latitude: 23.02, longitude: 113.12 } });
    const shaoguan = await aPlace(world.orgs.shishan, { position: { latitude: 24.81, longitude: 113.6 } });
    const [cadre, evening] = [await aCadre(), at('18:00:00')];
    await scan(cadre, foshan, at('09:00:00'), evening);
    await scan(cadre, shaoguan, at('15:00:00'), after(evening, 1));
    expect(await look()).toMatchObject({ counts: { noted: 0 } });
  });

  it('many pairs take as many statements as one', async () => {
    const watched = asClock(world);
    let statements = 0;
    watchStatements(watched.pool, () => (statements += 1));
    const statementsFor = async (places: number) => {
      for (let n = 0; n < places; n += 1) {
        const place = await aPlace(world.orgs.shishan);
        for (const seconds of [0, 2]) await scan(await aCadre(), place, NOON, after(NOON, seconds));
      }
      statements = 0;
      await lookAtDay({ db: watched, now: lookedAtOn(DAY) });
      return statements;
    };
    const one = await statementsFor(1);
    expect(await statementsFor(5)).toBe(one);
    await watched.end();
  });

  it('nothing that counts changes: it is no penalty', async () => {
    const days = () => sql`select * from grassroots_day order by post_id, day`.execute(world.db.kysely);
    await aCrowd();
    const before = await days();
    await look();
    expect((await days()).rows).toEqual(before.rows);
  });
});

describe('D4.2 who sees it', () => {
  it('the cadre first; the organisation with the answer, or when the cadre’s days are over', async () => {
    const [cadre, silent] = (await aCrowd()) as [MadeCadre, MadeCadre];
    const admin = await anAdmin(world.orgs.nanhai);
    await look();
    expect(await below(admin, world.orgs.nanhai)).toEqual([]);
    const [pattern] = await own(cadre);
    await explain(cadre, pattern?.patternId ?? '');
    expect(await below(admin, world.orgs.nanhai)).toMatchObject([{ cadreName: cadre.name, explanation: 'together' }]);
    expect(await own(cadre, undefined, true)).toEqual([]);
    const lastDay = daysAfter(dayOf(lookedAtOn(DAY)), explainDays);
    expect(await below(admin, world.orgs.nanhai, at('12:00:00', lastDay))).toHaveLength(1);
    const later = await below(admin, world.orgs.nanhai, at('12:00:00', daysAfter(lastDay, 1)));
    expect(later).toHaveLength(sameStepFrom);
    expect(later.find(({ cadreName }) => cadreName === silent.name)).toMatchObject({ explanation: null });
  });

  it('not another cadre, a sibling’s administrator, or whom the cadre is not below', async () => {
    const [cadre] = (await aCrowd()) as [MadeCadre];
    const [other, sibling, above] = [
      await aCadre(),
      await anAdmin(world.orgs.guangzhou),
      await anAdmin(world.orgs.province),
    ];
    await look();
    const [pattern] = await own(cadre);
    const patternId = pattern?.patternId ?? '';
    await expect(explain(other, patternId)).rejects.toEqual(refused('PATTERN_NOT_FOUND'));
    await expect(below(sibling, world.orgs.nanhai)).rejects.toEqual(refused('OUT_OF_SCOPE'));
    await expect(below(other, world.orgs.nanhai)).rejects.toEqual(refused('OUT_OF_SCOPE'));
    await explain(cadre, patternId);
    expect(await below(sibling, world.orgs.guangzhou)).toEqual([]);
    expect(await below(above, world.orgs.province)).toMatchObject([{ patternId }]);
  });
});
