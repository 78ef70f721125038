import { httpDoor, type HttpEvent } from '../../cloudfunctions/api/doors/http';
import { sealNewcomer } from '../../cloudfunctions/api/kernel/sessions';
import { mintSession } from '../../local/chooser/mint';
import { readKeys } from '../../cloudfunctions/api/kernel/secrets';
import type { MadeCadre } from '../factory';
import { anInvitation, claimed } from '../org/inviting';
import { CODE_HOST, rid } from '../support/house';
import { aWorld, liveCode, type World } from '../support/world';
import { NOTICE } from '../support/notice';

let world: World;
let cadre: MadeCadre;
let token: string;

beforeAll(async () => {
  world = await aWorld();
  cadre = world.factory.aCadre({ org: world.orgs.nanhai, name: '梁倩文' });
  await world.factory.save();
  token = (await mintSession(world.ownerUrl, cadre.personId)).token;
});
afterAll(() => world.end());

const JSON_TYPE = { 'content-type': 'application/json' };

async function post(path: string, body: unknown, headers: Record<string, string> = {}, more: Partial<HttpEvent> = {}) {
  const event = {
    path,
    httpMethod: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...more,
  };
  const { statusCode, headers: sent, body: text } = await httpDoor(world.house, event, new Date());
  return {
    statusCode,
    headers: sent,
    answer: text
      ? (JSON.parse(text) as { ok: boolean; output?: Record<string, unknown>; error?: { code: string } })
      : null,
  };
}

describe('D1.1 who calls', () => {
  it('a bearer token, with or without the route’s prefix in the path, header names in any case', async () => {
    for (const path of ['/api/org/me', '/org/me']) {
      const { statusCode, answer } = await post(path, {}, { Authorization: `Bearer ${token}` });
      expect([statusCode, (answer?.output?.cadre as { name: string }).name]).toEqual([200, '梁倩文']);
    }
  });

  it('a cookie, and then only from our own pages', async () => {
    const cookie = `theme=dark; sid=${token}`;
    expect((await post('/api/org/me', {}, { cookie, origin: CODE_HOST })).statusCode).toBe(200);
    for (const origin of ['https://evil.example.org', 'null', '']) {
      const { statusCode, answer } = await post('/api/org/me', {}, { cookie, ...(origin ? { origin } : {}) });
      expect([origin, statusCode, answer?.error?.code]).toEqual([origin, 403, 'FORBIDDEN']);
    }
  });

  it('nobody without a token, or with a made-up one; a person named in the input is not read', async () => {
    expect((await post('/api/org/me', { personId: cadre.personId })).statusCode).toBe(400);
    expect((await post('/api/org/me', {})).answer?.error?.code).toBe('NOT_SIGNED_IN');
    expect((await post('/api/org/me', {}, { authorization: 'Bearer made.up' })).answer?.error?.code).toBe(
      'NOT_SIGNED_IN',
    );
  });
});

describe('a write that waited under one person', () => {
  const writeAs = (sender: string) =>
    post(
      '/api/org/setChannels',
      { channels: [], requestId: rid() },
      { authorization: `Bearer ${token}`, 'x-sender': sender },
    );

  it('is done for that person', async () => {
    expect((await writeAs(cadre.personId)).statusCode).toBe(200);
  });

  it('SENDER_CHANGED is refused, nothing written, when somebody else is signed in by now', async () => {
    const [other] = [world.factory.aCadre({ org: world.orgs.nanhai })];
    await world.factory.save();
    const before = await world.db.kysely.selectFrom('request').selectAll().execute();
    for (const sender of [other.personId, '', 'null', cadre.personId.toUpperCase()]) {
      const { statusCode, answer } = await writeAs(sender);
      expect([sender, statusCode, answer?.error?.code]).toEqual([sender, 409, 'SENDER_CHANGED']);
    }
    expect(await world.db.kysely.selectFrom('request').selectAll().execute()).toEqual(before);
  });

  it('never says who acts: another person’s id changes nothing for its bearer', async () => {
    const { answer } = await post('/api/org/me', {}, { 'x-sender': cadre.personId });
    expect(answer?.error?.code).toBe('NOT_SIGNED_IN');
  });
});

