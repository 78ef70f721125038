import { uuidv7 } from 'uuidv7';
import { sql } from 'kysely';
import { sealNewcomer, openSession } from '../../cloudfunctions/api/kernel/sessions';
import { readKeys } from '../../cloudfunctions/api/kernel/secrets';
import { APP_ID, type MadePerson } from '../factory';
import { call, callRaw, FIELD_KEY, identityOf } from '../support/house';
import { liveCode, standingCode, type World } from '../support/world';
import type { Known } from './valid';

/** Somebody at a door: what the platform and our session say of them, and nothing else. */
export interface Caller {
  role: string;
  openid: string | null;
  /** What stands in `Authorization` or in the cookie. */
  token: string | null;
  person: MadePerson | null;
  birthMonth: string | null;
  isCadre: boolean;
}

interface Secret {
  of: MadePerson;
  text: string;
}

/** The people of one round, and the values they may come across. */
export interface Cast {
  callers: Caller[];
  /** Those of them about whom the real values are. */
  busy: Caller[];
  known: Known;
  /** Ids, accounts and the like that people may name as if they were theirs. */
  names: string[];
  /** What nobody else ever sees. */
  hidden: Secret[];
  /** What cadres alone see of others. */
  units: Secret[];
  /** What those see who are in contact with the cadre. */
  channels: Secret[];
}

const BUSY = new Set(['cadre', 'approved', 'both', 'held', 'free', 'administrator']);
const MINUTE = 60_000;
/** More than fit on one page. */
const MORE_THAN_A_PAGE = 32;
const LONG_AGO = new Date(Date.now() - 90 * 24 * 60 * MINUTE);

/** What of the factory's people a round needs, in one write. */
async function makePeople({ factory, orgs, house }: World) {
  const units: Secret[] = [];
  const aYouth = (wish: Parameters<typeof factory.aYouth>[0] = {}) => {
    const unit = `unit ${uuidv7()}`;
    const youth = factory.aYouth({ unit, ...wish });
    units.push({ of: youth, text: unit });
    return youth;
  };
  const cadre = factory.aCadre({ org: orgs.nanhai });
  const approved = factory.aCadre({ org: orgs.nanhai, leadership: true });
  const sibling = factory.aCadre({ org: orgs.chancheng, service: 'partTime' });
  const both = factory.aCadre({ org: orgs.shishan });
  const bothAsYouth = aYouth({ person: both });
  const former = factory.aCadre({ org: orgs.nanhai, from: '2024-01-01', until: '2024-06-01' });
  const administrator = factory.anAdministrator({ org: orgs.nanhai });
  factory.anAdministrator({ org: orgs.chancheng, person: sibling });
  factory.approveMinors(approved, administrator);
  const youths = {
    held: aYouth(),
    free: aYouth(),
    full: aYouth(),
    minor: aYouth({ birthMonth: `${new Date().getUTCFullYear() - 16}-01-01` }),
    overAge: aYouth({ birthMonth: '1985-05-01' }),
    notAgreed: aYouth({ noticeVersion: 0 }),
    blocking: aYouth(),
  };
  factory.aBlock(youths.blocking, cadre);
  const contacts = [
    factory.aContact({ cadre, youth: youths.held, startedAt: LONG_AGO }),
    factory.aContact({ cadre, youth: bothAsYouth, startedAt: new Date() }),
    factory.aContact({ cadre: sibling, youth: youths.held, startedAt: new Date(), startedBy: 'youth' }),
    factory.aContact({ cadre: both, youth: youths.minor, startedAt: LONG_AGO }),
    factory.aContact({ cadre: former, youth: youths.held, startedAt: LONG_AGO }),
    ...[cadre, approved, sibling].map((one) => factory.aContact({ cadre: one, youth: youths.full })),
    ...Array.from({ length: MORE_THAN_A_PAGE }, () =>
      factory.aContact({ cadre: approved, youth: aYouth(), startedAt: new Date() }),
    ),
  ];
  const channels = [cadre, both, former].map((of) => ({ of, text: `shown ${uuidv7()}` }));
  const inner = [cadre, both, former].map((of) => ({ of, text: `inner ${uuidv7()}` }));
  for (const { of, text } of channels) {
    factory.aChannel(of, { kind: 'wechat', circle: 'contacts', value: text }, FIELD_KEY);
  }
  for (const { of, text } of inner) {
    factory.aChannel(of, { kind: 'qq', circle: 'organisation', value: text }, FIELD_KEY);
  }
  await factory.save();
  const left = contacts.at(-1);
  if (left)
    await call(house, left.youth, 'contact.leave', { contactId: left.contactId, block: true, requestId: uuidv7() });
  const cadres = { cadre, approved, sibling, both: { ...both, ...bothAsYouth }, former };
  return { cadres, youths, administrator, contacts, units, channels, inner };
}

type Made = Awaited<ReturnType<typeof makePeople>>;

export async function aCast(world: World): Promise<Cast> {
  const made = await makePeople(world);
  const { cadres, youths, administrator, contacts, units, channels, inner } = made;
  const people: Record<string, MadePerson> = { ...cadres, ...youths, administrator };
  const callers = await Promise.all(Object.entries(people).map(([role, person]) => callerOf(world, role, person)));
  const newcomers = Array.from({ length: 4 }, () => newcomerOf(world, `oNEW${uuidv7()}`));
  return {
    callers: [...callers, ...newcomers, STRANGER],
    busy: callers.filter(({ role }) => BUSY.has(role)),
    known: await knownOf(world, made, callers),
    names: Object.values(people).flatMap(({ personId, openid, name }) => [personId, openid, name, `p:${personId}`]),
    hidden: [
      ...Object.values(people).map((of) => ({ of, text: of.openid })),
      ...contacts.map(({ youth }) => ({ of: youth, text: youth.personId })),
      ...inner,
    ],
    units,
    channels,
  };
}

