import { sql } from 'kysely';
import { policy } from '../../config/policy';
import { dayOf, daysAfter, startOfDay } from '../../cloudfunctions/api/kernel/calendar';
import type { Database } from '../../cloudfunctions/api/kernel/db';
import { lapseAll } from '../../cloudfunctions/clock/jobs/lapses';
import { recount } from '../../local/recount';
import { saying } from '../contactLog/logging';
import type { MadeCadre, MadeYouth } from '../factory';
import { allAtOnce, behind, outcomes } from '../support/barrier';
import { call, rid } from '../support/house';
import { aWorld, liveCode, type World } from '../support/world';
import { asClock } from './clock';

let world: World;
let db: Database;
beforeAll(async () => {
  world = await aWorld();
  db = asClock(world);
});
afterAll(async () => {
  await db.end();
  await world.end();
});

const today = dayOf(new Date());
const begun = new Date('2026-01-05T04:00:00Z');
const run = (now = new Date(), hasTime = () => true, size?: number) => lapseAll({ db, now, hasTime }, size);

/** A cadre who left so many days ago, and youths who have not chosen. */
async function left(daysAgo: number, youths = 1, from = '2024-01-01') {
  const { factory, orgs } = world;
  const cadre = factory.aCadre({ org: orgs.nanhai, from, until: daysAfter(today, -daysAgo) });
  const contacts = Array.from({ length: youths }, () =>
    factory.aContact({ cadre, youth: factory.aYouth(), startedAt: begun }),
  );
  await factory.save();
  return { cadre, contacts };
}

const stateOf = (cadre: MadeCadre) =>
  world.db.kysely
    .selectFrom('contact')
    .select(['ended_by as by', 'ended_at as at'])
    .where('cadre_id', '=', cadre.personId)
    .execute();
