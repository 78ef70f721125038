import { uuidv7 } from 'uuidv7';
import { claimed } from '../org/inviting';
import { call, rid } from '../support/house';
import { liveCode, standingCode } from '../support/world';
import {
  aCadre,
  aPlace,
  act,
  after,
  anAdmin,
  answer,
  at,
  checkIn,
  codeOf,
  counted,
  DAY,
  days,
  inAWorld,
  NOON,
  note,
  preview,
  printedOf,
  refused,
  scan,
  wait,
  waitingAt,
  waitingOf,
  world,
} from './days';

inAWorld();

describe('D4.2 checking in', () => {
  it('by a live code it is confirmed at once, and counts', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const text = await codeOf(place);
    expect(await preview(cadre, { text })).toEqual({
      site: expect.objectContaining({ siteId: place.site.siteId, name: place.site.name }) as unknown,
      day: DAY,
      state: 'confirmed',
      because: null,
      already: null,
      location: null,
    });
    expect(await checkIn(cadre, { text })).toMatchObject({
      day: DAY,
      state: 'confirmed',
      because: null,
      answeredBy: null,
      clock: 'step',
      undoUntil: after(NOON, 60).toISOString(),
    });
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 1, unconfirmed: 0 }]);
  });

  it('C13 a code of Sunday, seconds before midnight, that arrives on Monday is of Sunday', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const shown = at('23:59:50', '2026-11-22');
    const done = await scan(cadre, place, shown, after(shown, 5 * 60));
    const step = at('23:59:30', '2026-11-22').toISOString();
    expect(done).toMatchObject({ day: '2026-11-22', state: 'confirmed', clock: 'step', at: step });
    // D10.2 When it is taken back at the latest is a matter of its arrival.
    expect(done.undoUntil).toBe(after(shown, 6 * 60).toISOString());
    expect(await counted(cadre)).toEqual([{ day: '2026-11-22', confirmed: 1, unconfirmed: 0 }]);
  });

  it('C14 a screenshot of the code, sent to a friend: later than 15 minutes it waits, later than a day it is nothing', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const text = await codeOf(place);
    await expect(checkIn(cadre, { text }, after(NOON, 24 * 3600 + 1))).rejects.toEqual(
      refused('CHECK_IN_TOO_LATE', { hours: 24 }),
    );
    await expect(checkIn(cadre, { text }, after(NOON, -1))).rejects.toEqual(refused('CODE_AHEAD'));
    expect(await checkIn(cadre, { text }, after(NOON, 20 * 3600))).toMatchObject({
      day: DAY,
      state: 'unconfirmed',
      because: 'late',
    });
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 0, unconfirmed: 1 }]);
  });

  it('by the printed code, and by the site alone, it waits and is of the day of its arrival (D10.2)', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const printed = await checkIn(cadre, { text: await printedOf(place) });
    expect(printed).toMatchObject({ day: DAY, state: 'unconfirmed', because: 'standing', clock: 'arrival' });
    const other = await aPlace(world.orgs.nanhai);
    expect(await wait(cadre, other)).toMatchObject({ state: 'unconfirmed', because: 'noCode', clock: 'arrival' });
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 0, unconfirmed: 2 }]);
  });

  it('C18 two sites on one day are one day; the same site again is the same check-in, which a live code confirms', async () => {
    const [place, other, cadre] = [await aPlace(world.orgs.shishan), await aPlace(world.orgs.nanhai), await aCadre()];
    const first = await wait(cadre, place);
    expect(await wait(cadre, place, after(NOON, 60))).toMatchObject({ checkInId: first.checkInId, at: first.at });
    expect(await preview(cadre, { text: await codeOf(place) })).toMatchObject({
      already: { checkInId: first.checkInId },
    });
    const raised = await scan(cadre, place, after(NOON, 120));
    expect(raised).toMatchObject({ checkInId: first.checkInId, state: 'confirmed', because: null, clock: 'step' });
    await scan(cadre, other, after(NOON, 3600));
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 2, unconfirmed: 0 }]);
    expect(await days(cadre)).toHaveLength(2);
  });

  it('C18 one stay over midnight is two days with a check-in on each', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    await scan(cadre, place, at('23:50:00'));
    await scan(cadre, place, at('00:10:00', '2026-11-20'));
    expect((await counted(cadre)).map(({ day }) => day)).toEqual([DAY, '2026-11-20']);
  });

  it('C4 the same request again answers the same, also when the code is old', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const input = { where: { text: await codeOf(place) }, location: null, requestId: rid() };
    const first = await call(world.house, cadre, 'grassrootsDay.checkIn', input, { now: NOON });
    const again = await call(world.house, cadre, 'grassrootsDay.checkIn', input, { now: after(NOON, 3 * 86_400) });
    expect(again).toMatchObject({ checkInId: first.checkInId, day: first.day });
    const another = await aPlace(world.orgs.nanhai);
    const reused = { ...input, where: { text: await codeOf(another) } };
    await expect(call(world.house, cadre, 'grassrootsDay.checkIn', reused, { now: NOON })).rejects.toEqual(
      refused('REQUEST_REUSED'),
    );
  });

  it('D10.4 is of the post that the cadre held on the day', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre(world.orgs.nanhai, { until: '2026-11-23' })];
    await world.factory.save();
    const shown = at('23:59:50', '2026-11-22');
    world.factory.aCadre({ org: world.orgs.chancheng, from: '2026-11-23', person: cadre });
    await world.factory.save();
    await scan(cadre, place, shown, after(shown, 60));
    const { org_id } = await world.db.kysely
      .selectFrom('check_in')
      .select('org_id')
      .where('cadre_id', '=', cadre.personId)
      .executeTakeFirstOrThrow();
    expect(org_id).toBe(world.orgs.nanhai.id);
  });
});

