import { uuidv7 } from 'uuidv7';
import { NOTICE_2027 } from '../grassrootsDay/notices';
import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import { call, callRaw, identityOf } from '../support/house';
import { anAsking, candidatesFor } from '../account/asking';
import { liveCadreCode, liveCode, standingCode, type World } from '../support/world';
import type { Made } from './people';
import type { Known } from './valid';
import { loginCode } from './weixin';
import { NOTICE } from '../support/notice';

const MINUTE = 60_000;

/** Codes of every kind, good, bad and old. */
async function codesOf(world: World, { cadres, youths, sites }: Made): Promise<string[]> {
  const { house } = world;
  const shown = [youths.free, youths.held, youths.full, youths.minor, youths.overAge, youths.blocking, youths.gone];
  const live = await Promise.all([...shown, cadres.both].map((one) => liveCode(house, one)));
  const standing = await Promise.all(
    [cadres.cadre, cadres.approved, cadres.sibling, cadres.both, cadres.cadreGone].map((one) =>
      standingCode(house, one),
    ),
  );
  const expired = await liveCode(house, youths.free, new Date(Date.now() - 20 * MINUTE));
  const ahead = await liveCode(house, youths.free, new Date(Date.now() + 5 * MINUTE));
  const [free = '', held = ''] = live;
  const ofSites: string[] = [];
  for (const { siteId, contact } of sites.sites) {
    const { codes } = await call(house, contact, 'grassrootsDay.siteCode', { siteId });
    const { text } = await call(house, contact, 'grassrootsDay.standingCode', { siteId });
    ofSites.push(text, ...codes.slice(0, 1).map((one) => one.text));
  }
  const ofCadres = await Promise.all([cadres.cadre, cadres.sibling].map((one) => liveCadreCode(house, one)));
  return [
    ...ofCadres,
    ...ofSites,
    ...sites.invitations,
    ...live,
    ...standing,
    ...live,
    ...standing,
    expired,
    ahead,
    free.slice(free.lastIndexOf('/') + 1),
    `pages/scan/index?scene=${encodeURIComponent(held.slice(held.lastIndexOf('/') + 1))}`,
    'pages/scan/index?scene=%E4%',
    `https://youth.example.org/s/${'Y'.repeat(23)}?scene=%`,
    `${free.slice(0, -8)}00000000`,
    free.replace('youth.example.org', 'evil.example.org'),
    free.slice(0, free.indexOf('.', free.lastIndexOf('/'))),
    `${free.slice(0, -10)}999999999999.12345678`,
    'https://weixin.qq.com/x/1',
  ];
}

/** Codes of browsers that wait, and the secrets of some that wait and of some that somebody has let in. */
async function signInsOf({ house }: World, { youths }: Made) {
  const asked = await Promise.all(
    Array.from({ length: 14 }, (_, i) =>
      callRaw(house, { kind: 'nobody' }, 'account.askSignIn', {}, { address: `a${i}` }),
    ),
  );
  const all = asked.map((answer) => (answer.ok ? (answer.output as { text: string; secret: string }) : null));
  const open = all.flatMap((one) => one ?? []);
  for (const { text } of open.slice(0, 6))
    await call(house, youths.free, 'account.approveSignIn', { text, requestId: uuidv7() });
  return { texts: open.slice(4).map(({ text }) => text), secrets: open.slice(0, 9).map(({ secret }) => secret) };
}

