import { policy } from '../../config/policy';
import { byToken } from '../../cloudfunctions/api/doors/identity';
import { openSession, tokenHash, type Device } from '../../cloudfunctions/api/kernel/sessions';
import { watchStatements } from '../../local/bench/statements';
import type { MadeYouth } from '../factory';
import { call, nobody, openHouse, rid } from '../support/house';
import { aWorld, type World } from '../support/world';
import { aDesktop, askOn } from './desktop';

let world: World;
let youth: MadeYouth;

beforeAll(async () => {
  world = await aWorld();
  youth = world.factory.aYouth();
  await world.factory.save();
});
afterAll(() => world.end());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = new Date('2026-11-26T08:00:00.000Z');
const at = (ms: number) => new Date(start.getTime() + ms);

const aSession = async (kind: Device['kind'], words = '', who = youth): Promise<string> => {
  const opened = await world.db.kysely
    .transaction()
    .execute((tx) => openSession(tx, who.personId, start, { kind, words }));
  return opened.token;
};
/** A browser that a person has let in, and its way to come. */
async function letInAndNotCome(who: MadeYouth) {
  const { text, secret } = await askOn(aDesktop(world, () => start));
  await call(world.house, who, 'account.approveSignIn', { text, requestId: rid() }, { now: start });
  return () => call(world.house, nobody, 'account.finishSignIn', { secret }, { now: start });
}

const isIn = async (token: string, ms: number): Promise<boolean> =>
  (await byToken(world.house, token, at(ms))).kind === 'person';

describe.each(['browser', 'miniProgram'] as const)('a session of a %s', (kind) => {
  const { idleDays, days } = policy.session[kind];

  it(`ends after ${idleDays} days unused, to the millisecond`, async () => {
    expect(await isIn(await aSession(kind), idleDays * DAY - 1)).toBe(true);
    expect(await isIn(await aSession(kind), idleDays * DAY)).toBe(false);
  });

  it(`used, goes on, and ends after ${days} days whatever happens`, async () => {
    const token = await aSession(kind);
    const step = (idleDays * DAY) / 2;
    for (let ms = step; ms < days * DAY; ms += step) expect([ms, await isIn(token, ms)]).toEqual([ms, true]);
    expect(await isIn(token, days * DAY - 1)).toBe(true);
    expect(await isIn(token, days * DAY)).toBe(false);
  });
});

describe('when it was last seen', () => {
  const seenAt = async (token: string) => {
    const row = await world.db.kysely
      .selectFrom('session')
      .select('last_seen_at')
      .where('token_hash', '=', tokenHash(token))
      .executeTakeFirstOrThrow();
    return row.last_seen_at.getTime() - start.getTime();
  };

  it('is written once an hour, and not for a session that has ended', async () => {
    const token = await aSession('browser');
    await isIn(token, HOUR - 1);
    expect(await seenAt(token)).toBe(0);
    await isIn(token, HOUR);
    expect(await seenAt(token)).toBe(HOUR);
    await isIn(token, HOUR + 1);
    await isIn(token, 2 * HOUR - 1);
    expect(await seenAt(token)).toBe(HOUR);
    await isIn(token, HOUR + 3 * DAY);
    expect(await seenAt(token)).toBe(HOUR);
  });

  it('of two calls at once one writes, and both are heard', async () => {
    const token = await aSession('browser');
    expect(await Promise.all(Array.from({ length: 8 }, () => isIn(token, HOUR)))).toEqual(Array(8).fill(true));
    expect(await seenAt(token)).toBe(HOUR);
  });

  it('costs no statement: a call that writes it asks as often as one that does not', async () => {
    const house = openHouse(world.apiUrl, 1);
    let statements = 0;
    watchStatements(house.database.pool, () => (statements += 1));
    const token = await aSession('browser');
    const counted = async (ms: number) => {
      statements = 0;
      const identity = await byToken(house, token, at(ms));
      const found = statements;
      await call(house, identity, 'privacy.record', {}, { now: at(ms) });
      return [found, statements];
    };
    await counted(0);
    const [quiet, writing] = [await counted(1), await counted(HOUR)];
    expect(writing).toEqual(quiet);
    expect(quiet[0]).toBe(1);
    await house.end();
  });
});

