import { policy } from '../../config/policy';
import type { MadeCadre, MadeYouth } from '../factory';
import { call, callRaw, CODE_HOST, newcomer, nobody, rid } from '../support/house';
import { aWorld, standingCode, type World } from '../support/world';
import { aDesktop, askOn } from './desktop';

let world: World;
let cadre: MadeCadre;
let youth: MadeYouth;

beforeAll(async () => {
  world = await aWorld();
  cadre = world.factory.aCadre({ org: world.orgs.nanhai, name: '何志远' });
  youth = world.factory.aYouth();
  await world.factory.save();
});
afterAll(() => world.end());

const MINUTE = policy.signIn.seconds * 1000;
const later = (ms: number) => new Date(Date.now() + ms);
const approve = (text: string, who = cadre, now?: Date) =>
  call(world.house, who, 'account.approveSignIn', { text, requestId: rid() }, { now });
const finish = (secret: string, now?: Date) => call(world.house, nobody, 'account.finishSignIn', { secret }, { now });

describe('a browser signs in by a phone', () => {
  it('waits, is seen, is in: the session is in the cookie, and not in the page', async () => {
    const desktop = aDesktop(world);
    const { text, secret } = await askOn(desktop);
    expect(text).toMatch(/^https:\/\/youth\.example\.org\/s\/D[\w-]{22}$/);
    expect((await desktop.post('account.finishSignIn', { secret })).output).toEqual({
      state: 'waiting',
      token: null,
      expiresAt: null,
    });
    expect(await call(world.house, cadre, 'account.seeSignIn', { text })).toMatchObject({
      device: 'Windows 上的 Chrome',
    });
    expect((await desktop.post('account.finishSignIn', { secret })).output.state).toBe('seen');
    await approve(text);
    const finished = await desktop.post('account.finishSignIn', { secret });
    expect(finished.output).toMatchObject({ state: 'in', token: null });
    expect(finished.cookie).toMatch(/^sid=[\w-]{43}$/);
    expect((await desktop.post('org.me', {})).output.cadre).toMatchObject({ name: '何志远' });
    expect((await desktop.post('account.finishSignIn', { secret })).code).toBe('SIGN_IN_EXPIRED');
  });

  it('the scene of a 小程序码 and the raw code are the same code', async () => {
    for (const form of [(code: string) => `pages/x?scene=${code}`, (code: string) => code]) {
      const { text } = await askOn(aDesktop(world));
      const code = text.slice(`${CODE_HOST}/s/`.length);
      expect((await call(world.house, cadre, 'account.seeSignIn', { text: form(code) })).device).toContain('Chrome');
    }
  });

  it('is given to the browser that asked, by its secret, and to no other', async () => {
    const [first, second] = [await askOn(aDesktop(world)), await askOn(aDesktop(world))];
    await approve(first.text);
    expect((await finish(second.secret)).state).toBe('waiting');
    for (const secret of [first.text, first.text.slice(-22), first.text.slice(-23), 'x', '\0'])
      await expect(finish(secret)).rejects.toMatchObject({ code: 'SIGN_IN_EXPIRED' });
    expect((await finish(first.secret)).state).toBe('in');
  });

  it('nothing that opens one stands in the table', async () => {
    const { text, secret } = await askOn(aDesktop(world));
    const rows = await world.db.kysely.selectFrom('sign_in').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(text.slice(-22));
  });

  it('another site can neither start nor finish one in a browser of ours', async () => {
    const desktop = aDesktop(world);
    const { text, secret } = await askOn(desktop);
    await approve(text);
    for (const origin of ['https://evil.example.org', 'null']) {
      const heard = await desktop.post('account.finishSignIn', { secret }, { origin });
      expect([heard.status, heard.code, heard.cookie]).toEqual([403, 'FORBIDDEN', null]);
    }
    expect((await desktop.post('account.finishSignIn', { secret })).output.state).toBe('in');
  });

  it('whichever operation opens a session: a browser’s goes into the cookie, and comes from our pages only', async () => {
    jest
      .spyOn(global, 'fetch')
      .mockImplementation(() => Promise.resolve(new Response(JSON.stringify({ openid: cadre.openid }))));
    const foreign = await aDesktop(world).post('org.signIn', { code: 'c' }, { origin: 'https://evil.example.org' });
    expect([foreign.status, foreign.cookie]).toEqual([403, null]);
    const own = await aDesktop(world).post('org.signIn', { code: 'c' });
    expect([own.output.token, own.cookie]).toEqual([null, expect.stringMatching(/^sid=[\w-]{43}$/)]);
    jest.restoreAllMocks();
  });
});

