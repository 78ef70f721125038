import type { Database } from '../../cloudfunctions/api/kernel/db';
import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import { remindBatch, type Reminder } from '../../cloudfunctions/clock/reminding';
import { allow, offering } from '../account/allowing';
import { APP_ID, type MadeCadre, type MadeOrg, type MadePerson } from '../factory';
import { aCadre, act, anAdmin, answer, aPlace, at, wait, type Place } from '../grassrootsDay/days';
import { approvedLeave, aSite, checkIn, inAWorld, TODAY, world, yearOf } from '../grassrootsDay/weeks';
import { asClock } from './clock';

inAWorld();

let db: Database;
beforeAll(() => {
  db = asClock(world);
  offering(world);
});
afterAll(() => db.end());
beforeEach(async () => {
  await world.db.kysely.deleteFrom('message').execute();
  await world.db.kysely.deleteFrom('message_permit').execute();
});

const QUIET_DAY = { day: TODAY, quietBefore: null, quarter: null, week: false, days: false };
const THURSDAY = { ...QUIET_DAY, week: true };
const MONDAY = { ...QUIET_DAY, days: true };

/** Who of those who have allowed a message is told on a morning, in batches of two. */
async function toldOf(people: MadePerson[], reminder: Reminder): Promise<boolean[]> {
  await world.db.kysely.deleteFrom('message').execute();
  for (const person of people) await allow(world.house, person, 'todo');
  for (let after: string | null = null; ;) {
    const { last } = await remindBatch(db, APP_ID, reminder, after, 2);
    if (last === null) break;
    after = last;
  }
  const messages = await world.db.kysely.selectFrom('message').select(['person_id', 'subject']).execute();
  expect(messages.every(({ subject }) => subject === reminder.day)).toBe(true);
  return people.map(({ personId }) => messages.some(({ person_id }) => person_id === personId));
}

describe('D4.3 whose week owes its day', () => {
  it('is told on its Thursday: exactly when the year’s page says that it is owed', async () => {
    const { nanhai, foshan } = world.orgs;
    const administrator = await anAdmin(foshan);
    const site = await aSite(nanhai);
    const cadreThat = async (does: (cadre: MadeCadre) => Promise<unknown>): Promise<MadeCadre> => {
      const cadre = await aCadre(nanhai);
      await does(cadre);
      return cadre;
    };
    const all = [
      await aCadre(nanhai),
      await cadreThat((one) => checkIn(one, site, '2026-11-23')),
      await cadreThat((one) => checkIn(one, site, '2026-11-24', 'unconfirmed')),
      await cadreThat((one) => checkIn(one, site, '2026-11-24', 'refused')),
      await cadreThat((one) => approvedLeave(one, administrator, '2026-11-23', '2026-11-27')),
      await cadreThat((one) => approvedLeave(one, administrator, '2026-11-23', '2026-11-26')),
      await aCadre(nanhai, { service: 'partTime' }),
      await aCadre(nanhai, { from: TODAY }),
    ];
    const said = await Promise.all(all.map(async (cadre) => (await yearOf(cadre)).weeks.at(-1)?.state));
    expect(said).toEqual(['owed', 'met', 'unconfirmed', 'owed', 'exempt', 'owed', undefined, 'owed']);
    expect(await toldOf(all, THURSDAY)).toEqual(said.map((state) => state === 'owed'));
    expect(await toldOf(all, QUIET_DAY)).toEqual(all.map(() => false));
  });

  it('D10.4 not whose post has ended by then, nor whose begins tomorrow', async () => {
    const gone = await aCadre(world.orgs.nanhai, { from: '2026-01-05', until: TODAY });
    const comes = await aCadre(world.orgs.nanhai, { from: daysAfter(TODAY, 1) });
    expect(await toldOf([gone, comes], THURSDAY)).toEqual([false, false]);
  });

  it('D10.3 in a week of which nobody knows the working days nobody is told', async () => {
    const cadre = await aCadre();
    expect(await toldOf([cadre], { ...THURSDAY, day: '2041-03-07' })).toEqual([false]);
  });
});

describe('D4.2 for whom days wait', () => {
  let place: Place;
  let cadre: MadeCadre;
  let day: string;
  let org: MadeOrg;
  let orgs = 0;
  beforeEach(async () => {
    const name = `第${(orgs += 1)}区团委`;
    org = await world.factory.anOrg({ parent: world.orgs.foshan, level: 'county', name, leadingOrgan: true });
    place = await aPlace(world.orgs.nanhai);
    cadre = await aCadre(org);
    ({ checkInId: day } = await wait(cadre, place, at('09:00:00', TODAY)));
  });

  it('the site’s contact and the administrators of the cadre’s own organisation, on Mondays; above and beside nobody', async () => {
    const { foshan, chancheng } = world.orgs;
    const people = [place.contact, await anAdmin(org), await anAdmin(foshan), await anAdmin(chancheng), cadre];
    expect(await toldOf(people, MONDAY)).toEqual([true, true, false, false, false]);
    expect(await toldOf(people, QUIET_DAY)).toEqual(people.map(() => false));
  });

  it('C15 on every morning once the cadre asks, until it is answered or undone', async () => {
    const people = [place.contact, await anAdmin(org)];
    await act(cadre, 'askToConfirm', day, at('09:05:00', TODAY));
    expect(await toldOf(people, QUIET_DAY)).toEqual([true, true]);
    await answer(place.contact, [day], true, at('10:00:00', TODAY));
    expect(await toldOf(people, MONDAY)).toEqual([false, false]);
    const { checkInId } = await wait(
      cadre,
      await aPlace(world.orgs.nanhai, { contact: place.contact }),
      at('11:00:00', TODAY),
    );
    expect(await toldOf(people, MONDAY)).toEqual([true, true]);
    await act(cadre, 'undoCheckIn', checkInId, at('11:00:30', TODAY));
    expect(await toldOf(people, MONDAY)).toEqual([false, false]);
  });

  it('nobody is told of an own day', async () => {
    const own = world.factory.anAdministrator({ org, person: cadre });
    await world.factory.save();
    expect(await toldOf([own], MONDAY)).toEqual([false]);
  });

  it('whoever was the contact or the administrator is told no more', async () => {
    const was = await anAdmin(org);
    await world.db.kysely
      .updateTable('administrator')
      .set({ until_day: TODAY })
      .where('person_id', '=', was.personId)
      .execute();
    await world.db.kysely
      .updateTable('site')
      .set({ contact_id: null, contact_since: null })
      .where('id', '=', place.site.siteId)
      .execute();
    expect(await toldOf([place.contact, was], MONDAY)).toEqual([false, false]);
  });
});