describe('devices', () => {
  const devicesOf = async (token: string, ms = 0) =>
    call(world.house, await byToken(world.house, token, at(ms)), 'account.devices', {}, { now: at(ms) });
  const oneOf = (devices: Awaited<ReturnType<typeof devicesOf>>, words: string) =>
    devices.items.find(({ device }) => device === words);

  it('are those that are still signed in, the last used first, to the hour, and which of them is this', async () => {
    const person = world.factory.aYouth();
    await world.factory.save();
    const phone = await aSession('miniProgram', '安卓上的微信', person);
    await aSession('browser', 'Mac 上的 Safari', person);
    const { items, today } = await devicesOf(phone, 90 * 60_000);
    expect(today).toBe('2026-11-26');
    expect(items).toEqual([
      {
        deviceId: expect.any(String) as string,
        device: '安卓上的微信',
        since: '2026-11-26',
        lastSeenAt: '2026-11-26T09:00:00.000Z',
        thisOne: true,
      },
      expect.objectContaining({ device: 'Mac 上的 Safari', thisOne: false }),
    ]);
    expect((await devicesOf(phone, 3 * DAY)).items.map(({ device }) => device)).toEqual(['安卓上的微信']);
    expect(JSON.stringify(items)).not.toContain(tokenHash(phone).toString('hex'));
  });

  it('one that is ended is out at its next call, and only that one', async () => {
    const person = world.factory.aYouth();
    await world.factory.save();
    const [phone, desktop, other] = [
      await aSession('miniProgram', '微信', person),
      await aSession('browser', 'A', person),
      await aSession('browser', 'B', person),
    ];
    const deviceId = oneOf(await devicesOf(phone), 'A')?.deviceId ?? '';
    const requestId = rid();
    const identity = await byToken(world.house, phone, start);
    const end = (id = requestId) =>
      call(world.house, identity, 'account.endDevice', { deviceId, requestId: id }, { now: start });
    expect(await end()).toEqual({ deviceId });
    expect([await isIn(desktop, 0), await isIn(phone, 0), await isIn(other, 0)]).toEqual([false, true, true]);
    expect(await end()).toEqual({ deviceId });
    await expect(end(rid())).rejects.toMatchObject({ code: 'DEVICE_NOT_FOUND' });
  });

  it('DEVICE_NOT_FOUND another person’s is none of mine', async () => {
    const [mine, theirs] = [world.factory.aYouth(), world.factory.aYouth()];
    await world.factory.save();
    const token = await aSession('browser', 'theirs', theirs);
    const deviceId = oneOf(await devicesOf(token), 'theirs')?.deviceId ?? '';
    await expect(call(world.house, mine, 'account.endDevice', { deviceId, requestId: rid() })).rejects.toMatchObject({
      code: 'DEVICE_NOT_FOUND',
    });
    expect(await isIn(token, 0)).toBe(true);
  });

  it('all others are ended together, and this one stays', async () => {
    const person = world.factory.aYouth();
    await world.factory.save();
    const [phone, ...others] = [
      await aSession('miniProgram', '微信', person),
      await aSession('browser', 'A', person),
      await aSession('browser', 'B', person),
    ];
    const identity = await byToken(world.house, phone, start);
    const come = await letInAndNotCome(person);
    await call(world.house, identity, 'account.endOthers', { requestId: rid() }, { now: start });
    expect(await isIn(phone, 0)).toBe(true);
    for (const token of others) expect(await isIn(token, 0)).toBe(false);
    await expect(come()).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    const throughWeChat = { ...identity, session: null };
    await call(world.house, throughWeChat as typeof identity, 'account.endOthers', { requestId: rid() });
    expect(await isIn(phone, 0)).toBe(false);
  });
});