describe('D9.1 a newcomer in a browser', () => {
  it('registers, and the session goes into the cookie and not into the page', async () => {
    const ticket = sealNewcomer(
      readKeys(world.house.settings.APP_SEAL_KEY),
      { appId: world.house.settings.APP_WX_APPID, openid: 'oBROWSER' },
      new Date(),
    );
    const input = {
      noticeVersion: NOTICE,
      name: '岑乐怡',
      birthYear: 2003,
      birthMonth: 5,
      field: 'newMedia',
      unit: null,
      requestId: rid(),
    };
    const { headers, answer } = await post('/api/org/register', input, {
      cookie: `sid=${ticket.token}`,
      origin: CODE_HOST,
    });
    expect(answer?.output?.token).toBeNull();
    const cookie = headers['set-cookie'] ?? '';
    expect(cookie).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/);
    const me = await post('/api/org/me', {}, { cookie: cookie.split(';')[0] ?? '', origin: CODE_HOST });
    expect((me.answer?.output?.youth as { name: string }).name).toBe('岑乐怡');
    const out = await post('/api/org/signOut', {}, { cookie: cookie.split(';')[0] ?? '', origin: CODE_HOST });
    expect(out.headers['set-cookie']).toMatch(/^sid=; .*Max-Age=0/);
    expect((await post('/api/org/me', {}, { cookie: cookie.split(';')[0] ?? '', origin: CODE_HOST })).statusCode).toBe(
      401,
    );
  });

  it('D1.1 claims an invitation, with the same cookie', async () => {
    const { factory, house, orgs } = world;
    const admin = factory.anAdministrator({ org: orgs.nanhai });
    await factory.save();
    const { link } = await anInvitation(world, admin, orgs.nanhai);
    const account = { appId: house.settings.APP_WX_APPID, openid: 'oINVITEE' };
    const ticket = sealNewcomer(readKeys(house.settings.APP_SEAL_KEY), account, new Date());
    const { headers, answer } = await post('/api/org/claim', claimed(link), {
      cookie: `sid=${ticket.token}`,
      origin: CODE_HOST,
    });
    expect(answer?.output?.token).toBeNull();
    const cookie = (headers['set-cookie'] ?? '').split(';')[0] ?? '';
    const me = await post('/api/org/me', {}, { cookie, origin: CODE_HOST });
    expect((me.answer?.output?.cadre as { name: string }).name).toBe('岑乐怡');
  });
});

describe('what is no call', () => {
  const bearer = () => ({ authorization: `Bearer ${token}` });

  it('another method, type or shape', async () => {
    expect((await post('/api/org/me', '', bearer(), { httpMethod: 'GET' })).statusCode).toBe(405);
    expect((await post('/api/org/me', '', {}, { httpMethod: 'OPTIONS' })).statusCode).toBe(204);
    expect((await post('/api/org/me', '{}', { ...bearer(), 'content-type': 'text/plain' })).statusCode).toBe(415);
    for (const body of ['{', '[]', 'null', '"x"', '1'])
      expect((await post('/api/org/me', body, bearer())).statusCode).toBe(400);
  });

  it('a header or a body that is no text', async () => {
    const odd = { 'content-type': ['application/json'], authorization: 7 };
    expect((await post('/api/org/me', '{}', {}, { headers: odd })).statusCode).toBe(415);
    expect(
      (await post('/api/org/me', '{}', bearer(), { headers: { ...bearer(), ...JSON_TYPE, cookie: {} } })).statusCode,
    ).toBe(200);
    for (const isBase64Encoded of [true, false]) {
      expect((await post('/api/org/me', '', bearer(), { body: { a: 1 }, isBase64Encoded })).statusCode).toBe(400);
    }
  });

  it.each([
    '/api/org/nothing',
    '/api/nothing/me',
    '/api/org/me/more',
    '/api/__proto__/toString',
    '/api/org/constructor',
    '/api',
    '/',
    '',
  ])('%j is not found', async (path) => {
    expect((await post(path, {}, bearer())).statusCode).toBe(404);
  });

  it('more than 100 kB', async () => {
    expect((await post('/api/contact/list', { search: '长'.repeat(40_000) }, bearer())).statusCode).toBe(413);
  });

  it('a base64 body is read as what it holds', async () => {
    const body = Buffer.from('{}').toString('base64');
    expect((await post('/api/org/me', body, bearer(), { isBase64Encoded: true })).statusCode).toBe(200);
  });
});