const heldBy = async (youth: MadeYouth): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select youth_holders(${youth.personId}) as n`.execute(world.db.kysely);
  return rows[0]?.n ?? 0;
};

it('C11 the database waits as many days as the policy says', async () => {
  const { rows } = await sql<{ days: number }>`select waiting_days() as days`.execute(world.db.kysely);
  expect(rows).toEqual([{ days: policy.contact.waitingDays }]);
});

it('C11 on the 30th day a contact ends, the day before it does not; it ended then, whenever the clock comes', async () => {
  const [still, over, long] = [await left(29), await left(30), await left(45, 2)];
  expect(await run()).toEqual({ finished: true, counts: { ended: 3 } });
  expect(await stateOf(still.cadre)).toEqual([{ by: null, at: null }]);
  expect(await stateOf(over.cadre)).toEqual([{ by: 'lapsed', at: startOfDay(today) }]);
  const at = startOfDay(daysAfter(today, -15));
  expect(await stateOf(long.cadre)).toEqual([
    { by: 'lapsed', at },
    { by: 'lapsed', at },
  ]);
  expect(await run()).toEqual({ finished: true, counts: { ended: 0 } });
  expect((await recount(world.db)).differences).toEqual([]);
});

it('C11 the place is free on that day also before the clock comes, and stays free afterwards', async () => {
  const { contacts } = await left(30);
  const [{ youth }] = contacts as [(typeof contacts)[0]];
  expect(await heldBy(youth)).toBe(0);
  await run();
  expect(await heldBy(youth)).toBe(0);
});

it('C1 who goes on in another post, or came back in time, keeps the contacts, also those of the post before', async () => {
  const { factory, orgs } = world;
  const [moved, back, again] = [await left(60), await left(60), await left(60)];
  factory.aCadre({ org: orgs.foshan, person: moved.cadre, from: daysAfter(today, -60) });
  factory.aCadre({ org: orgs.foshan, person: back.cadre, from: daysAfter(today, -40) });
  // Who left the second post too: the contacts of both wait since then.
  factory.aCadre({ org: orgs.foshan, person: again.cadre, from: daysAfter(today, -60), until: daysAfter(today, -30) });
  await factory.save();
  expect(await run()).toMatchObject({ counts: { ended: 1 } });
  expect([await stateOf(moved.cadre), await stateOf(back.cadre), await stateOf(again.cadre)]).toMatchObject([
    [{ by: null }],
    [{ by: null }],
    [{ by: 'lapsed', at: startOfDay(today) }],
  ]);
});

it('D10.4 a post that was never held keeps nothing waiting', async () => {
  const { cadre } = await left(45);
  const day = daysAfter(today, -20);
  world.factory.aCadre({ org: world.orgs.foshan, person: cadre, from: day, until: day });
  await world.factory.save();
  expect(await run()).toMatchObject({ counts: { ended: 1 } });
  expect(await stateOf(cadre)).toEqual([{ by: 'lapsed', at: startOfDay(daysAfter(today, -15)) }]);
});

it('D9.10 batch by batch: out of time it goes on with the next run; never of a day that has not come', async () => {
  const { cadre } = await left(31, 5);
  const later = await left(10);
  let times = 2;
  expect(await run(new Date(), () => times-- > 0, 2)).toEqual({ finished: false, counts: { ended: 4 } });
  expect((await stateOf(cadre)).filter(({ by }) => by === null)).toHaveLength(1);
  expect(await run(new Date(), () => true, 2)).toEqual({ finished: true, counts: { ended: 1 } });
  await run(new Date(Date.now() + 400 * 86_400_000));
  expect(await stateOf(later.cadre)).toMatchObject([{ by: null }]);
});

it('D9.5 what waited to be read of a youth is read by nobody any more', async () => {
  const { cadre, contacts } = await left(31);
  await world.db.kysely.updateTable('post').set({ until_day: null }).where('id', '=', cadre.postId).execute();
  const { logId } = await call(world.house, cadre, 'contactLog.write', { ...saying(contacts), requestId: rid() });
  const log = world.db.kysely.updateTable('contact_log').where('id', '=', logId);
  await log.set({ text_state: 'waiting', text_id: rid() }).execute();
  await world.db.kysely
    .updateTable('post')
    .set({ until_day: daysAfter(today, -31) })
    .where('id', '=', cadre.postId)
    .execute();
  await run();
  const after = world.db.kysely.selectFrom('contact_log').select(['text_state', 'text_id']).where('id', '=', logId);
  expect(await after.execute()).toEqual([{ text_state: 'hidden', text_id: null }]);
});

it('the clock sees no contact, and nobody else ends them', async () => {
  for (const statement of [`select * from contact`, `select end_waiting('2030-01-01', 10)`])
    await expect(sql.raw(statement).execute(db.kysely)).rejects.toMatchObject({ code: '42501' });
  const api = sql`select lapse_contacts('2026-01-01', 10)`.execute(world.house.database.kysely);
  await expect(api).rejects.toMatchObject({ code: '42501' });
});

describe('C4, C11 races', () => {
  const ROUNDS = 12;

  /** A youth with two other cadres and one who left that many days ago; somebody to choose. */
  async function aRound(daysAgo: number) {
    const { factory, orgs } = world;
    const youth = factory.aYouth();
    const cadre = factory.aCadre({ org: orgs.nanhai, until: daysAfter(today, -daysAgo) });
    const { contactId } = factory.aContact({ cadre, youth, startedAt: begun });
    for (const org of [orgs.foshan, orgs.guangzhou])
      factory.aContact({ cadre: factory.aCadre({ org }), youth, startedAt: begun });
    const some = [factory.aCadre({ org: orgs.nanhai }), factory.aCadre({ org: orgs.nanhai })];
    await factory.save();
    const choose =
      ({ personId }: MadeCadre, now?: Date) =>
      () =>
        call(world.house, youth, 'contact.choose', { contactId, cadreId: personId, requestId: rid() }, { now });
    return { youth, cadre, some, choose };
  }

  const live = (youth: MadeYouth) =>
    world.db.kysely
      .selectFrom('contact')
      .select('cadre_id')
      .where('youth_id', '=', youth.personId)
      .where('ended_at', 'is', null)
      .execute();

  it('two choices at once: one stands, the other is told that it is over', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      const { youth, some, choose } = await aRound(3);
      const results = await allAtOnce(
        world,
        some.map((one) => choose(one)),
      );
      expect(outcomes(results)).toEqual(['CONTACT_ENDED', 'ok']);
      expect(await live(youth)).toHaveLength(3);
    }
    expect((await recount(world.db)).differences).toEqual([]);
  }, 60_000);

  it('a choice while another cadre would take the last place: the youth has three, and the choice stands', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      const { youth, some, choose } = await aRound(3);
      const [chosen, scanner] = some as [MadeCadre, MadeCadre];
      const text = await liveCode(world.house, youth);
      const results = await allAtOnce<unknown>(world, [
        choose(chosen),
        () => call(world.house, scanner, 'contact.register', { text, requestId: rid() }),
      ]);
      expect(outcomes(results)).toEqual(['YOUTH_FULL', 'ok']);
      expect(results[0]?.status).toBe('fulfilled');
      expect(await live(youth)).toHaveLength(3);
    }
  }, 60_000);

  it('a choice of yesterday’s while the clock ends it: one of the two, never both', async () => {
    const yesterday = new Date(Date.now() - 86_400_000);
    for (let i = 0; i < ROUNDS; i++) {
      const { youth, some, choose, cadre } = await aRound(30);
      const [chosen] = some as [MadeCadre];
      const choice = choose(chosen, yesterday);
      const results = await allAtOnce<unknown>(
        world,
        i % 2 ? [choice, () => behind(world, run)] : [() => run(), () => behind(world, choice)],
      );
      const took = results.every(({ status }) => status === 'fulfilled');
      expect(outcomes(results)).toEqual(took ? ['ok', 'ok'] : ['CONTACT_ENDED', 'ok']);
      expect(await stateOf(cadre)).toMatchObject([{ by: took ? 'handedOver' : 'lapsed' }]);
      expect(await live(youth)).toHaveLength(took ? 3 : 2);
    }
    expect((await recount(world.db)).differences).toEqual([]);
  }, 60_000);

  it('the clock ends two youths’ contacts while one takes all back and another is corrected: nobody is in the way for good', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      const [one, other] = [await aRound(30), await aRound(30)];
      const results = await allAtOnce<unknown>(world, [
        () => run(),
        () => call(world.house, one.youth, 'privacy.withdraw', { requestId: rid() }),
        () => call(world.house, other.youth, 'privacy.correct', { field: 'rural', unit: null, requestId: rid() }),
      ]);
      expect(outcomes(results)).toEqual(['ok', 'ok', 'ok']);
      expect(await live(one.youth)).toEqual([]);
      expect(await live(other.youth)).toHaveLength(2);
    }
    expect((await recount(world.db)).differences).toEqual([]);
  }, 60_000);
});