/** Devices, and what those with a new WeChat account ask of Nanhai. */
async function askingsOf(world: World, { cadres, administrator }: Made) {
  const { house, orgs } = world;
  for (const { name } of [cadres.cadre, cadres.approved, cadres.both]) await anAsking(world, name, orgs.nanhai);
  const { items } = await call(house, administrator, 'account.bindings', {});
  const candidates = await Promise.all(
    items.slice(-4).map(({ bindingId }) => candidatesFor(world, administrator, bindingId)),
  );
  const devices = await Promise.all(
    [cadres.cadre, cadres.both, administrator].map((who) => call(house, who, 'account.devices', {})),
  );
  return {
    bindingId: items.slice(-4).map(({ bindingId }) => bindingId),
    candidate: candidates.flat().map(({ candidate }) => candidate),
    deviceId: devices.flatMap((device) => device.items.map(({ deviceId }) => deviceId)),
  };
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

/** Invitations, applications and rights as there may be some of in Nanhai. */
async function arrivingOf({ house, orgs, db }: World, { youths, cadres, administrator }: Made) {
  const post = {
    service: 'partTime',
    inEstablishment: false,
    leadership: true,
    title: '委员',
    from: '2026-01-01',
  } as const;
  const orgId = orgs.nanhai.id;
  const invited = [];
  for (const to of [post, null, post, null, post, post, post, post])
    invited.push(
      await call(house, administrator, 'org.invite', { orgId, name: '岑乐怡', post: to, requestId: uuidv7() }),
    );
  for (const who of [youths.full, youths.held, youths.gone]) {
    const input = { orgId, service: 'partTime', title: '委员', newcomer: null, requestId: uuidv7() } as const;
    await call(house, who, 'org.apply', input);
  }
  const minors = { postId: cadres.cadre.postId, from: '2099-01-01', until: null, requestId: uuidv7() };
  await callRaw(house, identityOf(administrator), 'org.approveMinors', minors);
  const ids = async (table: 'application' | 'administrator') =>
    (await db.kysely.selectFrom(table).select('id').orderBy('org_id').execute()).map(({ id }) => id).slice(-12);
  return {
    codes: invited.map(({ link }) => link),
    invitationId: invited.map(({ invitationId }) => invitationId),
    applicationId: await ids('application'),
    administratorId: await ids('administrator'),
  };
}

/** Leave that waits, one after the other. */
async function leavesOf({ house, factory }: World, { cadres }: Made): Promise<string[]> {
  const asked: string[] = [];
  for (let n = 0; n < 8; n += 1) {
    const day = daysAfter(factory.today, 10 + n);
    const input = { from: day, until: day, requestId: uuidv7() };
    asked.push((await call(house, n % 2 ? cadres.cadre : cadres.approved, 'grassrootsDay.askLeave', input)).leaveId);
  }
  return asked;
}

/** Real values, by the name of the field that takes them. */
export async function knownOf(world: World, made: Made): Promise<Known> {
  const { cadres, youths, administrator, contacts, asked } = made;
  const people = [...Object.values(cadres), ...Object.values(youths), administrator];
  const { today } = world.factory;
  const { codes, ...arriving } = await arrivingOf(world, made);
  const signIns = await signInsOf(world, made);
  return {
    text: [...(await codesOf(world, made)), ...codes, ...signIns.texts],
    secret: signIns.secrets,
    ...(await askingsOf(world, made)),
    ...arriving,
    postId: [...Object.values(cadres).map(({ postId }) => postId), cadres.cadre.postId, uuidv7()],
    successorPostId: [cadres.cadre.postId, cadres.approved.postId, cadres.sibling.postId],
    level: ['township', 'branch', 'county'],
    from: [world.factory.today, '2026-01-01', '2099-01-01', '1900-01-01'],
    until: [world.factory.today, '2026-12-31', '2099-01-01', '2100-12-31'],
    quarter: [world.factory.today, '2026-01-01', '1900-01-01', '2100-12-31'],
    cursor: await cursorsOf(world, made),
    contactId: [...contacts.slice(0, 12), ...contacts.slice(0, 4), ...contacts.slice(-1)].map(
      ({ contactId }) => contactId,
    ),
    contactIds: contacts.slice(0, 12).map(({ contactId }) => contactId),
    siteId: made.sites.sites.map(({ siteId }) => siteId),
    rows: [
      [sheetRow('一')],
      [sheetRow('二'), sheetRow('二'), sheetRow('三')],
      [sheetRow('四'), { ...sheetRow('四'), address: '别处' }],
    ],
    checkInId: made.sites.checkInIds,
    checkInIds: made.sites.checkInIds,
    logId: asked.logs,
    leaveId: await leavesOf(world, made),
    notice: [NOTICE_2027, NOTICE_2027.slice(0, 60)],
    year: [2026, 2027, 2025],
    day: ['1900-01-01', '2100-12-31', today, today, daysAfter(today, -1), daysAfter(today, -9), daysAfter(today, 1)],
    correctionId: asked.corrections,
    concernId: asked.concerns,
    textId: asked.texts,
    cadreId: [cadres.cadre, cadres.approved, ...people].map(({ personId }) => personId),
    requestId: Array.from({ length: 6 }, () => uuidv7()),
    orgId: [...Object.values(world.orgs).map(({ id }) => id), 0, 999_999],
    code: [...people.map(({ openid }) => loginCode(openid)), loginCode(`oNEW${uuidv7()}`), 'unknown'],
    version: [2, 2, 0, 1],
    noticeVersion: [NOTICE, NOTICE, NOTICE, NOTICE, 0, 1],
    birthYear: [1985, 1999, 2003, 2008, 2020],
    search: ['l', '岑', 'a'],
  };
}

/** A site as it stands in a table. */
const sheetRow = (which: string) => ({
  kind: '园区',
  name: `表里的园区${which}`,
  address: '园区路１号',
  latitude: '23.02861，113.10702',
  longitude: null,
});