it('D10.4 somebody whose post has ended with the day: what was scanned on its last day is of it, and no other', async () => {
  const [place, former] = [await aPlace(world.orgs.shishan), await aCadre(world.orgs.nanhai, { until: '2026-11-20' })];
  const text = await codeOf(place, at('23:59:30'));
  const later = at('00:02:00', '2026-11-20');
  expect(await preview(former, { text }, later)).toMatchObject({ day: DAY, state: 'confirmed' });
  expect(await checkIn(former, { text }, later)).toMatchObject({ day: DAY, state: 'confirmed' });
  await expect(scan(former, place, later)).rejects.toEqual(refused('NOT_A_CADRE'));
  await expect(wait(former, place, later)).rejects.toEqual(refused('NOT_A_CADRE'));
  expect(await counted(former)).toEqual([{ day: DAY, confirmed: 1, unconfirmed: 0 }]);
});

describe('D4.2 what does not check anybody in', () => {
  it('a person’s code, a foreign one, one of no site, one with other digits', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const youth = world.factory.aYouth();
    await world.factory.save();
    for (const text of [await liveCode(world.house, youth), await standingCode(world.house, cadre)])
      await expect(checkIn(cadre, { text })).rejects.toEqual(refused('CODE_OF_PERSON'));
    await expect(checkIn(cadre, { text: 'https://elsewhere.example.org/x' })).rejects.toEqual(refused('CODE_FOREIGN'));
    await expect(checkIn(cadre, { text: 'SAAAAAAAAAAAAAAAAAAAAAA' })).rejects.toEqual(refused('CODE_UNKNOWN'));
    const text = (await codeOf(place)).replace(/\d{8}$/, (digits) =>
      digits.replace(/./g, (n) => String(9 - Number(n))),
    );
    await expect(checkIn(cadre, { text })).rejects.toEqual(refused('CODE_UNKNOWN'));
    await expect(checkIn(cadre, { siteId: uuidv7() })).rejects.toEqual(refused('SITE_NOT_FOUND'));
    expect(await counted(cadre)).toEqual([]);
  });

  it('and a site’s code makes no contact, and no meeting', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const text = await codeOf(place);
    const [input, now] = [{ text, requestId: rid() }, { now: NOON }];
    await expect(call(world.house, cadre, 'contact.preview', { text }, now)).rejects.toEqual(refused('CODE_OF_SITE'));
    await expect(call(world.house, cadre, 'contact.register', input, now)).rejects.toEqual(refused('CODE_OF_SITE'));
    await expect(call(world.house, cadre, 'contactLog.meet', input, now)).rejects.toEqual(refused('CODE_OF_SITE'));
  });

  it('the live digits of one site under the code of another', async () => {
    const [one, other, cadre] = [await aPlace(world.orgs.shishan), await aPlace(world.orgs.shishan), await aCadre()];
    const [digits] = /\.\d+\.\d{8}$/.exec(await codeOf(one)) ?? [];
    const text = (await codeOf(other)).replace(/\.\d+\.\d{8}$/, digits ?? '');
    await expect(checkIn(cadre, { text })).rejects.toEqual(refused('CODE_UNKNOWN'));
  });

  it('a code that was renewed, also the live one of before', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const [live, printed] = [await codeOf(place), await printedOf(place)];
    const { text } = await call(world.house, place.contact, 'grassrootsDay.renewSiteCode', {
      siteId: place.site.siteId,
      requestId: rid(),
    });
    expect(text).not.toBe(printed);
    await expect(checkIn(cadre, { text: live })).rejects.toEqual(refused('CODE_UNKNOWN'));
    await expect(checkIn(cadre, { text: printed })).rejects.toEqual(refused('CODE_UNKNOWN'));
    expect(await checkIn(cadre, { text })).toMatchObject({ because: 'standing' });
  });

  it('D4.1 a closed site, from its day on; the days before stay', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan, { closedFrom: '2026-11-20' }), await aCadre()];
    const text = await codeOf(place, at('23:50:00'));
    expect(await checkIn(cadre, { text }, at('00:01:00', '2026-11-20'))).toMatchObject({
      day: DAY,
      state: 'confirmed',
    });
    for (const where of [{ text: await printedOf(place) }, { siteId: place.site.siteId }])
      await expect(checkIn(cadre, where, at('08:00:00', '2026-11-20'))).rejects.toEqual(
        refused('SITE_CLOSED', { from: '2026-11-20' }),
      );
    expect(await counted(cadre)).toHaveLength(1);
  });

  it('somebody who is no cadre, or no more', async () => {
    const place = await aPlace(world.orgs.shishan);
    const youth = world.factory.aYouth();
    const former = await aCadre(world.orgs.nanhai, { until: '2026-11-19' });
    await world.factory.save();
    for (const who of [youth, former, place.contact]) {
      await expect(scan(who, place)).rejects.toEqual(refused('NOT_A_CADRE'));
      await expect(wait(who, place)).rejects.toEqual(refused('NOT_A_CADRE'));
    }
  });

  it('D8.2 the own site’s live code confirms nothing: an administrator says so, and never oneself', async () => {
    const cadre = await aCadre();
    const [place, admin] = [await aPlace(world.orgs.nanhai, { contact: cadre }), await anAdmin(world.orgs.nanhai)];
    const { checkInId } = await scan(cadre, place);
    expect(await days(cadre)).toMatchObject([{ state: 'unconfirmed', because: 'ownSite', clock: 'step' }]);
    expect(await waitingAt(cadre, place)).toEqual([]);
    await expect(answer(cadre, [checkInId])).rejects.toEqual(refused('CHECK_IN_OWN'));
    expect(await waitingOf(admin, world.orgs.nanhai)).toEqual(
      expect.arrayContaining([expect.objectContaining({ checkInId, because: 'ownSite' })]),
    );
    expect(await answer(admin, [checkInId])).toEqual({ answered: 1, answeredBefore: 0 });
    expect(await days(cadre)).toMatchObject([{ state: 'confirmed', answeredBy: 'administrator' }]);
  });
});

