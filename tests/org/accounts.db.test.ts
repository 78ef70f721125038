import { call, identityOf, newcomer, nobody, rid } from '../support/house';
import { allAtOnce, outcomes } from '../support/barrier';
import { aWorld, type World } from '../support/world';
import { byToken } from '../../cloudfunctions/api/doors/identity';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const entry = (more: object = {}) => ({
  noticeVersion: 1,
  name: '岑乐怡',
  birthYear: 2003,
  birthMonth: 5,
  field: 'newMedia' as const,
  unit: null,
  requestId: rid(),
  ...more,
});
const rowsOf = (openid: string) =>
  world.db.kysely.selectFrom('account').selectAll().where('openid', '=', openid).execute();
const people = async () => (await world.db.kysely.selectFrom('person').select('id').execute()).length;

describe('D9.1 nothing is stored before the tap', () => {
  it('a newcomer reads the notice and who they are, and leaves no trace', async () => {
    const before = await people();
    const who = newcomer('oTRACELESS');
    expect(await call(world.house, who, 'org.me', {})).toMatchObject({
      newcomer: true,
      noticeDue: 1,
      youth: null,
      cadre: null,
    });
    expect((await call(world.house, nobody, 'privacy.notice', {})).answers).toHaveLength(5);
    expect(await people()).toBe(before);
    expect(await rowsOf('oTRACELESS')).toEqual([]);
  });

  it('D9.6 agreeing and registering is one write, of a birth month and no more: person, account, consent, youth, session', async () => {
    const { token } = await call(world.house, newcomer('oFIRST'), 'org.register', entry({ unit: ' 新合  精工 ' }), {
      bySession: true,
    });
    const identity = await byToken(world.house, token ?? '', new Date());
    expect(identity).toMatchObject({ kind: 'person' });
    const me = await call(world.house, identity, 'org.me', {});
    expect(me).toMatchObject({
      newcomer: false,
      noticeDue: null,
      youth: { name: '岑乐怡', field: 'newMedia', unit: '新合 精工', minor: false },
    });
    const record = await call(world.house, identity, 'privacy.record', {});
    expect(record).toMatchObject({ youth: { birthMonth: '2003-05' }, consents: [{ version: 1 }] });
    const kept = await world.db.kysely
      .selectFrom('youth')
      .selectAll()
      .where('unit', '=', '新合 精工')
      .executeTakeFirst();
    expect(Object.keys(kept ?? {}).sort()).toEqual(['birth_month', 'field', 'person_id', 'registered_at', 'unit']);
  });

  it('where the platform vouches for the caller there is no session to give', async () => {
    expect(await call(world.house, newcomer('oWX'), 'org.register', entry(), { bySession: false })).toEqual({
      token: null,
      expiresAt: null,
    });
  });
});

