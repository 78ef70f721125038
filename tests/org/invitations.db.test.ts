import { policy } from '../../config/policy';
import type { MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, identityOf, newcomer, nobody, rid } from '../support/house';
import { tamperedWith } from '../support/tampered';
import { aWorld, type World } from '../support/world';
import { aNewcomer, anInvitation, aPost, claimed } from './inviting';
import { accountsOf, countPeople } from './registering';

let world: World;
let admin: MadePerson;
let cityAdmin: MadePerson;

beforeAll(async () => {
  world = await aWorld();
  admin = world.factory.anAdministrator({ org: world.orgs.nanhai, name: '邓绮雯' });
  cityAdmin = world.factory.anAdministrator({ org: world.orgs.foshan });
  await world.factory.save();
});
afterAll(() => world.end());

const DAY_MS = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

async function personOf(openid: string) {
  const [account] = await accountsOf(world, openid);
  return { personId: account?.person_id ?? '', name: '', openid };
}

const rowOf = (id: string) =>
  world.db.kysely.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('D1.1 an invitation to a post', () => {
  it('D9.1 says what the roster says, and a newcomer becomes a cadre of that name with one tap', async () => {
    const { link, code, invitationId } = await anInvitation(world, admin, world.orgs.shishan, {
      post: aPost({ service: 'partTime', leadership: true, title: '书记' }),
    });
    expect(link).toMatch(/\/s\/I[\w-]{22}$/);
    expect(link.endsWith(code)).toBe(true);
    const before = await countPeople(world);
    const who = newcomer('oCLAIMS');
    expect(await call(world.house, who, 'org.invitation', { text: link })).toEqual({
      kind: 'post',
      orgName: '狮山镇团委',
      name: '岑乐怡',
      post: aPost({ service: 'partTime', leadership: true, title: '书记' }),
      siteName: null,
      madeBy: '邓绮雯',
      expiresAt: expect.any(String) as string,
      ownName: null,
    });
    expect(await countPeople(world)).toBe(before);
    const { token } = await call(world.house, who, 'org.claim', claimed(link), { bySession: true });
    expect(token).not.toBeNull();
    const person = await personOf('oCLAIMS');
    const me = await call(world.house, person, 'org.me', {});
    expect(me.cadre).toMatchObject({ name: '岑乐怡', orgName: '狮山镇团委', title: '书记', service: 'partTime' });
    expect(await rowOf(invitationId)).toMatchObject({ made_by: admin.personId, claimed_by: person.personId });
    const text = JSON.stringify(await world.db.kysely.selectFrom('request').selectAll().execute());
    expect(text).not.toContain(code.slice(1));
  });

  it('a youth keeps name and record, and is a cadre as well', async () => {
    const youth = world.factory.aYouth({ name: '林晓彤' });
    await world.factory.save();
    const { code } = await anInvitation(world, admin, world.orgs.nanhai);
    expect((await call(world.house, youth, 'org.invitation', { text: code })).ownName).toBe('林晓彤');
    await call(world.house, youth, 'org.claim', claimed(code));
    const me = await call(world.house, youth, 'org.me', {});
    expect([me.youth?.name, me.cadre?.name, me.cadre?.title]).toEqual(['林晓彤', '林晓彤', '组织部部长']);
  });

  it('C6 a post at the same time is refused, at opening and at claiming; from the day it ends it is not', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.guangzhou, until: '2026-12-31' });
    await world.factory.save();
    const { code } = await anInvitation(world, admin, world.orgs.nanhai, { post: aPost({ from: '2026-12-30' }) });
    const refusal = { code: 'POST_ALREADY', data: { rule: 'D1.1', whose: 'own' } };
    await expect(call(world.house, cadre, 'org.invitation', { text: code })).rejects.toMatchObject(refusal);
    await expect(call(world.house, cadre, 'org.claim', claimed(code))).rejects.toMatchObject(refusal);
    const next = await anInvitation(world, admin, world.orgs.nanhai, { post: aPost({ from: '2026-12-31' }) });
    await call(world.house, cadre, 'org.claim', claimed(next.code));
  });

  it('C4 two claimers at once: exactly one', async () => {
    for (let round = 0; round < 10; round++) {
      const { code } = await anInvitation(world, admin, world.orgs.nanhai);
      const before = await countPeople(world);
      const claim = () => call(world.house, aNewcomer(), 'org.claim', claimed(code));
      const results = await allAtOnce(world, [claim, claim], 'invitation');
      expect(outcomes(results)).toEqual(['INVITATION_USED', 'ok']);
      expect(await countPeople(world)).toBe(before + 1);
    }
  }, 60_000);

  it('C6 one person and two invitations at once: one post', async () => {
    const youth = world.factory.aYouth();
    await world.factory.save();
    const [a, b] = [
      await anInvitation(world, admin, world.orgs.nanhai),
      await anInvitation(world, cityAdmin, world.orgs.chancheng),
    ];
    const results = await allAtOnce(
      world,
      [a, b].map(
        ({ code }) =>
          () =>
            call(world.house, youth, 'org.claim', claimed(code)),
      ),
      'post',
    );
    expect(outcomes(results)).toEqual(['POST_ALREADY', 'ok']);
  });

  it('C4 the same claim again, by then as a person, gives a session again and no second post', async () => {
    const { code } = await anInvitation(world, admin, world.orgs.nanhai);
    const input = claimed(code);
    const account = { appId: world.house.settings.APP_WX_APPID, openid: 'oAGAIN' };
    await call(world.house, newcomer('oAGAIN'), 'org.claim', input, { bySession: true });
    const again = { ...identityOf(await personOf('oAGAIN')), account };
    const second = await call(world.house, again as never, 'org.claim', input, { bySession: true });
    expect(second.token).not.toBeNull();
    await expect(call(world.house, again as never, 'org.claim', claimed(code))).rejects.toMatchObject({
      code: 'INVITATION_USED',
    });
  });
});

