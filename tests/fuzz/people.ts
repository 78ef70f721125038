import { uuidv7 } from 'uuidv7';
import type { House } from '../../cloudfunctions/api/kernel/gate';
import type { MadeContact, MadePerson } from '../factory';
import { allow } from '../account/allowing';
import { saying } from '../contactLog/logging';
import { call, FIELD_KEY } from '../support/house';
import type { World } from '../support/world';

/** A text about somebody. */
export interface Secret {
  of: MadePerson;
  text: string;
}

/** More than fit on one page. */
const MORE_THAN_A_PAGE = 32;
export const LONG_AGO = new Date(Date.now() - 90 * 86_400_000);

/** What of the factory's people a round needs, in one write. */
export async function makePeople(world: World) {
  const { factory, orgs, house } = world;
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
    gone: aYouth({ name: `gone ${uuidv7()}` }),
  };
  const cadreGone = factory.aCadre({ org: orgs.nanhai, name: `gone ${uuidv7()}` });
  factory.aBlock(youths.blocking, cadre);
  const contacts = [
    factory.aContact({ cadre, youth: youths.held, startedAt: LONG_AGO }),
    factory.aContact({ cadre, youth: bothAsYouth, startedAt: new Date() }),
    factory.aContact({ cadre: sibling, youth: youths.held, startedAt: new Date(), startedBy: 'youth' }),
    factory.aContact({ cadre: both, youth: youths.minor, startedAt: LONG_AGO }),
    factory.aContact({ cadre: former, youth: youths.held, startedAt: LONG_AGO }),
    ...[cadre, approved, sibling].map((one) => factory.aContact({ cadre: one, youth: youths.full })),
    factory.aContact({ cadre: approved, youth: youths.gone, startedAt: new Date() }),
    factory.aContact({ cadre: cadreGone, youth: youths.free, startedAt: LONG_AGO }),
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
  const sites = await sitesOf(world, administrator, [youths.free, youths.held], [cadre, approved]);
  const left = contacts.at(-1);
  if (left)
    await call(house, left.youth, 'contact.leave', { contactId: left.contactId, block: true, requestId: uuidv7() });
  await Promise.all([youths.held, youths.full, youths.free].map((youth) => allow(house, youth)));
  const { texts, waiting } = await writeUnits(world, youths);
  const logs = await writeLogs(house, contacts);
  const asked = {
    corrections: await askForNames(house, youths),
    concerns: await reportConcerns(house, contacts),
    texts: [...texts, ...(await linesThatWait(world, logs))],
    logs,
  };
  const cadres = { cadre, approved, sibling, both: { ...both, ...bothAsYouth }, former, cadreGone };
  return { cadres, youths, administrator, contacts, sites, asked, units, waiting, channels, inner };
}

/** D4.1 Sites of Nanhai that youths look after, and days of its cadres there that wait. */
async function sitesOf(
  { factory, house, orgs }: World,
  administrator: MadePerson,
  contacts: MadePerson[],
  cadres: MadePerson[],
) {
  const sites = contacts.map((contact) => ({ contact, ...factory.aSite({ org: orgs.nanhai, contact }) }));
  await factory.save();
  const checkInIds: string[] = [];
  const invitations: string[] = [];
  for (const { siteId } of sites) {
    for (const who of cadres) {
      const input = { where: { siteId }, location: null, requestId: uuidv7() };
      checkInIds.push((await call(house, who, 'grassrootsDay.checkIn', input)).checkInId);
    }
    const invited = { siteId, name: '岑乐怡', requestId: uuidv7() };
    invitations.push((await call(house, administrator, 'grassrootsDay.inviteContact', invited)).link);
  }
  return { sites, checkInIds, invitations };
}

/** D9.4 By youths whom cadres of Nanhai hold, and by one whom nobody holds. */
const askForNames = (house: House, youths: Record<'held' | 'full' | 'free', MadePerson>): Promise<string[]> =>
  Promise.all(
    [youths.held, youths.full, youths.free].map(
      async (youth) => (await call(house, youth, 'privacy.askName', { name: '岑乐怡', requestId: uuidv7() })).id,
    ),
  );

/** D9.9 About cadres of the township, which Nanhai answers, and of Nanhai itself. */
const reportConcerns = (house: House, contacts: MadeContact[]): Promise<string[]> =>
  Promise.all(
    [contacts[3], contacts[3], contacts[0]]
      .filter((contact) => contact !== undefined)
      .map(async ({ contactId, youth }) => {
        const input = { contactId, text: '不回消息', block: false, requestId: uuidv7() };
        return (await call(house, youth, 'privacy.reportConcern', input)).id;
      }),
  );

/** In a browser, so that they wait to be read; nobody else sees them meanwhile. */
async function writeUnits({ house, db }: World, youths: Record<'held' | 'full' | 'free', MadePerson>) {
  const waiting: Secret[] = [];
  const writers = [youths.held, youths.full, youths.free];
  for (const of of writers) {
    const unit = `u ${uuidv7().slice(-20)}`;
    await call(house, of, 'privacy.correct', { field: 'rural', unit, requestId: uuidv7() });
    waiting.push({ of, text: unit });
  }
  const ids = writers.map(({ personId }) => personId);
  const rows = await db.kysely.selectFrom('unit_check').select('id').where('youth_id', 'in', ids).execute();
  return { texts: rows.map(({ id }) => id), waiting };
}

/** Of two cadres: one about which nobody said anything, one that is disputed, one whose dispute is answered. */
async function writeLogs(house: House, [first, , second]: MadeContact[]): Promise<string[]> {
  const logs: string[] = [];
  for (const { cadre, youth, contactId } of [first, second, first].flatMap((one) => one ?? [])) {
    const said = { ...saying([]), way: 'faceToFace' as const, contactIds: [contactId], requestId: uuidv7() };
    const { logId } = await call(house, cadre, 'contactLog.write', said);
    if (logs.push(logId) === 1) continue;
    await call(house, youth, 'contactLog.dispute', { logId, requestId: uuidv7() });
    const answer = { logId, contactId, text: '是你', requestId: uuidv7() };
    if (logs.length > 2) await call(house, cadre, 'contactLog.answer', answer);
  }
  return logs;
}

/** What of these logs waits to be read, since it was written in a browser. */
async function linesThatWait({ db }: World, logs: string[]): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `select text_id as id from contact_log where id = any ($1) and text_id is not null
    union all select answer_id from log_dispute where log_id = any ($1) and answer_id is not null`,
    [logs],
  );
  return rows.map(({ id }) => id);
}

export type Made = Awaited<ReturnType<typeof makePeople>>;

/** Enough cadres in one organisation that its list has a second page. */
export async function fillShishan({ factory, orgs }: World): Promise<void> {
  for (let i = 0; i < MORE_THAN_A_PAGE; i++) factory.aCadre({ org: orgs.shishan });
  await factory.save();
}