describe('D1.3 who may register', () => {
  it('not under 14, kindly refused and nothing stored; from 14 on, marked', async () => {
    const year = new Date().getUTCFullYear();
    const before = await people();
    await expect(
      call(world.house, newcomer('oCHILD'), 'org.register', entry({ birthYear: year - 13, birthMonth: 1 })),
    ).rejects.toMatchObject({
      code: 'UNDER_14',
      data: { rule: 'D1.3' },
    });
    expect(await people()).toBe(before);
    await call(world.house, newcomer('oTEEN'), 'org.register', entry({ birthYear: year - 15, birthMonth: 1 }));
    const [teen] = await rowsOf('oTEEN');
    expect(await call(world.house, identityOf({ personId: teen?.person_id ?? '' }), 'org.me', {})).toMatchObject({
      youth: { minor: true },
    });
  });

  it('D9.1 not under a notice that is not in force', async () => {
    await expect(
      call(world.house, newcomer('oOLD'), 'org.register', entry({ noticeVersion: 7 })),
    ).rejects.toMatchObject({ code: 'NOTICE_OUTDATED' });
  });

  it.each(['', ' ', '<b>x</b>', 'a\u0000b', '李'.repeat(31), '123', '😀'])('not as %j', async (name) => {
    await expect(call(world.house, newcomer('oNAME'), 'org.register', entry({ name }))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it.each(['阿卜杜拉·买买提', "Jean-Luc O'Neill", '欧阳嘉豪'])('as %s', async (name) => {
    await call(world.house, newcomer(`o${name}`), 'org.register', entry({ name }));
    expect(await rowsOf(`o${name}`)).toHaveLength(1);
  });
});

describe('C4 once', () => {
  it('the same registration again, by then as a person, gives a session again and no second person', async () => {
    const input = entry();
    const account = { appId: world.house.settings.APP_WX_APPID, openid: 'oTWICE' };
    const first = await call(world.house, newcomer('oTWICE'), 'org.register', input, { bySession: true });
    const [row] = await rowsOf('oTWICE');
    const again = { kind: 'person' as const, personId: row?.person_id ?? '', account, session: null };
    const second = await call(world.house, again, 'org.register', input, { bySession: true });
    expect(first.token).not.toBeNull();
    expect(await byToken(world.house, second.token ?? '', new Date())).toMatchObject({ personId: row?.person_id });
    await expect(call(world.house, again, 'org.register', entry())).rejects.toMatchObject({
      code: 'ALREADY_REGISTERED',
    });
  });

  it('two registrations of one account at once make one person', async () => {
    const before = await people();
    const results = await allAtOnce(world, [
      () => call(world.house, newcomer('oRACE'), 'org.register', entry()),
      () => call(world.house, newcomer('oRACE'), 'org.register', entry()),
    ]);
    expect(outcomes(results)).toEqual(['ALREADY_REGISTERED', 'ok']);
    expect(await people()).toBe(before + 1);
  });
});

describe('sessions', () => {
  it('end at once by signing out, and by themselves after thirty days', async () => {
    const { token } = await call(world.house, newcomer('oSESSION'), 'org.register', entry(), { bySession: true });
    const month = 30 * 86_400_000;
    expect(await byToken(world.house, token ?? '', new Date(Date.now() + month - 60_000))).toMatchObject({
      kind: 'person',
    });
    expect(await byToken(world.house, token ?? '', new Date(Date.now() + month + 60_000))).toEqual({ kind: 'nobody' });
    const identity = await byToken(world.house, token ?? '', new Date());
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

  it('a made-up token is nobody', async () => {
    for (const token of ['', 'x', 'k1.AAAA', 'a'.repeat(43)])
      expect(await byToken(world.house, token, new Date())).toEqual({ kind: 'nobody' });
  });
});

describe('D2.4 channels', () => {
  it('D9.7 are sealed in the table, and replaced as a whole', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const set = (channels: { kind: 'wechat' | 'phone'; value: string; circle: 'contacts' }[]) =>
      call(world.house, cadre, 'org.setChannels', { channels, requestId: rid() });
    await set([
      { kind: 'phone', value: '13800138000', circle: 'contacts' },
      { kind: 'wechat', value: 'abc', circle: 'contacts' },
    ]);
    const rows = await world.db.kysely
      .selectFrom('channel')
      .selectAll()
      .where('person_id', '=', cadre.personId)
      .execute();
    expect(JSON.stringify(rows)).not.toContain('13800138000');
    await set([{ kind: 'phone', value: '13900139000', circle: 'contacts' }]);
    const me = await call(world.house, cadre, 'org.me', {});
    expect(me.cadre?.channels).toEqual([{ kind: 'phone', value: '13900139000', circle: 'contacts' }]);
  });
});

describe('D1.1, C6 posts', () => {
  it('a second post at the same time is impossible, the next day it is not', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai, until: '2026-06-01' });
    await world.factory.save();
    world.factory.aCadre({ org: world.orgs.foshan, person: cadre, from: '2026-05-31' });
    await expect(world.factory.save()).rejects.toMatchObject({ constraint: 'one_post_at_a_time' });
    world.factory.aCadre({ org: world.orgs.foshan, person: cadre, from: '2026-06-01' });
    await world.factory.save();
  });

  it('D1.2 a leading organ is one from a day on: its part-time cadres then owe 100', async () => {
    const committee = await world.factory.anOrg({ parent: world.orgs.province, level: 'unit', name: '省直机关团工委' });
    await world.db.kysely
      .insertInto('leading_organ')
      .values({ org_id: committee.id, from_day: '2026-07-01', until_day: '2027-07-01' })
      .execute();
    const cadre = world.factory.aCadre({ org: committee, service: 'partTime', from: '2026-01-01' });
    await world.factory.save();
    const quotaAt = async (now: string) =>
      (await call(world.house, cadre, 'org.me', {}, { now: new Date(now) })).cadre?.standing.quota;
    expect(await quotaAt('2026-06-30T12:00:00Z')).toBe(10);
    expect(await quotaAt('2026-07-01T12:00:00Z')).toBe(100);
    expect(await quotaAt('2027-07-01T12:00:00Z')).toBe(10);
  });

  it('D10.4 the quota is that of the post of the day', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.shishan, service: 'partTime', until: '2027-01-01' });
    world.factory.aCadre({ org: world.orgs.nanhai, person: cadre, service: 'fullTime', from: '2027-01-01' });
    await world.factory.save();
    const quotaAt = async (now: string) =>
      (await call(world.house, cadre, 'org.me', {}, { now: new Date(now) })).cadre?.standing.quota;
    expect(await quotaAt('2026-12-31T15:59:59Z')).toBe(10);
    expect(await quotaAt('2026-12-31T16:00:00Z')).toBe(100);
  });
});