const STRANGER: Caller = {
  role: 'stranger',
  openid: null,
  token: null,
  person: null,
  birthMonth: null,
  isCadre: false,
};

async function callerOf({ db }: World, role: string, person: MadePerson): Promise<Caller> {
  const { token } = await db.kysely.transaction().execute((tx) => openSession(tx, person.personId, new Date()));
  const birthMonth = 'birthMonth' in person ? (person.birthMonth as string) : null;
  const isCadre = 'postId' in person && role !== 'former';
  return { role, openid: person.openid, token, person, birthMonth, isCadre };
}

function newcomerOf({ house }: World, openid: string): Caller {
  const account = { appId: APP_ID, openid };
  const { token } = sealNewcomer(readKeys(house.settings.APP_SEAL_KEY), account, new Date());
  return { ...STRANGER, role: 'newcomer', openid, token };
}

async function codesOf(world: World, { cadres, youths }: Made): Promise<string[]> {
  const { house } = world;
  const shown = [youths.free, youths.held, youths.full, youths.minor, youths.overAge, youths.blocking];
  const live = await Promise.all([...shown, cadres.both].map((one) => liveCode(house, one)));
  const standing = await Promise.all(
    [cadres.cadre, cadres.approved, cadres.sibling, cadres.both].map((one) => standingCode(house, one)),
  );
  const expired = await liveCode(house, youths.free, new Date(Date.now() - 20 * MINUTE));
  const ahead = await liveCode(house, youths.free, new Date(Date.now() + 5 * MINUTE));
  const [free = '', held = ''] = live;
  return [
    ...live,
    ...standing,
    ...live,
    ...standing,
    expired,
    ahead,
    free.slice(free.lastIndexOf('/') + 1),
    `pages/scan/index?scene=${encodeURIComponent(held.slice(held.lastIndexOf('/') + 1))}`,
    `${free.slice(0, -8)}00000000`,
    free.replace('youth.example.org', 'evil.example.org'),
    free.slice(0, free.indexOf('.', free.lastIndexOf('/'))),
    `${free.slice(0, -10)}999999999999.12345678`,
    'https://weixin.qq.com/x/1',
  ];
}

/** Cursors that were handed out, and some that look as if they had been. */
async function cursorsOf({ house, orgs }: World, { cadres, administrator }: Made): Promise<string[]> {
  const list = await call(house, cadres.approved, 'contact.list', {});
  const overview = await callRaw(house, identityOf(administrator), 'org.overview', { orgId: orgs.shishan.id });
  const next = overview.ok ? (overview.output as { next: string | null }).next : null;
  const forged = [
    ['0000-01-01T00:00:00.000000Z', uuidv7()],
    ['9999-12-31T23:59:59.999999Z', uuidv7()],
    ['2026-02-29T00:00:00.000000Z', uuidv7()],
    ['a\0b', uuidv7()],
    ['\ud800', uuidv7()],
    ['zzzz', '00000000-0000-0000-0000-000000000000'],
    ['', 'x'],
    [],
    {},
    null,
  ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
  return [list.next, next]
    .filter((cursor) => cursor !== null)
    .concat(
      forged,
      forged.map((text) => `${text}=`),
      'x',
    );
}

async function knownOf(world: World, made: Made, callers: Caller[]): Promise<Known> {
  const { cadres, youths, administrator, contacts } = made;
  const people = [...Object.values(cadres), ...Object.values(youths), administrator];
  return {
    text: await codesOf(world, made),
    cursor: await cursorsOf(world, made),
    contactId: [...contacts.slice(0, 12), ...contacts.slice(0, 4), ...contacts.slice(-1)].map(
      ({ contactId }) => contactId,
    ),
    cadreId: people.map(({ personId }) => personId),
    requestId: Array.from({ length: 6 }, () => uuidv7()),
    orgId: [...Object.values(world.orgs).map(({ id }) => id), 0, 999_999],
    code: [...callers.map(({ openid }) => loginCode(openid ?? '')), loginCode(`oNEW${uuidv7()}`), 'unknown'],
    version: [1, 1, 0, 2],
    noticeVersion: [1, 1, 1, 1, 0, 2],
    birthYear: [1985, 1999, 2003, 2008, 2020],
    search: ['l', '岑', 'a'],
  };
}

const LOGIN = 'login-of:';
export const loginCode = (openid: string): string => LOGIN + openid;

/** WeChat, as far as it is asked: it knows whose the codes are that `loginCode` made. */
export function weixin(url: string): Response {
  const code = new URL(url).searchParams.get('js_code') ?? '';
  const known = code.startsWith(LOGIN) && code.length > LOGIN.length;
  return new Response(JSON.stringify(known ? { openid: openidOf(code) } : { errcode: 40029, errmsg: 'invalid code' }));
}

const openidOf = (code: string): string => code.slice(LOGIN.length);

/** Enough cadres in one organisation that its list has a second page. */
export async function fillShishan({ factory, orgs }: World): Promise<void> {
  for (let i = 0; i < MORE_THAN_A_PAGE; i++) factory.aCadre({ org: orgs.shishan });
  await factory.save();
}

/** Whether a live contact stands between the two. */
export async function inContact({ db }: World, cadre: MadePerson, youth: MadePerson | null): Promise<boolean> {
  if (!youth) return false;
  const { rows } = await sql`select from contact where ended_at is null
    and cadre_id = ${cadre.personId} and youth_id = ${youth.personId}`.execute(db.kysely);
  return rows.length > 0;
}
