import { dayOf } from '../../cloudfunctions/api/kernel/calendar';
import type { MadePerson } from '../factory';
import { call, rid } from '../support/house';
import {
  aCadre,
  aPlace,
  act,
  after,
  anAdmin,
  answer,
  counted,
  DAY,
  days,
  inAWorld,
  NOON,
  refused,
  scan,
  wait,
  waitingAt,
  waitingOf,
  world,
} from './days';

inAWorld();

const visitors = async (who: MadePerson, siteId: string, day?: string) =>
  (await call(world.house, who, 'grassrootsDay.visitors', { siteId, ...(day && { day }) }, { now: NOON })).items;

describe('D8.2 somebody says so', () => {
  it('C15 the site’s contact, nine days later: the day counts on its own date', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const { checkInId } = await wait(cadre, place);
    expect(await waitingAt(place.contact, place, after(NOON, 9 * 86_400))).toMatchObject([
      { checkInId, cadreName: cadre.name, orgName: '南海区团委', day: DAY, because: 'noCode' },
    ]);
    expect(await answer(place.contact, [checkInId], true, after(NOON, 9 * 86_400))).toEqual({
      answered: 1,
      answeredBefore: 0,
    });
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 1, unconfirmed: 0 }]);
    expect(await days(cadre)).toMatchObject([{ state: 'confirmed', answeredBy: 'contact', reason: null }]);
  });

  it('an administrator of the cadre’s organisation, or of one above, wherever the site is', async () => {
    for (const org of [world.orgs.nanhai, world.orgs.foshan, world.orgs.province]) {
      const [place, cadre, admin] = [await aPlace(world.orgs.guangzhou), await aCadre(), await anAdmin(org)];
      const { checkInId } = await wait(cadre, place);
      expect((await waitingOf(admin, org)).map((row) => row.checkInId)).toContain(checkInId);
      await answer(admin, [checkInId]);
      expect(await days(cadre)).toMatchObject([{ state: 'confirmed', answeredBy: 'administrator' }]);
    }
  });

  it('a refusal says why to the cadre, counts for nothing, and is raised by a live code', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const { checkInId } = await wait(cadre, place);
    await answer(place.contact, [checkInId], false);
    expect(await days(cadre)).toMatchObject([{ state: 'refused', reason: '那天没有来', answeredBy: 'contact' }]);
    expect(await counted(cadre)).toEqual([]);
    expect(await wait(cadre, place)).toMatchObject({ checkInId, state: 'refused' });
    expect(await scan(cadre, place)).toMatchObject({ checkInId, state: 'confirmed', reason: null, answeredBy: null });
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 1, unconfirmed: 0 }]);
  });

  it('a refusal without a reason is none', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const { checkInId } = await wait(cadre, place);
    for (const reason of [null, ' ']) {
      const input = { checkInIds: [checkInId], confirmed: false, reason, requestId: rid() };
      await expect(call(world.house, place.contact, 'grassrootsDay.answerDays', input)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    }
  });

  it('in bulk: what was answered meanwhile stays as it was answered first, and the same request answers the same', async () => {
    const [place, one, two] = [await aPlace(world.orgs.shishan), await aCadre(), await aCadre()];
    const [first, second] = [await wait(one, place), await wait(two, place)];
    await answer(place.contact, [first.checkInId], false);
    const input = {
      checkInIds: [first.checkInId, second.checkInId, second.checkInId],
      confirmed: true,
      reason: null,
      requestId: rid(),
    };
    const done = { answered: 1, answeredBefore: 1 };
    expect(await call(world.house, place.contact, 'grassrootsDay.answerDays', input)).toEqual(done);
    expect(await call(world.house, place.contact, 'grassrootsDay.answerDays', input)).toEqual(done);
    expect(await days(one)).toMatchObject([{ state: 'refused' }]);
    expect(await days(two)).toMatchObject([{ state: 'confirmed' }]);
  });

  it('nobody is answered when one of them is not there for who answers', async () => {
    const [place, other, cadre] = [await aPlace(world.orgs.shishan), await aPlace(world.orgs.shishan), await aCadre()];
    const [mine, theirs] = [await wait(cadre, place), await wait(cadre, other)];
    await expect(answer(place.contact, [mine.checkInId, theirs.checkInId])).rejects.toEqual(
      refused('CHECK_IN_NOT_FOUND'),
    );
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 0, unconfirmed: 2 }]);
  });

  it('what was undone is there for nobody', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const { checkInId } = await wait(cadre, place);
    await act(cadre, 'undoCheckIn', checkInId);
    expect(await waitingAt(place.contact, place)).toEqual([]);
    await expect(answer(place.contact, [checkInId])).rejects.toEqual(refused('CHECK_IN_NOT_FOUND'));
  });
});

