import type { MadeOrg, MadePerson } from '../factory';
import { aNewcomer, claimed } from '../org/inviting';
import { call, identityOf, rid, type In } from '../support/house';
import { aCadre, aPlace, anAdmin, checkIn, codeOf, inAWorld, NOON, refused, scan, wait, world } from './days';

inAWorld();

type Facts = Omit<In<'grassrootsDay.registerSite'>, 'requestId'>;
const facts = (org: MadeOrg, more: Partial<Facts> = {}): Facts => ({
  orgId: org.id,
  kind: 'servicePlatform',
  name: '罗村青年服务台',
  address: '罗村街道北湖一路 8 号',
  position: null,
  ...more,
});
const register = (who: MadePerson, org: MadeOrg, more: Partial<Facts> = {}) =>
  call(world.house, who, 'grassrootsDay.registerSite', { ...facts(org, more), requestId: rid() }, { now: NOON });
const edit = (who: MadePerson, siteId: string, org: MadeOrg, more: Partial<Facts> = {}) =>
  call(world.house, who, 'grassrootsDay.editSite', { siteId, ...facts(org, more), requestId: rid() }, { now: NOON });
const close = (who: MadePerson, siteId: string, from: string | null) =>
  call(world.house, who, 'grassrootsDay.closeSite', { siteId, from, requestId: rid() }, { now: NOON });
const site = (who: MadePerson, siteId: string) => call(world.house, who, 'grassrootsDay.site', { siteId });
const invite = (who: MadePerson, siteId: string, name = '苏婉仪') =>
  call(world.house, who, 'grassrootsDay.inviteContact', { siteId, name, requestId: rid() });
const ownSites = async (who: MadePerson) => (await call(world.house, who, 'grassrootsDay.ownSites', {})).items;

describe('D4.1 a site', () => {
  it('is registered, changed, moved to another organisation that one manages, closed, and opened again', async () => {
    const [admin, { foshan, nanhai, chancheng }] = [await anAdmin(world.orgs.foshan), world.orgs];
    const { siteId } = await register(admin, nanhai);
    await edit(admin, siteId, nanhai, { name: '罗村服务台', position: { latitude: 23.05, longitude: 113.03 } });
    await edit(admin, siteId, chancheng, { name: '罗村服务台', position: { latitude: 23.05, longitude: 113.03 } });
    await close(admin, siteId, '2026-12-01');
    await close(admin, siteId, null);
    const found = await site(admin, siteId);
    expect(found).toMatchObject({
      name: '罗村服务台',
      orgName: '禅城区团委',
      position: { latitude: 23.05, longitude: 113.03 },
      contact: null,
      invited: null,
      closedOn: null,
    });
    expect(found.history.map(({ act: what, was, by }) => [what, was, by])).toEqual([
      ['reopened', '2026-12-01', admin.name],
      ['closed', null, admin.name],
      ['moved', '南海区团委', admin.name],
      ['edited', '罗村青年服务台', admin.name],
      ['registered', null, admin.name],
    ]);
    const listed = await call(world.house, admin, 'grassrootsDay.sites', { orgId: foshan.id, closed: false });
    expect(listed.items.map((each) => each.siteId)).toContain(siteId);
  });

  it('has a name of its own within its organisation, also when it is renamed or moved', async () => {
    const [admin, { nanhai, chancheng }] = [await anAdmin(world.orgs.foshan), world.orgs];
    const taken = { name: '张槎创业园' };
    await register(admin, chancheng, taken);
    await expect(register(admin, chancheng, taken)).rejects.toEqual(refused('SITE_NAME_TAKEN'));
    const { siteId } = await register(admin, nanhai, taken);
    await expect(edit(admin, siteId, chancheng, taken)).rejects.toEqual(refused('SITE_NAME_TAKEN'));
    const other = await register(admin, nanhai, { name: '里水创业园' });
    await expect(edit(admin, other.siteId, nanhai, taken)).rejects.toEqual(refused('SITE_NAME_TAKEN'));
    await edit(admin, siteId, nanhai, taken);
  });

  it('registered twice at once under one name is one', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    const both = await Promise.allSettled([1, 2].map(() => register(admin, world.orgs.nanhai, { name: '同时登记的' })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'SITE_NAME_TAKEN' } });
  });

  it('D1.5 is for its administrators and those above, and moves nowhere that they do not manage', async () => {
    const [own, beside, below] = [
      await anAdmin(world.orgs.nanhai),
      await anAdmin(world.orgs.chancheng),
      await anAdmin(world.orgs.shishan),
    ];
    const { siteId } = await register(own, world.orgs.nanhai, { name: '桂城街区' });
    for (const who of [beside, below, await aCadre()]) {
      await expect(site(who, siteId)).rejects.toEqual(refused('OUT_OF_SCOPE'));
      await expect(edit(who, siteId, world.orgs.nanhai)).rejects.toEqual(refused('OUT_OF_SCOPE'));
      await expect(close(who, siteId, '2026-12-01')).rejects.toEqual(refused('OUT_OF_SCOPE'));
      await expect(invite(who, siteId)).rejects.toEqual(refused('OUT_OF_SCOPE'));
      await expect(register(who, world.orgs.nanhai)).rejects.toEqual(refused('OUT_OF_SCOPE'));
    }
    await expect(edit(own, siteId, world.orgs.chancheng)).rejects.toEqual(refused('OUT_OF_SCOPE'));
  });

  it('closes today or later; what is closed is not edited, and nobody is invited to it', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    const { siteId } = await register(admin, world.orgs.nanhai, { name: '要停用的' });
    const [from, until] = ['2026-11-19', '2027-11-20'];
    for (const day of ['2026-11-18', '2027-11-21'])
      await expect(close(admin, siteId, day)).rejects.toEqual(refused('DAY_OUT_OF_RANGE', { from, until }));
    await close(admin, siteId, '2026-11-19');
    await expect(edit(admin, siteId, world.orgs.nanhai)).rejects.toEqual(refused('SITE_CLOSED'));
    await expect(invite(admin, siteId)).rejects.toEqual(refused('SITE_CLOSED'));
    const closed = { orgId: world.orgs.nanhai.id, closed: true };
    const { items } = await call(world.house, admin, 'grassrootsDay.sites', closed);
    expect(items).toMatchObject([{ siteId, closedOn: '2026-11-19' }]);
  });

  it('says how many cadres were there this year, each once a day, on days that count', async () => {
    const [place, one, two] = [await aPlace(world.orgs.shishan), await aCadre(), await aCadre(world.orgs.guangzhou)];
    await scan(one, place);
    await scan(one, place);
    await scan(two, place);
    await wait(await aCadre(), place);
    const gone = await scan(await aCadre(), place);
    expect(gone.state).toBe('confirmed');
    const admin = await anAdmin(world.orgs.shishan);
    const of = { orgId: world.orgs.shishan.id, closed: false, search: place.site.name };
    const { items } = await call(world.house, admin, 'grassrootsDay.sites', of, { now: NOON });
    expect(items).toMatchObject([{ siteId: place.site.siteId, contactName: place.contact.name, visits: 3 }]);
  });
});

