import { byToken } from '../../cloudfunctions/api/doors/identity';
import { call, callRaw, newcomer, nobody } from '../support/house';
import { aWorld, type World } from '../support/world';
import { accountsOf, countPeople, entry } from './registering';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const rowsOf = (openid: string) => accountsOf(world, openid);
const people = () => countPeople(world);

describe('signing in by the code of wx.login', () => {
  const answers = (openid: string) =>
    jest.spyOn(global, 'fetch').mockImplementationOnce(() => Promise.resolve(new Response(JSON.stringify({ openid }))));

  it('D9.1 a newcomer gets a ticket and no row; the person who came of it gets a session', async () => {
    const before = await people();
    answers('oSIGNIN');
    const ticket = await call(world.house, nobody, 'org.signIn', { code: 'code-1' });
    const arrived = await byToken(world.house, ticket.token, new Date());
    expect(arrived).toEqual({
      kind: 'newcomer',
      account: { appId: world.house.settings.APP_WX_APPID, openid: 'oSIGNIN' },
    });
    expect(await people()).toBe(before);

    await call(world.house, arrived, 'org.register', entry(), { bySession: true });
    answers('oSIGNIN');
    const { token } = await call(world.house, nobody, 'org.signIn', { code: 'code-2' });
    const [row] = await rowsOf('oSIGNIN');
    expect(await byToken(world.house, token, new Date())).toMatchObject({ kind: 'person', personId: row?.person_id });
    jest.restoreAllMocks();
  });
});

describe('sessions', () => {
  it('end at once by signing out', async () => {
    const { token } = await call(world.house, newcomer('oSESSION'), 'org.register', entry(), { bySession: true });
    const identity = await byToken(world.house, token ?? '', new Date());
    expect(identity).toMatchObject({ kind: 'person' });
    await call(world.house, identity, 'org.signOut', {});
    expect(await byToken(world.house, token ?? '', new Date())).toEqual({ kind: 'nobody' });
  });

  it('D9.5 a closed account has none', async () => {
    const { token } = await call(world.house, newcomer('oCLOSED'), 'org.register', entry(), { bySession: true });
    const [row] = await rowsOf('oCLOSED');
    await world.db.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', row?.person_id ?? '')
      .execute();
    expect(await byToken(world.house, token ?? '', new Date())).toEqual({ kind: 'nobody' });
  });

  it('D9.5 who closes the account while a call is on its way is signed out, and no fault', async () => {
    const { token } = await call(world.house, newcomer('oCLOSING'), 'org.register', entry(), { bySession: true });
    const identity = await byToken(world.house, token ?? '', new Date());
    const [row] = await rowsOf('oCLOSING');
    await world.db.kysely
      .updateTable('person')
      .set({ closed_at: new Date() })
      .where('id', '=', row?.person_id ?? '')
      .execute();
    for (const op of ['org.me', 'org.signOut', 'privacy.record', 'privacy.notice'])
      expect(await callRaw(world.house, identity, op, {})).toMatchObject({
        ok: false,
        error: { code: 'NOT_SIGNED_IN', status: 401, defined: true },
      });
  });

  it('a made-up token is nobody', async () => {
    for (const token of ['', 'x', 'k1.AAAA', 'a'.repeat(43)])
      expect(await byToken(world.house, token, new Date())).toEqual({ kind: 'nobody' });
  });
});
