import { byToken } from '../../cloudfunctions/api/doors/identity';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, identityOf, newcomer, nobody, UNCOUNTED } from '../support/house';
import { aWorld, type World } from '../support/world';
import { accountsOf, countPeople, entry } from './registering';
import { NOTICE } from '../support/notice';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const rowsOf = (openid: string) => accountsOf(world, openid);
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
const people = () => countPeople(world);

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
    expect(record).toMatchObject({ youth: { birthMonth: '2003-05' }, consents: [{ version: NOTICE }] });
    const kept = await world.db.kysely
      .selectFrom('youth')
      .innerJoin('unit_check as k', 'k.youth_id', 'person_id')
      .selectAll('youth')
      .where('k.unit', '=', '新合 精工')
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
    const again = {
      kind: 'person' as const,
      personId: row?.person_id ?? '',
      account,
      session: null,
      counted: UNCOUNTED,
    };
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
});