describe('D8.2 the codes that one had as the site’s contact', () => {
  /** The contact of a site, who is a cadre as well, with the code of the last step that the phone was given. */
  async function withCodes() {
    const cadre = await aCadre();
    const [place, admin] = [await aPlace(world.orgs.nanhai, { contact: cadre }), await anAdmin(world.orgs.nanhai)];
    const { siteId } = place.site;
    const { codes } = await call(world.house, cadre, 'grassrootsDay.siteCode', { siteId }, { now: NOON });
    return { cadre, place, admin, text: codes.at(-1)?.text ?? '' };
  }
  const shownAt = after(NOON, 19 * 30);

  it('confirm nothing of oneself either when one is it no more a moment later', async () => {
    const { cadre, place, admin, text } = await withCodes();
    const input = { siteId: place.site.siteId, requestId: rid() };
    await call(world.house, admin, 'grassrootsDay.endContact', input, { now: after(NOON, 1) });
    expect(await preview(cadre, { text }, shownAt)).toMatchObject({ state: 'unconfirmed', because: 'ownSite' });
    expect(await checkIn(cadre, { text }, shownAt)).toMatchObject({ state: 'unconfirmed', because: 'ownSite' });
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 0, unconfirmed: 1 }]);
  });

  it('nor when another has followed; a colleague’s day is confirmed by them, and one’s own by a later code', async () => {
    const { cadre, place, admin, text } = await withCodes();
    const next = world.factory.aPerson();
    const colleague = await aCadre();
    const invited = { siteId: place.site.siteId, name: next.name, requestId: rid() };
    const { link } = await call(world.house, admin, 'grassrootsDay.inviteContact', invited, { now: NOON });
    await call(world.house, next, 'org.claim', claimed(link), { now: after(NOON, 1) });
    expect(await checkIn(cadre, { text }, shownAt)).toMatchObject({ because: 'ownSite' });
    expect(await checkIn(colleague, { text }, shownAt)).toMatchObject({ state: 'confirmed' });
    const later = await codeOf({ site: place.site, contact: next }, after(NOON, 660));
    expect(await checkIn(cadre, { text: later }, after(NOON, 660))).toMatchObject({ state: 'confirmed' });
  });
});

