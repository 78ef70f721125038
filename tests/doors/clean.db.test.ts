import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { contextFor, miniProgramEnvironment } from '../../local/host/context';
import { dataDirFor } from '../../local/places';
import { openHost, type Host } from '../fuzz/host';
import type { MadeCadre, MadePerson, MadeYouth } from '../factory';
import { aWorld, type World } from '../support/world';
import { NOTICE } from '../support/notice';

/** Texts about people that stand nowhere else in the world. */
const secret = {
  name: '欧阳倩岚',
  otherName: '司徒潮汐',
  unit: '白鹅潭造船厂第七车间',
  phone: '13926481057',
  wechat: 'ouyang_qianlan_77',
  reason: '台风夜里要找到她本人',
  openid: 'oSECRET9d81c2f04b7a6e5533aa1',
  sessionKey: 'SESSIONKEYc2Vzc2lvbg==',
  address: '203.0.113.201',
  search: '欧阳倩',
};

/** WeChat's answers that go wrong in every way, each quoting what it must not. */
const WEIXIN: Record<string, string> = {
  garbage: `<html>${secret.openid} ${secret.sessionKey}`,
  refuses: JSON.stringify({ errcode: 40013, errmsg: `invalid appid ${secret.openid}`, openid: '' }),
  busy: JSON.stringify({ errcode: -1, errmsg: `busy ${secret.sessionKey}` }),
  strange: JSON.stringify({ errcode: secret.openid, session_key: secret.sessionKey }),
};

jest.setTimeout(60_000);

let world: World;
let host: Host;
let weixin: Server;
let cadre: MadeCadre;
let youth: MadeYouth;
let administrator: MadePerson;
/** What came up on the way: tokens, codes. */
const onTheWay: string[] = [];