describe('D4.1 a cadre finds where to go', () => {
  it('by name, pinyin, initials, address or organisation, and by kind; those of the own organisation and above first', async () => {
    const { factory, orgs } = world;
    const [cadre, name] = [await aCadre(orgs.nanhai), '丹灶仙湖驿站'];
    const far = factory.aSite({ org: orgs.guangzhou, name });
    const below = factory.aSite({ org: orgs.shishan, name });
    const above = factory.aSite({ org: orgs.province, name, kind: 'park', address: '仙湖大道 1 号' });
    factory.aSite({ org: orgs.nanhai, name, closedFrom: '2026-11-19' });
    await factory.save();
    const found = async (input: In<'grassrootsDay.findSites'>) =>
      (await call(world.house, cadre, 'grassrootsDay.findSites', input, { now: NOON })).items.map(
        ({ siteId }) => siteId,
      );
    for (const search of ['仙湖', 'danzao', 'dzxhyz'])
      expect(await found({ search })).toEqual([above.siteId, below.siteId, far.siteId]);
    expect(await found({ search: '仙湖大道' })).toEqual([above.siteId]);
    expect(await found({ search: name, kind: 'park' })).toEqual([above.siteId]);
    expect(await found({ search: '广州市委' })).toContain(far.siteId);
    expect(await found({ search: '100%' })).toEqual([]);
  });

  it('page by page, each once', async () => {
    const { factory, orgs } = world;
    const cadre = await aCadre(orgs.chancheng);
    const made = Array.from({ length: 40 }, (_, n) =>
      factory.aSite({ org: [orgs.chancheng, orgs.shishan][n % 2] ?? orgs.foshan, name: `翻页的地点${n}` }),
    );
    await factory.save();
    const first = await call(world.house, cadre, 'grassrootsDay.findSites', { search: '翻页' });
    const rest = await call(world.house, cadre, 'grassrootsDay.findSites', {
      search: '翻页',
      cursor: first.next ?? '',
    });
    const found = [...first.items, ...rest.items].map(({ siteId }) => siteId);
    expect(first.items.slice(0, 20).every(({ orgId }) => orgId === orgs.chancheng.id)).toBe(true);
    expect(rest.next).toBeNull();
    expect([...found].sort()).toEqual(made.map(({ siteId }) => siteId).sort());
    const admin = await anAdmin(orgs.foshan);
    const of = { orgId: orgs.foshan.id, closed: false, search: '翻页' };
    const page = await call(world.house, admin, 'grassrootsDay.sites', of);
    const next = await call(world.house, admin, 'grassrootsDay.sites', { ...of, cursor: page.next ?? '' });
    const listed = [...page.items, ...next.items].map(({ siteId }) => siteId);
    expect([...listed].sort()).toEqual(made.map(({ siteId }) => siteId).sort());
  });
});