describe('what is refused', () => {
  it('SIGN_IN_EXPIRED after a minute, on the phone and in the browser', async () => {
    const { text, secret } = await askOn(aDesktop(world));
    await expect(
      call(world.house, cadre, 'account.seeSignIn', { text }, { now: later(MINUTE + 1000) }),
    ).rejects.toMatchObject({ code: 'SIGN_IN_EXPIRED' });
    await expect(approve(text, cadre, later(MINUTE + 1000))).rejects.toMatchObject({ code: 'SIGN_IN_EXPIRED' });
    await expect(finish(secret, later(MINUTE + 1000))).rejects.toMatchObject({ code: 'SIGN_IN_EXPIRED' });
    expect((await finish(secret)).state).toBe('waiting');
  });

  it('SIGN_IN_ANSWERED twice, by the same or by another; the same request again is the same', async () => {
    const { text, secret } = await askOn(aDesktop(world));
    const requestId = rid();
    await call(world.house, cadre, 'account.approveSignIn', { text, requestId });
    expect(await call(world.house, cadre, 'account.approveSignIn', { text, requestId })).toEqual({ done: true });
    await expect(approve(text)).rejects.toMatchObject({ code: 'SIGN_IN_ANSWERED' });
    await expect(call(world.house, youth, 'account.refuseSignIn', { text, requestId: rid() })).rejects.toMatchObject({
      code: 'SIGN_IN_ANSWERED',
    });
    await expect(call(world.house, youth, 'account.seeSignIn', { text })).rejects.toMatchObject({
      code: 'SIGN_IN_ANSWERED',
    });
    expect((await finish(secret)).state).toBe('in');
  });

  it('SIGN_IN_REFUSED the browser hears of a no, and a yes after it is none', async () => {
    const { text, secret } = await askOn(aDesktop(world));
    await call(world.house, cadre, 'account.refuseSignIn', { text, requestId: rid() });
    await expect(finish(secret)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await expect(approve(text)).rejects.toMatchObject({ code: 'SIGN_IN_ANSWERED' });
    await expect(finish(secret)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  });

  it('CODE_FOREIGN, CODE_UNKNOWN a card, another letter, a code of ours that nobody shows', async () => {
    const card = await standingCode(world.house, cadre);
    const unknown = `${CODE_HOST}/s/D${'A'.repeat(22)}`;
    for (const [text, code] of [
      [card, 'CODE_FOREIGN'],
      [unknown.replace('/s/D', '/s/E'), 'CODE_FOREIGN'],
      [`${unknown}x`, 'CODE_FOREIGN'],
      [unknown.replace(CODE_HOST, 'https://evil.example.org'), 'CODE_FOREIGN'],
      [unknown, 'CODE_UNKNOWN'],
    ] as const) {
      await expect(call(world.house, cadre, 'account.seeSignIn', { text })).rejects.toMatchObject({ code });
      await expect(approve(text)).rejects.toMatchObject({ code });
    }
    const { text } = await askOn(aDesktop(world));
    await expect(call(world.house, cadre, 'contact.preview', { text })).rejects.toMatchObject({ code: 'CODE_FOREIGN' });
  });

  it('NOT_REGISTERED, NOT_SIGNED_IN who is nobody lets nobody in', async () => {
    const { text } = await askOn(aDesktop(world));
    for (const [who, code] of [
      [newcomer('oNOBODYYET'), 'NOT_REGISTERED'],
      [nobody, 'NOT_SIGNED_IN'],
    ] as const) {
      for (const op of ['account.approveSignIn', 'account.refuseSignIn'])
        expect(await callRaw(world.house, who, op, { text, requestId: rid() })).toMatchObject({ error: { code } });
      expect(await callRaw(world.house, who, 'account.seeSignIn', { text })).toMatchObject({ error: { code } });
    }
  });

  it('TOO_MANY one address asks for so many codes, and then waits; another does not', async () => {
    const from = (address: string) => callRaw(world.house, nobody, 'account.askSignIn', {}, { address });
    const { calls } = policy.limits.signInCodes;
    for (let i = 0; i < calls; i++) expect((await from('198.51.100.7')).ok).toBe(true);
    expect(await from('198.51.100.7')).toMatchObject({ error: { code: 'TOO_MANY' } });
    expect((await from('198.51.100.8')).ok).toBe(true);
  });

  it('NOT_SIGNED_IN who was signed out while the code was on its way lets nobody in', async () => {
    const phone = aDesktop(world);
    const first = await askOn(phone);
    await approve(first.text);
    await phone.post('account.finishSignIn', { secret: first.secret });
    const { output } = await phone.post('account.devices', {});
    const [own] = (output as { items: { deviceId: string; thisOne: boolean }[] }).items.filter(
      ({ thisOne }) => thisOne,
    );
    await call(world.house, cadre, 'account.endDevice', { deviceId: own?.deviceId ?? '', requestId: rid() });
    const { text } = await askOn(aDesktop(world));
    expect((await phone.post('account.approveSignIn', { text, requestId: rid() })).code).toBe('NOT_SIGNED_IN');
  });
});

it('a browser that lets another in lends it no more time than it has left itself', async () => {
  const { days } = policy.session.browser;
  const [first, second] = [aDesktop(world), aDesktop(world)];
  const one = await askOn(first);
  await approve(one.text);
  const { output: mine } = await first.post('account.finishSignIn', { secret: one.secret });
  const two = await askOn(second);
  await first.post('account.approveSignIn', { text: two.text, requestId: rid() });
  const { output: lent } = await second.post('account.finishSignIn', { secret: two.secret });
  expect(lent).toMatchObject({ state: 'in', expiresAt: mine.expiresAt });
  const ends = Date.parse(String(mine.expiresAt));
  expect(Math.abs(ends - Date.now() - days * 86_400_000)).toBeLessThan(60_000);
});

it('D9.10 what was asked an hour ago and more is gone with the next asking', async () => {
  await askOn(aDesktop(world));
  const count = async () => (await world.db.kysely.selectFrom('sign_in').select('id').execute()).length;
  expect(await count()).toBeGreaterThan(1);
  await askOn(aDesktop(world, () => later(policy.signIn.forgottenAfterMinutes * 60_000 + MINUTE + 1000)));
  expect(await count()).toBe(1);
});
