import { byAccount } from '../../cloudfunctions/api/doors/identity';
import { APP_ID, type MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, newcomer, nobody, rid } from '../support/house';
import { aWeixin, type Weixin } from '../support/weixin';
import { aWorld, type World } from '../support/world';
import { entry } from '../org/registering';
import { anAsking, candidatesFor, waitingFor } from './asking';
import { aDesktop, askOn } from './desktop';

const ROUNDS = 12;

let world: World;
let weixin: Weixin;
let admins: MadePerson[];

beforeAll(async () => {
  world = await aWorld();
  weixin = await aWeixin(world.house.settings.APP_WX_SECRET);
  Object.assign(world.house.settings, weixin.settings);
  const { factory, orgs } = world;
  admins = [factory.anAdministrator({ org: orgs.nanhai }), factory.anAdministrator({ org: orgs.foshan })];
  await factory.save();
});
afterAll(async () => {
  await world.end();
  await weixin.end();
});

const sessionsOf = async ({ personId }: MadePerson): Promise<number> =>
  (await world.db.kysely.selectFrom('session').select('id').where('person_id', '=', personId).execute()).length;
const isSomebody = async (openid: string) =>
  (await byAccount(world.house, { appId: APP_ID, openid })).kind === 'person';

it('two phones approve one code: one of them has, and the browser is that one’s', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const people = [world.factory.aYouth(), world.factory.aYouth()];
    await world.factory.save();
    const { text, secret } = await askOn(aDesktop(world));
    const results = await allAtOnce(
      world,
      people.map((who) => () => call(world.house, who, 'account.approveSignIn', { text, requestId: rid() })),
      'sign_in',
    );
    expect(outcomes(results)).toEqual(['SIGN_IN_ANSWERED', 'ok']);
    await call(world.house, nobody, 'account.finishSignIn', { secret });
    const winner = results.findIndex(({ status }) => status === 'fulfilled');
    expect(await Promise.all(people.map(sessionsOf))).toEqual(winner === 0 ? [1, 0] : [0, 1]);
  }
});

it('who ends all other sessions ends also what one of them lets in at that moment', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const who = world.factory.aYouth();
    await world.factory.save();
    const [browser, another] = [aDesktop(world), aDesktop(world)];
    const first = await askOn(browser);
    await call(world.house, who, 'account.approveSignIn', { text: first.text, requestId: rid() });
    await browser.post('account.finishSignIn', { secret: first.secret });
    const { text, secret } = await askOn(another);
    await allAtOnce<unknown>(
      world,
      [
        () => browser.post('account.approveSignIn', { text, requestId: rid() }),
        () => call(world.house, who, 'account.endOthers', { requestId: rid() }),
      ],
      'sign_in, session',
    );
    await another.post('account.finishSignIn', { secret });
    expect((await another.post('org.me', {})).code).toBe('NOT_SIGNED_IN');
    expect((await browser.post('org.me', {})).code).toBe('NOT_SIGNED_IN');
  }
});

it('a yes and a no at once: one of them counts', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const who = world.factory.aYouth();
    await world.factory.save();
    const { text } = await askOn(aDesktop(world));
    const results = await allAtOnce(
      world,
      [
        () => call(world.house, who, 'account.approveSignIn', { text, requestId: rid() }),
        () => call(world.house, who, 'account.refuseSignIn', { text, requestId: rid() }),
      ],
      'sign_in',
    );
    expect(outcomes(results)).toEqual(['SIGN_IN_ANSWERED', 'ok']);
  }
});

it('the browser asks several times at once: one session', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const who = world.factory.aYouth();
    await world.factory.save();
    const { text, secret } = await askOn(aDesktop(world));
    await call(world.house, who, 'account.approveSignIn', { text, requestId: rid() });
    const results = await allAtOnce(
      world,
      Array.from({ length: 3 }, () => () => call(world.house, nobody, 'account.finishSignIn', { secret })),
      'sign_in',
    );
    expect(outcomes(results)).toEqual(['SIGN_IN_EXPIRED', 'SIGN_IN_EXPIRED', 'ok']);
    expect(await sessionsOf(who)).toBe(1);
  }
});