describe('D1.1 an invitation that cannot be claimed', () => {
  it(`expires after ${policy.invitation.days} days`, async () => {
    const { code } = await anInvitation(world, admin, world.orgs.nanhai);
    const at = (days: number) => ({ now: later(days) });
    await call(world.house, aNewcomer(), 'org.invitation', { text: code }, at(policy.invitation.days - 0.01));
    for (const op of ['org.invitation', 'org.claim'] as const)
      await expect(
        call(
          world.house,
          aNewcomer(),
          op,
          op === 'org.claim' ? claimed(code) : { text: code },
          at(policy.invitation.days),
        ),
      ).rejects.toMatchObject({ code: 'INVITATION_EXPIRED' });
  });

  it('was withdrawn, was renewed, was claimed: each says so, also to the administrator', async () => {
    const revoked = await anInvitation(world, admin, world.orgs.nanhai);
    const { invitationId } = revoked;
    await call(world.house, admin, 'org.revokeInvitation', { invitationId, requestId: rid() });
    await expect(call(world.house, aNewcomer(), 'org.claim', claimed(revoked.code))).rejects.toMatchObject({
      code: 'INVITATION_REVOKED',
    });
    expect(await rowOf(invitationId)).toMatchObject({ revoked_by: admin.personId });
    const old = await anInvitation(world, admin, world.orgs.nanhai);
    const renewed = await call(world.house, cityAdmin, 'org.renewInvitation', {
      invitationId: old.invitationId,
      requestId: rid(),
    });
    await expect(call(world.house, aNewcomer(), 'org.claim', claimed(old.code))).rejects.toMatchObject({
      code: 'INVITATION_REVOKED',
    });
    await call(world.house, aNewcomer(), 'org.claim', claimed(renewed.code));
    for (const op of ['org.revokeInvitation', 'org.renewInvitation'] as const) {
      const again = (id: string) => call(world.house, admin, op, { invitationId: id, requestId: rid() });
      await expect(again(renewed.invitationId)).rejects.toMatchObject({ code: 'INVITATION_USED' });
      await expect(again(invitationId)).rejects.toMatchObject({ code: 'INVITATION_REVOKED' });
    }
  });

  it('is unknown: a wrong secret, another kind of code, something else; tried too often, one waits', async () => {
    const { code } = await anInvitation(world, admin, world.orgs.nanhai);
    const wrong = [tamperedWith(code), `C${code.slice(1)}`, 'https://example.org/s/' + code, '你好'];
    for (const text of wrong)
      await expect(
        call(world.house, aNewcomer(), 'org.invitation', { text }, { address: '203.0.113.9' }),
      ).rejects.toMatchObject({ code: 'INVITATION_UNKNOWN' });
    for (let i = wrong.length; i < policy.limits.invitations.calls; i++)
      await call(world.house, aNewcomer(), 'org.claim', claimed('x'), { address: '203.0.113.9' }).catch(
        () => undefined,
      );
    await expect(
      call(world.house, aNewcomer(), 'org.claim', claimed(code), { address: '203.0.113.9' }),
    ).rejects.toMatchObject({ code: 'TOO_MANY' });
    await call(world.house, aNewcomer(), 'org.claim', claimed(code), { address: '203.0.113.10' });
    const { rows } = await world.db.pool.query<{ key: string }>(
      `select key from rate_limit where key like 'invitation%'`,
    );
    expect(rows.every(({ key }) => !key.includes(':a:') && !key.includes('203.0'))).toBe(true);
  });

  it('D9.1 a newcomer who is refused leaves no trace', async () => {
    const before = await countPeople(world);
    await call(world.house, newcomer('oREFUSED'), 'org.claim', claimed('x'), { address: '203.0.113.11' }).catch(
      () => 0,
    );
    expect(await countPeople(world)).toBe(before);
    const kept = await world.db.kysely
      .selectFrom('request')
      .select('outcome')
      .where('operation', '=', 'org.claim')
      .execute();
    expect(JSON.stringify(kept)).not.toContain('INVITATION_UNKNOWN');
  });
});

