import { sql } from 'kysely';
import { contract } from '../types/contract';
import type { MadeCadre, MadeContact, MadeYouth, MadePerson } from './factory';
import { call, callRaw, identityOf, newcomer, nobody, rid } from './support/house';
import { aWorld, liveCode, standingCode, type World } from './support/world';

/**
 * Who may do what, written by hand: for every operation and every kind of person `ok`, or the refusal's name. It is
 * the expectation and knows nothing of the gate. The youth is held by the cadre, who serves in Nanhai.
 */
const KINDS = [
  'nobody',
  'newcomer',
  'youth',
  'otherYouth',
  'cadre',
  'otherCadre',
  'formerCadre',
  'ownAdmin',
  'lowerAdmin',
  'siblingAdmin',
  'parentAdmin',
] as const;
type Kind = (typeof KINDS)[number];

const OUT = 'NOT_SIGNED_IN';
const NEW = 'NOT_REGISTERED';
const NO_CADRE = 'NOT_A_CADRE';
const NO_YOUTH = 'NOT_A_YOUTH';
const MISSING = 'CONTACT_NOT_FOUND';
const SCOPE = 'OUT_OF_SCOPE';
const SELF = 'CONTACT_SELF';
const POST = 'STILL_IN_POST';
const ASK = 'ASK_NOT_FOUND';
const ok = 'ok';

