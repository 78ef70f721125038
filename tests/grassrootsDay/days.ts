import type { MadeCadre, MadeOrg, MadePerson, MadeSite } from '../factory';
import { call, rid, type In } from '../support/house';
import { inAWorld, world } from '../support/inAWorld';
import { refused } from '../contactLog/logging';

export { inAWorld, refused, world };

/** A Thursday, so that a test's days do not turn while it runs. */
export const DAY = '2026-11-19';
export const at = (time: string, day = DAY): Date => new Date(`${day}T${time}+08:00`);
export const NOON = at('12:00:00');
export const after = (moment: Date, seconds: number): Date => new Date(moment.getTime() + seconds * 1000);

export interface Place {
  site: MadeSite;
  contact: MadePerson;
}

/** A site of an organisation with its contact, who is neither cadre nor youth. */
export async function aPlace(
  org: MadeOrg,
  more: Partial<Parameters<typeof world.factory.aSite>[0]> = {},
): Promise<Place> {
  const contact = more.contact ?? world.factory.aPerson();
  const site = world.factory.aSite({ org, contact, ...more });
  await world.factory.save();
  return { site, contact };
}

export async function aCadre(org: MadeOrg = world.orgs.nanhai, more: object = {}): Promise<MadeCadre> {
  const cadre = world.factory.aCadre({ org, ...more });
  await world.factory.save();
  return cadre;
}

export async function anAdmin(org: MadeOrg): Promise<MadePerson> {
  const admin = world.factory.anAdministrator({ org });
  await world.factory.save();
  return admin;
}

/** What the contact's phone shows. */
export async function codeOf({ site, contact }: Place, now = NOON): Promise<string> {
  const { codes } = await call(world.house, contact, 'grassrootsDay.siteCode', { siteId: site.siteId }, { now });
  return codes[0]?.text ?? '';
}

/** What hangs on the wall. */
export const printedOf = async ({ site, contact }: Place): Promise<string> =>
  (await call(world.house, contact, 'grassrootsDay.standingCode', { siteId: site.siteId }, { now: NOON })).text;

type Where = In<'grassrootsDay.checkIn'>['where'];

export const checkIn = (who: MadePerson, where: Where, now = NOON, more: Partial<In<'grassrootsDay.checkIn'>> = {}) =>
  call(world.house, who, 'grassrootsDay.checkIn', { where, location: null, requestId: rid(), ...more }, { now });

export const preview = (who: MadePerson, where: Where, now = NOON) =>
  call(world.house, who, 'grassrootsDay.previewCheckIn', { where }, { now });

export const scan = async (who: MadePerson, place: Place, shown = NOON, now = shown) =>
  checkIn(who, { text: await codeOf(place, shown) }, now);

/** A day that waits: without a code. */
export const wait = (who: MadePerson, { site }: Place, now = NOON) => checkIn(who, { siteId: site.siteId }, now);

type Verb = 'undoCheckIn' | 'checkOut' | 'askToConfirm';
export const act = (who: MadePerson, verb: Verb, checkInId: string, now = NOON) =>
  call(world.house, who, `grassrootsDay.${verb}`, { checkInId, requestId: rid() }, { now });

export const note = (who: MadePerson, checkInId: string, line: string) =>
  call(world.house, who, 'grassrootsDay.noteDay', { checkInId, line, requestId: rid() }, { now: NOON });

export const answer = (who: MadePerson, checkInIds: string[], confirmed = true, now = NOON) =>
  call(
    world.house,
    who,
    'grassrootsDay.answerDays',
    { checkInIds, confirmed, reason: confirmed ? null : '那天没有来', requestId: rid() },
    { now },
  );

export const days = async (who: MadePerson, now = NOON) =>
  (await call(world.house, who, 'grassrootsDay.days', {}, { now })).items;

export const waitingAt = async (who: MadePerson, { site }: Place, now = NOON) =>
  (await call(world.house, who, 'grassrootsDay.waitingDays', { of: { siteId: site.siteId } }, { now })).items;

export const waitingOf = async (who: MadePerson, org: MadeOrg, now = NOON) =>
  (await call(world.house, who, 'grassrootsDay.waitingDays', { of: { orgId: org.id } }, { now })).items;

/** The counters of a cadre's days, as the weeks are made of them. */
export const counted = ({ personId }: MadePerson) =>
  world.db.kysely
    .selectFrom('grassroots_day')
    .select(['day', 'confirmed', 'unconfirmed'])
    .where('cadre_id', '=', personId)
    .where((or) => or.or([or('confirmed', '>', 0), or('unconfirmed', '>', 0)]))
    .orderBy('day')
    .execute();
