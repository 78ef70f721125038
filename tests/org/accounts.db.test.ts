import { call, identityOf, newcomer, nobody, rid, testSettings } from '../support/house';
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
/** Rows that name, or are kept under, somebody who is nobody yet. */
async function traces(): Promise<string[]> {
  const kept = await world.db.kysely
    .selectFrom('request')
    .select('actor_key')
    .where('actor_key', 'like', 'a:%')
    .execute();
  const limited = await world.db.kysely.selectFrom('rate_limit').select('key').where('key', 'like', '%a:%').execute();
  const accounts = await rowsOf('oTRACELESS');
  return [...kept.map((row) => row.actor_key), ...limited.map((row) => row.key), ...accounts.map((row) => row.openid)];
}
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
    await expect(call(world.house, who, 'contact.holders', {})).rejects.toMatchObject({ code: 'NOT_REGISTERED' });
    expect(await people()).toBe(before);
    expect(await traces()).toEqual([]);
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
    expect(await rowsOf('oCHILD')).toEqual([]);
    const kept = await world.db.kysely
      .selectFrom('request')
      .select('outcome')
      .where('operation', '=', 'org.register')
      .execute();
    expect(JSON.stringify(kept)).not.toContain('UNDER_14');
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

  it.each(['阿卜杜拉·买买提', "Jean-Luc O'Neill", 'O’Neil', '欧阳嘉豪'])('as %s', async (name) => {
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

describe('writes of one person at once', () => {
  it('two registrations of a cadre from two devices: one is told that it is done', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const results = await allAtOnce(world, [
      () => call(world.house, cadre, 'org.register', entry()),
      () => call(world.house, cadre, 'org.register', entry()),
    ]);
    expect(outcomes(results)).toEqual(['ALREADY_REGISTERED', 'ok']);
  });

  it('D2.4 two sets of channels: both are answered, one of them stands whole', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const set = (value: string) => () =>
      call(world.house, cadre, 'org.setChannels', {
        channels: [{ kind: 'wechat' as const, value, circle: 'contacts' as const }],
        requestId: rid(),
      });
    const results = await Promise.allSettled([set('first'), set('second'), set('third')].map((write) => write()));
    expect(outcomes(results)).toEqual(['ok', 'ok', 'ok']);
    expect((await call(world.house, cadre, 'org.me', {})).cadre?.channels).toHaveLength(1);
  });
});

describe('D9.7 keys can be changed', () => {
  it('a code is made anew and a channel still opens under a new key, with the old one behind it', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    const youth = world.factory.aYouth();
    await world.factory.save();
    await call(world.house, cadre, 'org.setChannels', {
      channels: [{ kind: 'phone', value: '13800138000', circle: 'contacts' }],
      requestId: rid(),
    });
    const before = await call(world.house, cadre, 'contact.code', { kind: 'cadre' });
    const { APP_CODE_KEY, APP_FIELD_KEY } = world.house.settings;
    const newKey = `k2:${Buffer.alloc(32, 9).toString('base64')}`;
    const settings = testSettings({
      APP_CODE_KEY: `${newKey},${APP_CODE_KEY}`,
      APP_FIELD_KEY: `${newKey},${APP_FIELD_KEY}`,
    });
    const house = { ...world.house, settings };

    const after = await call(house, cadre, 'contact.code', { kind: 'cadre' });
    expect(after.codes[0]?.text).not.toBe(before.codes[0]?.text);
    await expect(call(house, youth, 'contact.preview', { text: before.codes[0]?.text ?? '' })).rejects.toMatchObject({
      code: 'CODE_UNKNOWN',
    });
    await call(house, youth, 'contact.register', { text: after.codes[0]?.text ?? '', requestId: rid() });
    expect((await call(house, youth, 'contact.holders', {})).items[0]?.channels).toEqual([
      { kind: 'phone', value: '13800138000' },
    ]);
  });

  it('a live code that was on the phone when the key changed is good to its end', async () => {
    const cadre = world.factory.aCadre({ org: world.orgs.nanhai });
    const youth = world.factory.aYouth();
    await world.factory.save();
    const { codes } = await call(world.house, youth, 'contact.code', { kind: 'youth' });
    const settings = testSettings({
      APP_CODE_KEY: `k2:${Buffer.alloc(32, 9).toString('base64')},${world.house.settings.APP_CODE_KEY}`,
    });
    const text = codes[0]?.text ?? '';
    expect(await call({ ...world.house, settings }, cadre, 'contact.preview', { text })).toMatchObject({
      kind: 'youth',
    });
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

  it('C2 the youths go on into the next post: progress is shown against the new quota', async () => {
    const first = world.factory.aCadre({ org: world.orgs.shishan, service: 'partTime', until: '2027-01-01' });
    world.factory.aCadre({ org: world.orgs.nanhai, person: first, from: '2027-01-01' });
    for (let i = 0; i < 3; i++) world.factory.aContact({ cadre: first, youth: world.factory.aYouth() });
    await world.factory.save();
    const me = await call(world.house, first, 'org.me', {}, { now: new Date('2027-02-01T00:00:00Z') });
    expect(me.cadre?.standing).toMatchObject({ counted: 3, quota: 100, missing: 97 });
  });
});