// prettier-ignore
const TABLE: Record<string, string[]> = {
  //                           nobody  newcomer youth              otherYouth cadre             otherCadre formerCadre ownAdmin  lowerAdmin siblingAdmin parentAdmin
  'org.signIn':               ['SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED', 'SIGN_IN_FAILED'],
  'org.signOut':              [OUT,    ok,      ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'org.me':                   [OUT,    ok,      ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'org.register':             [OUT,    ok,      'ALREADY_REGISTERED', 'ALREADY_REGISTERED', ok, ok,        ok,         ok,       ok,        ok,          ok],
  'org.setChannels':          [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               ok,        NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'org.overview':             [OUT,    NEW,     SCOPE,             SCOPE,     SCOPE,            SCOPE,     SCOPE,      ok,       SCOPE,     SCOPE,       ok],
  'contact.code youth':       [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.code cadre':       [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               ok,        NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.renewCode':        [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               ok,        NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.preview youth':    [OUT,    NEW,     SELF,     NO_CADRE,  'CONTACT_ALREADY', ok,       NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.preview cadre':    [OUT,    NEW,     'CONTACT_ALREADY', ok,        SELF,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.register youth':   [OUT,    NEW,     SELF,     NO_CADRE,  'CONTACT_ALREADY', ok,       NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.register cadre':   [OUT,    NEW,     'CONTACT_ALREADY', ok,        SELF,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.undo':             [OUT,    NEW,     ok,                MISSING,   ok,               MISSING,   MISSING,    MISSING,  MISSING,   MISSING,     MISSING],
  'contact.leave':            [OUT,    NEW,     ok,                MISSING,   NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.unblock':          [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'contact.list':             [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               ok,        NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.youth':            [OUT,    NEW,     NO_CADRE,          NO_CADRE,  ok,               MISSING,   NO_CADRE,   NO_CADRE, NO_CADRE,  NO_CADRE,    NO_CADRE],
  'contact.holders':          [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'privacy.notice':           [ok,     ok,      ok,                ok,        ok,               ok,        ok,         ok,       ok,        ok,          ok],
  'privacy.agree':            [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'privacy.record':           [OUT,    NEW,     ok,                ok,        NO_YOUTH,         NO_YOUTH,  NO_YOUTH,   NO_YOUTH, NO_YOUTH,  NO_YOUTH,    NO_YOUTH],
  'privacy.correct':         [OUT, NEW, ok, ok, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.askName':         [OUT, NEW, ok, ok, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.askBirthMonth':   [OUT, NEW, ok, ok, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.withdraw':        [OUT, NEW, ok, ok, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.copy':            [OUT, NEW, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  'privacy.close':           [OUT, NEW, ok, ok, POST, POST, ok, POST, POST, POST, POST],
  'privacy.reportConcern':   [OUT, NEW, ok, MISSING, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH, NO_YOUTH],
  'privacy.requests':        [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ok, ok, ok],
  'privacy.correction':      [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ASK, ASK, ASK],
  'privacy.answerCorrection': [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ok, ASK, ASK, ASK],
  'privacy.concern':         [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ASK, ASK, ASK, ok],
  'privacy.answerConcern':   [OUT, NEW, SCOPE, SCOPE, SCOPE, SCOPE, SCOPE, ASK, ASK, ASK, ok],
};

interface Cast {
  people: Record<Exclude<Kind, 'nobody' | 'newcomer'>, MadePerson>;
  youth: MadeYouth;
  cadre: MadeCadre;
  contact: MadeContact;
}

let world: World;
let newcomers = 0;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

/** A cast of its own for each cell. */
async function aCast(): Promise<Cast> {
  const { factory, orgs } = world;
  const youth = factory.aYouth();
  const cadre = factory.aCadre({ org: orgs.nanhai });
  const contact = factory.aContact({ youth, cadre });
  const people = {
    youth,
    otherYouth: factory.aYouth(),
    cadre,
    otherCadre: factory.aCadre({ org: orgs.chancheng }),
    formerCadre: factory.aCadre({ org: orgs.nanhai, from: '2024-01-01', until: '2026-01-01' }),
    ownAdmin: factory.anAdministrator({ org: orgs.nanhai }),
    lowerAdmin: factory.anAdministrator({ org: orgs.shishan }),
    siblingAdmin: factory.anAdministrator({ org: orgs.chancheng }),
    parentAdmin: factory.anAdministrator({ org: orgs.foshan }),
  };
  await factory.save();
  return { people, youth, cadre, contact };
}

/** Valid input of each operation, about the youth, the cadre and their contact. */
const INPUTS: Record<string, (cast: Cast) => Promise<object> | object> = {
  'org.signIn': () => ({ code: 'a-code-that-weixin-does-not-know' }),
  'org.signOut': () => ({}),
  'org.me': () => ({}),
  'org.register': () => ({
    noticeVersion: 2,
    name: '岑乐怡',
    birthYear: 2003,
    birthMonth: 5,
    field: 'newMedia',
    unit: null,
    requestId: rid(),
  }),
  'org.setChannels': () => ({ channels: [{ kind: 'wechat', value: 'abc', circle: 'contacts' }], requestId: rid() }),
  'org.overview': () => ({ orgId: world.orgs.nanhai.id }),
  'contact.code youth': () => ({ kind: 'youth' }),
  'contact.code cadre': () => ({ kind: 'cadre' }),
  'contact.renewCode': () => ({ requestId: rid() }),
  'contact.preview youth': async ({ youth }) => ({ text: await liveCode(world.house, youth) }),
  'contact.preview cadre': async ({ cadre }) => ({ text: await standingCode(world.house, cadre) }),
  'contact.register youth': async ({ youth }) => ({ text: await liveCode(world.house, youth), requestId: rid() }),
  'contact.register cadre': async ({ cadre }) => ({ text: await standingCode(world.house, cadre), requestId: rid() }),
  'contact.undo': ({ contact }) => ({ contactId: contact.contactId, requestId: rid() }),
  'contact.leave': ({ contact }) => ({ contactId: contact.contactId, block: true, requestId: rid() }),
  'contact.unblock': ({ cadre }) => ({ cadreId: cadre.personId, requestId: rid() }),
  'contact.list': () => ({}),
  'contact.youth': ({ contact }) => ({ contactId: contact.contactId }),
  'contact.holders': () => ({}),
  'privacy.notice': () => ({}),
  'privacy.agree': () => ({ version: 2, requestId: rid() }),
  'privacy.record': () => ({}),
  'privacy.correct': () => ({ field: 'rural', unit: null, requestId: rid() }),
  'privacy.askName': () => ({ name: '林晓桐', requestId: rid() }),
  'privacy.askBirthMonth': () => ({ birthYear: 2000, birthMonth: 1, requestId: rid() }),
  'privacy.withdraw': () => ({ requestId: rid() }),
  'privacy.copy': () => ({}),
  'privacy.close': () => ({ requestId: rid() }),
  'privacy.reportConcern': ({ contact }) => aConcern(contact),
  'privacy.requests': () => ({}),
  'privacy.correction': async ({ youth }) => ({ correctionId: await asksForAName(youth) }),
  'privacy.answerCorrection': async ({ youth }) => ({
    correctionId: await asksForAName(youth),
    refusal: null,
    requestId: rid(),
  }),
  'privacy.concern': async ({ youth, contact }) => ({ concernId: await reports(youth, contact) }),
  'privacy.answerConcern': async ({ youth, contact }) => ({
    concernId: await reports(youth, contact),
    answer: '谈过了',
    requestId: rid(),
  }),
};

const aConcern = ({ contactId }: MadeContact) => ({ contactId, text: '不回消息', block: false, requestId: rid() });

const asksForAName = async (youth: MadeYouth): Promise<string> =>
  (await call(world.house, youth, 'privacy.askName', { name: '林晓桐', requestId: rid() })).id;

const reports = async (youth: MadeYouth, contact: MadeContact): Promise<string> =>
  (await call(world.house, youth, 'privacy.reportConcern', aConcern(contact))).id;

const operationOf = (row: string): string => row.split(' ')[0] ?? '';

function identityFor(kind: Kind, { people }: Cast) {
  if (kind === 'nobody') return nobody;
  if (kind === 'newcomer') return newcomer(`oNEWCOMER${++newcomers}`);
  return identityOf(people[kind]);
}

/** Rows of every table but those that remember requests and limits, which a refused call may write. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('request', 'rate_limit') order by relname`.execute(world.db.kysely);
  const counts = tables.rows.map(async ({ name }) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(
      world.db.kysely,
    );
    return [name, rows[0]?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

beforeAll(() => {
  jest
    .spyOn(global, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response('{"errcode":40029,"errmsg":"invalid code"}')));
});
afterAll(() => jest.restoreAllMocks());

it('D1.5 names every operation of the contract', () => {
  const operations = Object.entries(contract).flatMap(([slice, verbs]) =>
    Object.keys(verbs).map((verb) => `${slice}.${verb}`),
  );
  expect(new Set(Object.keys(TABLE).map(operationOf))).toEqual(new Set(operations));
  expect(Object.keys(INPUTS)).toEqual(Object.keys(TABLE));
});

describe.each(Object.entries(TABLE))('D1.5 %s', (row, expected) => {
  it.each(KINDS.map((kind, i) => [kind, expected[i] ?? 'not written'] as const))('%s: %s', async (kind, outcome) => {
    const cast = await aCast();
    const input = await INPUTS[row]?.(cast);
    const before = await rowCounts();
    const result = await callRaw(world.house, identityFor(kind, cast), operationOf(row), input);
    expect(result.ok ? ok : result.error.code).toBe(outcome);
    if (!result.ok) {
      expect(result.error.defined).toBe(true);
      expect(await rowCounts()).toEqual(before);
    }
  });
});

it('D1.5 the city sees the sums of its counties, a county not those beside it', async () => {
  const { people } = await aCast();
  const overview = await call(world.house, people.parentAdmin, 'org.overview', {});
  expect(overview.below.map(({ name }) => name)).toEqual(['南海区团委', '禅城区团委']);
  await expect(
    call(world.house, people.ownAdmin, 'org.overview', { orgId: world.orgs.foshan.id }),
  ).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  await expect(call(world.house, people.parentAdmin, 'org.overview', { orgId: 999_999 })).rejects.toMatchObject({
    code: 'OUT_OF_SCOPE',
  });
});