describe('D9.2, D9.6 the location', () => {
  const position = { latitude: 23.0218, longitude: 113.1214 };
  const location = { latitude: 23.0308, longitude: 113.1214, accuracyMetres: 12.4 };
  const allow = (who: Parameters<typeof checkIn>[0], allowed: boolean, now = NOON) =>
    call(world.house, who, 'grassrootsDay.allowLocation', { allowed, requestId: rid() }, { now });

  it('is looked at with a consent of its own only, and its distance and accuracy are kept', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan, { position }), await aCadre()];
    const where = { text: await codeOf(place) };
    await expect(checkIn(cadre, where, NOON, { location })).rejects.toEqual(refused('LOCATION_NOT_ALLOWED'));
    await allow(cadre, true);
    expect(await preview(cadre, where)).toMatchObject({ location: true });
    expect(await checkIn(cadre, where, NOON, { location })).toMatchObject({ state: 'confirmed', distanceMetres: 1001 });
    const kept = await world.db.kysely
      .selectFrom('check_in')
      .selectAll()
      .where('cadre_id', '=', cadre.personId)
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ distance_m: 1001, accuracy_m: 12 });
    expect(JSON.stringify(kept)).not.toMatch(/23\.03|113\.12/);
  });

  it('is taken back, and then no more; refusing costs nothing but the evidence', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan, { position }), await aCadre()];
    await allow(cadre, true);
    await allow(cadre, false, after(NOON, 1));
    const where = { text: await codeOf(place) };
    expect(await preview(cadre, where)).toMatchObject({ location: false });
    await expect(checkIn(cadre, where, NOON, { location })).rejects.toEqual(refused('LOCATION_NOT_ALLOWED'));
    expect(await checkIn(cadre, where)).toMatchObject({ state: 'confirmed', distanceMetres: null });
  });

  it('of a site without a position says nothing', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    await allow(cadre, true);
    const done = await checkIn(cadre, { text: await codeOf(place) }, NOON, { location });
    expect(done).toMatchObject({ state: 'confirmed', distanceMetres: null });
  });
});