async function aWaiting(name: string) {
  const cadre = world.factory.aCadre({ org: world.orgs.nanhai, name });
  await world.factory.save();
  const { openid } = await anAsking(world, name, world.orgs.nanhai);
  const { bindingId = '' } = (await waitingFor(world, admins[0] as MadePerson, name)) ?? {};
  const [only] = await candidatesFor(world, admins[0] as MadePerson, bindingId);
  const approve = (who: MadePerson) =>
    call(world.house, who, 'account.approveBinding', {
      bindingId,
      candidate: only?.candidate ?? '',
      requestId: rid(),
    });
  return { cadre, openid, bindingId, approve };
}

it('C7 two administrators at once: one binds, one is told', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { cadre, openid, approve } = await aWaiting('两位管理员');
    const results = await allAtOnce(
      world,
      admins.map((who) => () => approve(who)),
      'binding',
    );
    expect(outcomes(results)).toEqual(['BINDING_ANSWERED', 'ok']);
    expect([await isSomebody(openid), await isSomebody(cadre.openid)]).toEqual([true, false]);
    await world.db.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', cadre.personId)
      .execute();
  }
});

it('C7 one administrator approves, another refuses, at once: one answer', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { cadre, openid, bindingId, approve } = await aWaiting('一是一否');
    const [one, other] = admins as [MadePerson, MadePerson];
    const results = await allAtOnce(
      world,
      [
        () => approve(one),
        () => call(world.house, other, 'account.refuseBinding', { bindingId, reason: '不', requestId: rid() }),
      ],
      'binding',
    );
    expect(outcomes(results)).toEqual(['BINDING_ANSWERED', 'ok']);
    const approved = results[0]?.status === 'fulfilled';
    expect([await isSomebody(openid), await isSomebody(cadre.openid)]).toEqual([approved, !approved]);
    await world.db.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', cadre.personId)
      .execute();
  }
});

it('C7 the asker registers while an administrator approves: one of the two, and never two people in one', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { cadre, openid, approve } = await aWaiting('边等边登记');
    const [one] = admins as [MadePerson];
    const results = await allAtOnce(
      world,
      [
        () => approve(one),
        () =>
          call(world.house, newcomer(openid), 'org.register', entry({ name: '边等边登记' })).then(() => ({
            bindingId: '',
          })),
      ],
      'account',
    );
    const [bound, registered] = results.map(({ status }) => status === 'fulfilled');
    expect([bound, registered]).toEqual(bound ? [true, false] : [false, true]);
    const { rows } = await world.db.pool.query<{ person_id: string }>(
      'select person_id from account where openid = $1',
      [openid],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.person_id === cadre.personId).toBe(bound);
    expect(await isSomebody(cadre.openid)).toBe(!bound);
    await world.db.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', cadre.personId)
      .execute();
  }
});

it('C7 the old account signs in while it is replaced: no session of it is alive afterwards', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { cadre, approve } = await aWaiting('正在登录');
    const [one] = admins as [MadePerson];
    jest
      .spyOn(global, 'fetch')
      .mockImplementation(() => Promise.resolve(new Response(JSON.stringify({ openid: cadre.openid }))));
    await allAtOnce(
      world,
      [
        () => approve(one),
        () => call(world.house, nobody, 'org.signIn', { code: 'c' }).then(() => ({ bindingId: '' })),
      ],
      'session, former_account',
    );
    jest.restoreAllMocks();
    const alive = await world.db.kysely
      .selectFrom('session')
      .select('id')
      .where('person_id', '=', cadre.personId)
      .where('ended_at', 'is', null)
      .execute();
    expect(alive).toEqual([]);
    await world.db.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', cadre.personId)
      .execute();
  }
});