describe('D4.1 a site’s contact', () => {
  it('comes by an invitation that says to which site, as a newcomer too, and shows the code from then on', async () => {
    const [admin, cadre] = [await anAdmin(world.orgs.nanhai), await aCadre()];
    const { siteId } = await register(admin, world.orgs.nanhai, { name: '西樵青年驿站' });
    const { link, expiresAt } = await invite(admin, siteId);
    expect((await site(admin, siteId)).invited).toEqual({ name: '苏婉仪', expiresAt });
    const listed = await call(world.house, admin, 'org.invitations', { orgId: world.orgs.nanhai.id });
    expect(listed.items).toMatchObject([
      { kind: 'siteContact', siteName: '西樵青年驿站', name: '苏婉仪', title: null },
    ]);
    const arriving = aNewcomer();
    expect(await call(world.house, arriving, 'org.invitation', { text: link })).toMatchObject({
      kind: 'siteContact',
      siteName: '西樵青年驿站',
      name: '苏婉仪',
      post: null,
      madeBy: admin.name,
    });
    await call(world.house, arriving, 'org.claim', claimed(link));
    const { personId } = await world.db.kysely
      .selectFrom('person')
      .select('id as personId')
      .where('name', '=', '苏婉仪')
      .executeTakeFirstOrThrow();
    const contact = { personId, name: '苏婉仪', openid: '' };
    expect(await ownSites(contact)).toMatchObject([{ siteId, name: '西樵青年驿站', waiting: 0, today: 0 }]);
    const text = await codeOf({ site: { siteId, name: '', org: world.orgs.nanhai }, contact });
    expect(await checkIn(cadre, { text })).toMatchObject({ state: 'confirmed' });
    const me = await call(world.house, identityOf(contact), 'org.me', {});
    expect(me).toMatchObject({ cadre: null, youth: null, administers: [] });
    const { contact: shown, invited, history } = await site(admin, siteId);
    expect([shown?.name, shown?.self, invited, history[0]?.act]).toEqual(['苏婉仪', false, null, 'contact']);
  });

  it('is one: whoever claims takes the place of who was it before, and the one before sees nothing more', async () => {
    const [place, admin, next] = [await aPlace(world.orgs.shishan), await anAdmin(world.orgs.nanhai), await aCadre()];
    await wait(next, place);
    const { link } = await invite(admin, place.site.siteId, next.name);
    await call(world.house, next, 'org.claim', claimed(link));
    await expect(codeOf(place)).rejects.toEqual(refused('SITE_NOT_FOUND'));
    expect(await ownSites(place.contact)).toEqual([]);
    expect(await ownSites(next)).toMatchObject([{ siteId: place.site.siteId, waiting: 0, today: 0 }]);
    expect((await site(admin, place.site.siteId)).history[0]).toMatchObject({
      act: 'contact',
      was: place.contact.name,
    });
  });

  it('a second invitation ends the first, and closing or moving the site ends them all', async () => {
    const admin = await anAdmin(world.orgs.foshan);
    const { siteId } = await register(admin, world.orgs.nanhai, { name: '改来改去的' });
    const first = await invite(admin, siteId);
    const second = await invite(admin, siteId);
    const gone = refused('INVITATION_REVOKED');
    await expect(call(world.house, aNewcomer(), 'org.claim', claimed(first.link))).rejects.toEqual(gone);
    await edit(admin, siteId, world.orgs.chancheng, { name: '改来改去的' });
    await expect(call(world.house, aNewcomer(), 'org.claim', claimed(second.link))).rejects.toEqual(gone);
    const third = await invite(admin, siteId);
    await close(admin, siteId, '2026-11-19');
    await expect(call(world.house, aNewcomer(), 'org.claim', claimed(third.link))).rejects.toEqual(gone);
  });

  it('an invitation that was renewed in the list is still to the same site, and is claimed once', async () => {
    const admin = await anAdmin(world.orgs.nanhai);
    const { siteId } = await register(admin, world.orgs.nanhai, { name: '换链接的' });
    const { invitationId } = await invite(admin, siteId, '黎子轩');
    const { link } = await call(world.house, admin, 'org.renewInvitation', { invitationId, requestId: rid() });
    await call(world.house, aNewcomer(), 'org.claim', claimed(link));
    await expect(call(world.house, aNewcomer(), 'org.claim', claimed(link))).rejects.toEqual(
      refused('INVITATION_USED'),
    );
    expect((await site(admin, siteId)).contact?.name).toBe('黎子轩');
  });

  it('ends by an administrator, and with the account (D9.5)', async () => {
    const [place, other] = [await aPlace(world.orgs.shishan), await aPlace(world.orgs.shishan)];
    const admin = await anAdmin(world.orgs.shishan);
    const { siteId } = place.site;
    for (let n = 0; n < 2; n += 1)
      await call(world.house, admin, 'grassrootsDay.endContact', { siteId, requestId: rid() });
    const ended = await site(admin, siteId);
    expect([ended.contact, ended.history.map(({ act: what, was }) => [what, was])]).toEqual([
      null,
      [['contactEnded', place.contact.name]],
    ]);
    await call(world.house, other.contact, 'privacy.close', { requestId: rid() });
    expect((await site(admin, other.site.siteId)).contact).toBeNull();
  });

  it('D9.5 who has closed the account is named no more: neither as who it was, nor as who did something', async () => {
    const first = world.factory.aPerson('司徒先来');
    const [place, admin] = [await aPlace(world.orgs.shishan, { contact: first }), await anAdmin(world.orgs.shishan)];
    const { siteId } = place.site;
    await call(world.house, first, 'grassrootsDay.renewSiteCode', { siteId, requestId: rid() });
    const claiming = async (called: string) => {
      const next = world.factory.aPerson(called);
      await world.factory.save();
      await call(world.house, next, 'org.claim', claimed((await invite(admin, siteId, next.name)).link));
      return next;
    };
    const second = await claiming('司徒后到');
    await claiming('司徒还在');
    expect(JSON.stringify(await site(admin, siteId))).toContain(first.name);
    for (const who of [first, second]) await call(world.house, who, 'privacy.close', { requestId: rid() });
    const { history } = await site(admin, siteId);
    expect(history.map(({ act: what }) => what)).toEqual(['contact', 'contact', 'code']);
    for (const { name } of [first, second]) expect(JSON.stringify(history)).not.toContain(name);
    const other = await aPlace(world.orgs.shishan);
    await call(world.house, other.contact, 'privacy.close', { requestId: rid() });
    expect((await site(admin, other.site.siteId)).history).toMatchObject([{ act: 'contactEnded', by: null, was: '' }]);
  });

  it('shows the code of an open site of the own only, and an administrator the printed one', async () => {
    const [place, other] = [await aPlace(world.orgs.shishan), await aPlace(world.orgs.shishan)];
    const [admin, beside] = [await anAdmin(world.orgs.nanhai), await anAdmin(world.orgs.chancheng)];
    await expect(codeOf({ ...place, contact: other.contact })).rejects.toEqual(refused('SITE_NOT_FOUND'));
    await expect(codeOf({ ...place, contact: admin })).rejects.toEqual(refused('SITE_NOT_FOUND'));
    const standing = (who: MadePerson) =>
      call(world.house, who, 'grassrootsDay.standingCode', { siteId: place.site.siteId }, { now: NOON });
    expect(await standing(admin)).toEqual(await standing(place.contact));
    for (const who of [beside, other.contact]) {
      await expect(standing(who)).rejects.toEqual(refused('SITE_NOT_FOUND'));
      const renewal = { siteId: place.site.siteId, requestId: rid() };
      await expect(call(world.house, who, 'grassrootsDay.renewSiteCode', renewal)).rejects.toEqual(
        refused('SITE_NOT_FOUND'),
      );
    }
    await close(admin, place.site.siteId, '2026-11-19');
    await expect(codeOf(place)).rejects.toEqual(refused('SITE_CLOSED'));
    await expect(standing(admin)).rejects.toEqual(refused('SITE_CLOSED'));
  });

  it('D9.5 what is left of a cadre who is erased: which day, at which site, and whether it counted', async () => {
    const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
    const { checkInId } = await scan(cadre, place);
    const { kysely } = world.db;
    await kysely
      .updateTable('check_in')
      .set({ distance_m: 12, accuracy_m: 5, reason: '那天没有来' })
      .where('id', '=', checkInId)
      .execute();
    await kysely
      .insertInto('check_in_line')
      .values({ check_in_id: checkInId, cadre_id: cadre.personId, line: '好' })
      .execute();
    await kysely
      .updateTable('person')
      .set({ name: '', search: '', closed_at: NOON })
      .where('id', '=', cadre.personId)
      .execute();
    const kept = await kysely.selectFrom('check_in').selectAll().where('id', '=', checkInId).executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ state: 'confirmed', distance_m: null, accuracy_m: null, reason: null });
    expect(await kysely.selectFrom('check_in_line').selectAll().where('check_in_id', '=', checkInId).execute()).toEqual(
      [],
    );
  });
});