describe('D4.2 one’s own day', () => {
  it('is taken back within the minute as if it had never been, and not later', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const { checkInId } = await scan(cadre, place);
    await act(cadre, 'undoCheckIn', checkInId, after(NOON, 60));
    expect(await counted(cadre)).toEqual([]);
    expect(await days(cadre)).toEqual([]);
    await expect(act(cadre, 'undoCheckIn', checkInId)).rejects.toEqual(refused('CHECK_IN_NOT_FOUND'));
    const again = await scan(cadre, place, after(NOON, 90));
    expect(again.checkInId).not.toBe(checkInId);
    await expect(act(cadre, 'undoCheckIn', again.checkInId, after(NOON, 151))).rejects.toEqual(
      refused('UNDO_TOO_LATE'),
    );
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 1, unconfirmed: 0 }]);
  });

  it('one leaves on the day only, and needs not', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const { checkInId } = await scan(cadre, place);
    const left = at('17:30:00');
    expect(await act(cadre, 'checkOut', checkInId, left)).toMatchObject({ outAt: left.toISOString() });
    await expect(act(cadre, 'checkOut', checkInId, at('00:00:00', '2026-11-20'))).rejects.toEqual(
      refused('CHECK_IN_OVER', { day: DAY }),
    );
  });

  it('its line is read by nobody else, and goes when it is emptied', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const admin = await anAdmin(world.orgs.nanhai);
    const { checkInId } = await wait(cadre, place);
    expect(await note(cadre, checkInId, '和站长聊了聊')).toMatchObject({ line: '和站长聊了聊' });
    for (const seen of [await waitingAt(place.contact, place), await waitingOf(admin, world.orgs.nanhai)])
      expect(JSON.stringify(seen)).not.toContain('站长');
    expect(await note(cadre, checkInId, '换一句')).toMatchObject({ line: '换一句' });
    expect(await note(cadre, checkInId, ' ')).toMatchObject({ line: null });
  });

  it('a confirmation is asked for once a day, while it waits', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const { checkInId } = await wait(cadre, place);
    expect(await act(cadre, 'askToConfirm', checkInId)).toMatchObject({ askedAt: NOON.toISOString() });
    await expect(act(cadre, 'askToConfirm', checkInId, at('23:59:59'))).rejects.toEqual(refused('ASKED_TODAY'));
    const tomorrow = at('00:00:00', '2026-11-20');
    expect(await act(cadre, 'askToConfirm', checkInId, tomorrow)).toMatchObject({ askedAt: tomorrow.toISOString() });
    expect(await waitingAt(place.contact, place)).toMatchObject([{ askedAt: tomorrow.toISOString() }]);
    await answer(place.contact, [checkInId]);
    await expect(act(cadre, 'askToConfirm', checkInId, at('00:00:00', '2026-11-21'))).rejects.toEqual(
      refused('CHECK_IN_ANSWERED'),
    );
  });

  it('is nobody else’s to touch', async () => {
    const [place, cadre, other] = [await aPlace(world.orgs.shishan), await aCadre(), await aCadre()];
    const { checkInId } = await wait(cadre, place);
    const admin = await anAdmin(world.orgs.nanhai);
    for (const who of [other, place.contact, admin]) {
      for (const verb of ['undoCheckIn', 'checkOut', 'askToConfirm'] as const)
        await expect(act(who, verb, checkInId)).rejects.toEqual(refused('CHECK_IN_NOT_FOUND'));
      await expect(note(who, checkInId, '我来写')).rejects.toEqual(refused('CHECK_IN_NOT_FOUND'));
    }
  });
});
