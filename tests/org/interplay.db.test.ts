import { sql } from 'kysely';
import type { MadeYouth } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, callRaw, newcomer, rid } from '../support/house';
import { aWorld, type World } from '../support/world';
import { anApplication, anInvitation, aPost, claimed } from './inviting';
import { entry } from './registering';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

async function anAdministrator() {
  const administrator = world.factory.anAdministrator({ org: world.orgs.nanhai });
  await world.factory.save();
  return administrator;
}

it.each([
  ['a post', aPost()],
  ['the right to administer', null],
])('D1.5 an invitation to %s ends with the right of who made it', async (_, post) => {
  const administrator = await anAdministrator();
  const { link } = await anInvitation(world, administrator, world.orgs.nanhai, { post });
  const at = { text: link };
  expect((await callRaw(world.house, newcomer('oINVITEDLATE'), 'org.invitation', at)).ok).toBe(true);
  await sql`update administrator set until_day = ${world.factory.today} where person_id = ${administrator.personId}`.execute(
    world.db.kysely,
  );
  for (const [op, input] of [
    ['org.invitation', at],
    ['org.claim', claimed(link)],
  ] as const)
    expect(await callRaw(world.house, newcomer('oINVITEDLATE'), op, input)).toMatchObject({
      error: { code: 'INVITATION_REVOKED' },
    });
});

it('C7 a registration that is repeated from an account that was given away opens nothing', async () => {
  const input = entry();
  const old = newcomer('oGIVENAWAY');
  const asBrowser = { bySession: true };
  expect(await callRaw(world.house, old, 'org.register', input, asBrowser)).toMatchObject({ ok: true });
  await sql`update account set openid = 'oGIVENTO' where openid = 'oGIVENAWAY'`.execute(world.db.kysely);
  expect(await callRaw(world.house, old, 'org.register', input, asBrowser)).toMatchObject({
    error: { code: 'NOT_SIGNED_IN' },
  });
});

it('D9.5 who closes the account has no application open any more, and is given no post', async () => {
  const youth = world.factory.aYouth();
  const administrator = await anAdministrator();
  await call(world.house, youth, 'org.apply', anApplication(world.orgs.nanhai, { newcomer: null }));
  const { items } = await call(world.house, administrator, 'org.applications', {});
  const applicationId = items.find(({ name }) => name === youth.name)?.applicationId ?? '';
  await call(world.house, youth, 'privacy.close', { requestId: rid() });
  const approval = { applicationId, post: aPost(), requestId: rid() };
  await expect(call(world.house, administrator, 'org.approveApplication', approval)).rejects.toMatchObject({
    code: 'APPLICATION_ANSWERED',
  });
  const post = sql`insert into post (id, person_id, org_id, service, in_establishment, leadership, title, from_day)
    values (${rid()}, ${youth.personId}, ${world.orgs.nanhai.id}, 'partTime', false, false, '委员', '2026-01-01')`;
  await expect(post.execute(world.db.kysely)).rejects.toMatchObject({ code: '40001' });
});

it('D9.5 who closes the account while being given a post has the post or no account, never neither nor both', async () => {
  const administrator = await anAdministrator();
  const postsOf = async (personId: string) =>
    (await world.db.kysely.selectFrom('post').select('id').where('person_id', '=', personId).execute()).length;
  const close = (youth: MadeYouth) => () => call(world.house, youth, 'privacy.close', { requestId: rid() });
  for (let round = 0; round < 10; round++) {
    const [invited, applicant] = [world.factory.aYouth(), world.factory.aYouth()];
    await world.factory.save();
    const { link } = await anInvitation(world, administrator, world.orgs.nanhai, { post: aPost() });
    await call(world.house, applicant, 'org.apply', anApplication(world.orgs.nanhai, { newcomer: null }));
    const { items } = await call(world.house, administrator, 'org.applications', {});
    const applicationId = items.find(({ name }) => name === applicant.name)?.applicationId ?? '';
    const approval = { applicationId, post: aPost(), requestId: rid() };
    const claim = () => call(world.house, invited, 'org.claim', claimed(link));
    const approve = () => call(world.house, administrator, 'org.approveApplication', approval);
    for (const [who, give, lost] of [
      [invited, claim, 'NOT_SIGNED_IN'],
      [applicant, approve, 'APPLICATION_ANSWERED'],
    ] as const) {
      const results = await allAtOnce<unknown>(world, [give, close(who)], 'post, contact, invitation, application');
      const hasPost = (await postsOf(who.personId)) === 1;
      expect(outcomes(results)).toEqual(hasPost ? ['STILL_IN_POST', 'ok'] : [lost, 'ok']);
    }
  }
}, 60_000);

it('D9.5 who was invited, and who invited, can be erased', async () => {
  const administrator = await anAdministrator();
  const youth = world.factory.aYouth();
  await world.factory.save();
  const { link } = await anInvitation(world, administrator, world.orgs.nanhai, { post: aPost() });
  await call(world.house, youth, 'org.claim', claimed(link));
  const ids = [administrator.personId, youth.personId];
  await sql`select erase_people(array(select ctid from person where id = any(${ids}::uuid[])))`.execute(
    world.db.kysely,
  );
  const { rows } = await sql`select name, made_by_name from invitation where claimed_by = ${youth.personId}`.execute(
    world.db.kysely,
  );
  expect(rows).toEqual([{ name: '', made_by_name: '' }]);
});

it('D9.3 who employed a cadre once does not end what is approved elsewhere', async () => {
  const { factory, orgs, house } = world;
  const before = factory.aCadre({ org: orgs.chancheng, from: '2024-01-01', until: '2026-01-01' });
  const now = factory.aCadre({ org: orgs.nanhai, person: before, from: '2026-01-01' });
  const [once, today] = [
    factory.anAdministrator({ org: orgs.chancheng }),
    factory.anAdministrator({ org: orgs.nanhai }),
  ];
  await factory.save();
  const approval = { postId: now.postId, from: factory.today, until: null, requestId: rid() };
  await call(house, today, 'org.approveMinors', approval);
  await expect(call(house, once, 'org.endMinors', { postId: before.postId, requestId: rid() })).rejects.toMatchObject({
    code: 'POST_ENDED',
  });
  expect((await call(house, today, 'org.cadre', { postId: now.postId })).minors).not.toBeNull();
});