beforeAll(async () => {
  world = await aWorld();
  const { factory, orgs } = world;
  cadre = factory.aCadre({ org: orgs.nanhai, name: secret.otherName });
  youth = factory.aYouth({ name: secret.name, unit: secret.unit });
  administrator = factory.anAdministrator({ org: orgs.foshan });
  await factory.save();
  weixin = createServer((request, response) => {
    const code = new URL(request.url ?? '', 'http://x').searchParams.get('js_code') ?? '';
    if (code === 'hangsUp') return void request.socket.destroy();
    response.statusCode = code === 'broken' ? 502 : 200;
    response.end(WEIXIN[code] ?? JSON.stringify({ openid: secret.openid, session_key: secret.sessionKey }));
  });
  await new Promise<void>((resolve) => weixin.listen(0, '127.0.0.1', resolve));
  host = await openHost(world, { APP_WX_API: `http://127.0.0.1:${(weixin.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await host.end();
  weixin.close();
  await world.end();
});

interface Answered {
  ok: boolean;
  output: Record<string, unknown>;
  error: { code: string };
}

const asked: string[] = [];

async function ask(who: MadePerson | { openid: string }, op: string, input: unknown): Promise<Answered> {
  const environment = miniProgramEnvironment(who.openid, secret.address);
  const outcome = await host.call({ op, input }, contextFor(host.config, environment));
  if (outcome.kind !== 'returned') throw new Error(outcome.kind);
  const answered = JSON.parse(outcome.json) as Answered;
  asked.push(`${op} ${answered.ok ? 'ok' : answered.error.code}`);
  return answered;
}

async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Answered> {
  const sent = { 'content-type': 'application/json', ...headers };
  const response = await fetch(`${host.url}${path}`, { method: 'POST', headers: sent, body });
  return (await response.json()) as Answered;
}

const entry = (name: string, more: object = {}) => ({
  noticeVersion: NOTICE,
  name,
  birthYear: 2003,
  birthMonth: 5,
  field: 'newMedia',
  unit: secret.unit,
  requestId: uuidv7(),
  ...more,
});

async function signsInAndRegisters(): Promise<void> {
  for (const code of [...Object.keys(WEIXIN), 'broken', 'hangsUp', secret.phone]) {
    const answered = await post('/api/org/signIn', JSON.stringify({ code }));
    if (answered.ok) onTheWay.push(String(answered.output.token));
  }
  const [ticket = ''] = onTheWay;
  const { output } = await post('/api/org/register', JSON.stringify(entry(secret.name)), {
    authorization: `Bearer ${ticket}`,
    'x-forwarded-for': secret.address,
  });
  onTheWay.push(String(output.token));
}

async function doesTheMainJob(): Promise<void> {
  const code = await ask(youth, 'contact.code', { kind: 'youth' });
  const [{ text }] = code.output.codes as [{ text: string }];
  onTheWay.push(text, text.slice(text.lastIndexOf('/') + 1));
  await ask(cadre, 'contact.preview', { text });
  const { output } = await ask(cadre, 'contact.register', { text, requestId: uuidv7() });
  await ask(cadre, 'contact.list', { search: secret.search });
  await ask(cadre, 'contact.youth', { contactId: output.contactId });
  const channels = [
    { kind: 'phone', value: secret.phone, circle: 'organisation' },
    { kind: 'wechat', value: secret.wechat, circle: 'everybody' },
  ];
  await ask(cadre, 'org.setChannels', { channels, requestId: uuidv7() });
  await ask(youth, 'contact.holders', {});
  await ask(administrator, 'org.channelsOf', { postId: cadre.postId });
  const wish = { postId: cadre.postId, kind: 'phone', reason: secret.reason };
  expect((await ask(administrator, 'org.revealChannel', wish)).output).toEqual({ value: secret.phone });
  await ask(youth, 'contact.leave', { contactId: output.contactId, block: true, requestId: uuidv7() });
}

async function sendsNonsense(): Promise<void> {
  await ask(youth, 'contact.preview', { text: secret.phone });
  await ask(cadre, 'contact.youth', { contactId: secret.phone });
  await ask(cadre, 'contact.list', {
    cursor: Buffer.from(JSON.stringify([secret.name, secret.phone])).toString('base64url'),
  });
  await ask(administrator, 'org.overview', { orgId: secret.name });
  await ask(youth, `contact.${secret.name}`, { [secret.phone]: secret.name });
  await ask({ openid: secret.openid }, 'org.register', entry(`<${secret.name}>`));
  await ask({ openid: secret.openid }, 'org.register', { ...entry(secret.name), birthYear: secret.phone });
  await ask(youth, 'contact.preview', { text: secret.name.repeat(40_000) });
  await post(`/api/contact/${encodeURIComponent(secret.name)}`, '{}');
  await post('/api/contact/list', `{"search": "${secret.name}`);
  await post('/api/contact/list', '{}', {
    authorization: `Bearer ${secret.sessionKey}`,
    cookie: `sid=${secret.phone}`,
  });
  for (const environment of [
    `{"WX_OPENID":"${secret.openid}"`,
    JSON.stringify({ WX_OPENID: secret.openid, WX_APPID: 7 }),
  ]) {
    await host.call({ op: secret.name, input: secret.phone }, { ...contextFor(host.config, {}), environment });
  }
}

/** A bug of ours, as the database meets it: it refuses the row, and quotes it. */
async function failsInTheDatabase(): Promise<void> {
  const { kysely } = world.db;
  await sql`alter table person add constraint not_this_one check (name <> ${sql.lit(`${secret.name}二`)})`.execute(
    kysely,
  );
  await sql`alter table channel add constraint none_of_this check (circle <> 'contacts') not valid`.execute(kysely);
  const failing = [
    await ask({ openid: `${secret.openid}2` }, 'org.register', entry(`${secret.name}二`)),
    await ask(cadre, 'org.setChannels', {
      channels: [{ kind: 'phone', value: secret.phone, circle: 'contacts' }],
      requestId: uuidv7(),
    }),
  ];
  expect(failing.map(({ error }) => error.code)).toEqual(['FAULT', 'FAULT']);
  // Of the functions' role the database hides the row by itself, of the owner's tools it would not.
  const name = `${secret.name}二`;
  const asOwner = { id: uuidv7(), name, search: name, created_at: new Date() };
  await expect(kysely.insertInto('person').values(asOwner).execute()).rejects.toMatchObject({ code: '23514' });
  await sql`alter table youth rename column unit to was_unit`.execute(kysely);
  expect((await ask(youth, 'org.me', {})).error.code).toBe('FAULT');
  await sql`alter table youth rename column was_unit to unit`.execute(kysely);
}

const serverLog = () => readFileSync(join(dataDirFor('test-database'), 'pgdata', 'server.log'), 'utf8');

/** A text as it may stand in a log: itself, as JSON with escapes, in an address, in base64. */
const forms = (text: string): string[] => [
  text,
  JSON.stringify(text).slice(1, -1),
  Array.from(text, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(''),
  encodeURIComponent(text),
  Buffer.from(text).toString('base64').replace(/=*$/, '').slice(0, -1),
  Buffer.from(text).toString('hex'),
];

it('D9.8 nothing of anybody is in what the functions or the database write, whatever is called and goes wrong', async () => {
  const before = serverLog().length;
  await signsInAndRegisters();
  await doesTheMainJob();
  await sendsNonsense();
  await failsInTheDatabase();

  const [ofFunctions, ofDatabase] = [host.logged(), serverLog().slice(before)];
  expect(ofFunctions.split('\n').filter((line) => /"fault"|"unavailable"/.test(line)).length).toBeGreaterThan(7);
  expect(ofFunctions).toMatch(/not_this_one/);
  expect(ofDatabase).toMatch(/not_this_one/);
  expect(onTheWay.filter((text) => text.length < 20)).toEqual([]);
  const texts = [...Object.values(secret), ...onTheWay, youth.openid, cadre.openid];
  const found = texts.filter((text) => forms(text).some((form) => `${ofFunctions}${ofDatabase}`.includes(form)));
  expect(found).toEqual([]);
});