describe('D1.5 whose invitations they are', () => {
  it('below, never beside or above', async () => {
    for (const org of [world.orgs.foshan, world.orgs.chancheng, world.orgs.province])
      for (const post of [aPost(), null])
        await expect(anInvitation(world, admin, org, { post })).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
    await anInvitation(world, admin, world.orgs.shishan, { post: null });
  });

  it('a former administrator, and one whose right begins tomorrow, invites nobody', async () => {
    const former = world.factory.anAdministrator({ org: world.orgs.nanhai, until: '2026-01-01' });
    const next = world.factory.anAdministrator({ org: world.orgs.nanhai, from: '2099-01-01' });
    await world.factory.save();
    for (const one of [former, next])
      await expect(anInvitation(world, one, world.orgs.nanhai)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  });

  it('one beside sees, renews and withdraws none; one above does', async () => {
    const sibling = world.factory.anAdministrator({ org: world.orgs.chancheng });
    await world.factory.save();
    const { invitationId } = await anInvitation(world, admin, world.orgs.shishan);
    const listed = async (who: MadePerson, orgId: number) =>
      (await call(world.house, who, 'org.invitations', { orgId })).items.some(
        (item) => item.invitationId === invitationId,
      );
    expect(await listed(admin, world.orgs.nanhai.id)).toBe(true);
    expect(await listed(cityAdmin, world.orgs.foshan.id)).toBe(true);
    expect(await listed(sibling, world.orgs.chancheng.id)).toBe(false);
    for (const op of ['org.revokeInvitation', 'org.renewInvitation'] as const)
      await expect(call(world.house, sibling, op, { invitationId, requestId: rid() })).rejects.toMatchObject({
        code: 'OUT_OF_SCOPE',
      });
    await call(world.house, cityAdmin, 'org.revokeInvitation', { invitationId, requestId: rid() });
    expect(await listed(admin, world.orgs.nanhai.id)).toBe(false);
  });

  it('page by page, each once, and the expired ones say so', async () => {
    const { orgs, factory } = world;
    const chief = factory.anAdministrator({ org: orgs.guangzhou });
    await factory.save();
    for (let i = 0; i < policy.pageSize + 5; i++) await anInvitation(world, chief, orgs.guangzhou);
    const list = (cursor?: string, now?: Date) =>
      call(world.house, chief, 'org.invitations', { orgId: orgs.guangzhou.id, cursor }, { now });
    const first = await list();
    const second = await list(first.next ?? '');
    const ids = [...first.items, ...second.items].map((item) => item.invitationId);
    expect([first.items.length, second.items.length, second.next]).toEqual([policy.pageSize, 5, null]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(first.items.every(({ expired }) => !expired)).toBe(true);
    expect((await list(undefined, later(8))).items.every(({ expired }) => expired)).toBe(true);
  });

  it('C4 the same request again is the same invitation, with a link that works', async () => {
    const requestId = rid();
    const first = await anInvitation(world, admin, world.orgs.nanhai, { requestId });
    const second = await anInvitation(world, admin, world.orgs.nanhai, { requestId });
    expect(second.invitationId).toBe(first.invitationId);
    expect(second.code).not.toBe(first.code);
    await call(world.house, aNewcomer(), 'org.claim', claimed(second.code));
  });

  it('nobody opens one without an account', async () => {
    const { code } = await anInvitation(world, admin, world.orgs.nanhai);
    await expect(call(world.house, nobody, 'org.invitation', { text: code })).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});

describe('D1.5 an invitation to be an administrator', () => {
  it('makes one of the same organisation, once', async () => {
    const { code } = await anInvitation(world, admin, world.orgs.nanhai, { post: null });
    await expect(call(world.house, admin, 'org.claim', claimed(code))).rejects.toMatchObject({
      code: 'ADMINISTRATOR_ALREADY',
    });
    await call(world.house, newcomer('oDEPUTY'), 'org.claim', claimed(code));
    const deputy = await personOf('oDEPUTY');
    expect((await call(world.house, deputy, 'org.me', {})).administers).toEqual([
      { orgId: world.orgs.nanhai.id, name: '南海区团委', nested: false },
    ]);
    await anInvitation(world, deputy, world.orgs.shishan);
  });
});

describe('D10.4 the first day of a post', () => {
  it.each([
    ['1950-01-01', 'DAY_OUT_OF_RANGE'],
    ['2090-01-01', 'DAY_OUT_OF_RANGE'],
  ])('%s: %s', async (from, code) => {
    await expect(anInvitation(world, admin, world.orgs.nanhai, { post: aPost({ from }) })).rejects.toMatchObject({
      code,
    });
  });
});