describe('limits', () => {
  it('on codes that are none of ours, by the person: then not even a right one is looked at', async () => {
    const scanner = world.factory.aCadre({ org: world.orgs.nanhai });
    const youth = world.factory.aYouth();
    await world.factory.save();
    const session = await mintSession(world.ownerUrl, scanner.personId);
    const scanner1 = { authorization: `Bearer ${session.token}` };
    const outcomes: (string | undefined)[] = [];
    for (let i = 0; i < 61; i++) {
      outcomes.push((await post('/api/contact/preview', { text: 'no code of ours' }, scanner1)).answer?.error?.code);
    }
    expect(outcomes.slice(0, 60)).toEqual(Array(60).fill('CODE_FOREIGN'));
    expect(outcomes[60]).toBe('TOO_MANY');
    const right = { text: await liveCode(world.house, youth) };
    expect((await post('/api/contact/preview', right, scanner1)).answer?.error?.code).toBe('TOO_MANY');
    expect((await post('/api/contact/preview', right, { authorization: `Bearer ${token}` })).statusCode).toBe(200);
    expect((await post('/api/org/me', {}, scanner1)).statusCode).toBe(200);
    await world.db.kysely
      .updateTable('rate_limit')
      .set({ expire: String(Date.now() - 1_000) })
      .where('key', '=', `code:p:${scanner.personId}`)
      .execute();
    expect((await post('/api/contact/preview', right, scanner1)).statusCode).toBe(200);
  });

  it('on failed sign-ins, by the address: then WeChat is not asked any more', async () => {
    const asked = jest
      .spyOn(global, 'fetch')
      .mockImplementation(() => Promise.resolve(new Response('{"errcode":40029,"errmsg":"invalid code"}')));
    const from = { 'x-real-ip': '198.51.100.9' };
    const signIn = async (headers: Record<string, string>) =>
      (await post('/api/org/signIn', { code: 'made-up' }, headers)).answer?.error?.code;
    for (let i = 0; i < 60; i++) expect(await signIn(from)).toBe('SIGN_IN_FAILED');
    expect(await signIn(from)).toBe('TOO_MANY');
    const { rows } = await world.db.pool.query(`select from rate_limit where key like '%198.51.100%'`);
    expect(rows).toEqual([]);
    expect(asked).toHaveBeenCalledTimes(60);
    expect(await signIn({ 'x-real-ip': '198.51.100.10' })).toBe('SIGN_IN_FAILED');
    for (const address of ['9'.repeat(300), '198.51.100.11\0']) {
      expect(await signIn({ 'x-real-ip': address })).toBe('SIGN_IN_FAILED');
    }
    asked.mockRestore();
  });

  it('by the person on every call, with bad input too', async () => {
    const busy = world.factory.aCadre({ org: world.orgs.nanhai });
    await world.factory.save();
    const session = await mintSession(world.ownerUrl, busy.personId);
    const calls: Awaited<ReturnType<typeof post>>[] = [];
    // Some at once, and not so many that they wait for a connection longer than anybody does.
    for (let burst = 0; burst < 7; burst++) {
      const some = Array.from({ length: 35 }, (_, i) =>
        post('/api/org/me', burst === 0 && i < 5 ? { bad: true } : {}, { authorization: `Bearer ${session.token}` }),
      );
      calls.push(...(await Promise.all(some)));
    }
    expect(calls.filter(({ statusCode }) => statusCode === 200)).toHaveLength(235);
    expect(calls.filter(({ answer }) => answer?.error?.code === 'TOO_MANY')).toHaveLength(5);
  });
});