describe('D8.2 and nobody else', () => {
  it('neither a stranger, a colleague, a former contact, another’s contact, nor an administrator beside or below', async () => {
    const [place, other, cadre] = [await aPlace(world.orgs.shishan), await aPlace(world.orgs.shishan), await aCadre()];
    const { checkInId } = await wait(cadre, place);
    const former = await aPlace(world.orgs.shishan);
    const below = await anAdmin(world.orgs.shishan);
    await call(world.house, below, 'grassrootsDay.endContact', { siteId: former.site.siteId, requestId: rid() });
    const there = await wait(cadre, former);
    const youth = world.factory.aYouth();
    await world.factory.save();
    const wrong = [youth, await aCadre(), other.contact, below, await anAdmin(world.orgs.chancheng)];
    for (const who of wrong) await expect(answer(who, [checkInId])).rejects.toEqual(refused('CHECK_IN_NOT_FOUND'));
    await expect(answer(former.contact, [there.checkInId])).rejects.toEqual(refused('CHECK_IN_NOT_FOUND'));
    for (const who of [...wrong, former.contact, cadre]) {
      await expect(visitors(who, place.site.siteId)).rejects.toEqual(refused('SITE_NOT_FOUND'));
      await expect(waitingAt(who, place)).rejects.toEqual(refused('SITE_NOT_FOUND'));
      await expect(waitingOf(who, world.orgs.nanhai)).rejects.toEqual(refused('OUT_OF_SCOPE'));
    }
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 0, unconfirmed: 2 }]);
  });

  it('never one’s own, as administrator either, and nothing else with it', async () => {
    const [place, cadre, colleague] = [await aPlace(world.orgs.shishan), await aCadre(), await aCadre()];
    world.factory.anAdministrator({ org: world.orgs.nanhai, person: cadre });
    await world.factory.save();
    const [own, theirs] = [await wait(cadre, place), await wait(colleague, place)];
    const listed = (await waitingOf(cadre, world.orgs.nanhai)).map(({ checkInId }) => checkInId);
    expect(listed).toContain(theirs.checkInId);
    expect(listed).not.toContain(own.checkInId);
    await expect(answer(cadre, [theirs.checkInId, own.checkInId])).rejects.toEqual(refused('CHECK_IN_OWN'));
    expect(await counted(colleague)).toEqual([{ day: DAY, confirmed: 0, unconfirmed: 1 }]);
  });
});

describe('D4.2 lists for who answers', () => {
  it('with the visitors of a day, how many of earlier days wait, one’s own left out', async () => {
    const contact = await aCadre();
    const [place, one, two] = [await aPlace(world.orgs.shishan, { contact }), await aCadre(), await aCadre()];
    const elsewhere = await aPlace(world.orgs.shishan);
    const { checkInId } = await wait(one, place);
    await wait(two, place, after(NOON, 86_400));
    await scan(two, place);
    await wait(contact, place);
    await wait(one, elsewhere);
    const undoer = await aCadre();
    const undone = await wait(undoer, place);
    await act(undoer, 'undoCheckIn', undone.checkInId);
    const earlier = async (day: string) => {
      const asked = { siteId: place.site.siteId, day };
      return (await call(world.house, place.contact, 'grassrootsDay.visitors', asked, { now: NOON })).earlier;
    };
    expect(await earlier(DAY)).toBe(0);
    expect(await earlier(dayOf(after(NOON, 86_400)))).toBe(1);
    expect(await earlier(dayOf(after(NOON, 2 * 86_400)))).toBe(2);
    await answer(place.contact, [checkInId], true, after(NOON, 60));
    expect(await earlier(dayOf(after(NOON, 2 * 86_400)))).toBe(1);
  });

  it('the visitors of a day, those that wait first', async () => {
    const [place, one, two] = [await aPlace(world.orgs.shishan), await aCadre(), await aCadre(world.orgs.guangzhou)];
    await scan(one, place);
    await wait(two, place, after(NOON, 60));
    expect(await visitors(place.contact, place.site.siteId)).toMatchObject([
      { cadreName: two.name, orgName: '广州市委', state: 'unconfirmed' },
      { cadreName: one.name, orgName: '南海区团委', state: 'confirmed', because: null },
    ]);
    expect(await visitors(place.contact, place.site.siteId, '2026-11-18')).toEqual([]);
    const ownSites = async () =>
      (await call(world.house, place.contact, 'grassrootsDay.ownSites', {}, { now: NOON })).items;
    expect(await ownSites()).toMatchObject([{ siteId: place.site.siteId, waiting: 1, today: 2 }]);
    const { checkInId } = await wait(await aCadre(), place);
    expect(await ownSites()).toMatchObject([{ waiting: 2, today: 3 }]);
    await answer(place.contact, [checkInId], false);
    expect(await ownSites()).toMatchObject([{ waiting: 1, today: 2 }]);
  });

  it('page by cursor, the oldest first', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre(world.orgs.chancheng)];
    for (let n = 0; n < 35; n += 1)
      world.factory.aCheckIn({
        cadre,
        site: place.site,
        at: after(NOON, -n * 86_400),
        state: 'unconfirmed',
        because: 'noCode',
      });
    await world.factory.save();
    const admin = await anAdmin(world.orgs.chancheng);
    for (const [who, of] of [
      [place.contact, { siteId: place.site.siteId }],
      [admin, { orgId: world.orgs.chancheng.id }],
    ] as const) {
      const first = await call(world.house, who, 'grassrootsDay.waitingDays', { of });
      const rest = await call(world.house, who, 'grassrootsDay.waitingDays', { of, cursor: first.next ?? '' });
      const all = [...first.items, ...rest.items].map(({ day }) => day);
      expect(first.items).toHaveLength(30);
      expect(rest.next).toBeNull();
      expect(all).toEqual([...all].sort());
      expect(new Set(all).size).toBe(35);
    }
    const mine = await call(world.house, cadre, 'grassrootsDay.days', { until: DAY }, { now: NOON });
    const older = await call(world.house, cadre, 'grassrootsDay.days', { until: DAY, cursor: mine.next ?? '' });
    expect(mine.items[0]).toMatchObject({ day: DAY });
    expect([mine.items.length, older.items.length, older.next]).toEqual([30, 5, null]);
  });
});
