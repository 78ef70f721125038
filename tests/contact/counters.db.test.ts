import fc from 'fast-check';
import { sql } from 'kysely';
import { policy } from '../../config/policy';
import { FIELDS, type Field } from '../../types/words';
import { dayOf } from '../../cloudfunctions/api/kernel/calendar';
import { ageOn } from '../../cloudfunctions/api/org/rules';
import { recount } from '../../local/recount';
import type { MadeCadre, MadeYouth } from '../factory';
import { call, Refused, rid } from '../support/house';
import { aWorld, liveCode, standingCode, type World } from '../support/world';

const DAY_MS = 86_400_000;

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

type Two = 'scan' | 'scanBack' | 'leave' | 'undo' | 'choose';
type Step =
  { do: Two; cadre: number; youth: number } | { do: 'go' | 'comeBack'; cadre: number } | { do: 'wait'; days: number };

const who = { cadre: fc.nat(2), youth: fc.nat(4) };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('scan' as const, 'scanBack' as const), ...who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'undo' as const), ...who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('go' as const, 'comeBack' as const), cadre: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choose' as const), ...who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.oneof(fc.nat(30), fc.nat(200)) }) },
);

const EXPECTED_REFUSALS = new Set([
  'YOUTH_FULL',
  'CONTACT_ALREADY',
  'CODE_USED',
  'UNDO_TOO_LATE',
  'NOT_A_CADRE',
  'HOLDER_NOT_CADRE',
  'CONTACT_NOT_WAITING',
  'CHOICE_NOT_THERE',
]);

/** C11 The clock of a day, as the database's owner: to the clock's role no day comes before it is there. */
const lapseOn = (day: string) => sql`select end_waiting(${day}, 1000)`.execute(world.db.kysely);

/** C11 The post ends on a day; or another one begins in the same organisation. */
async function goOrCome(verb: 'go' | 'comeBack', cadre: MadeCadre, day: string): Promise<void> {
  const { db, factory } = world;
  const held = db.kysely
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', cadre.personId)
    .where('until_day', 'is', null);
  const post = await held.executeTakeFirst();
  if (verb === 'go' && post)
    await db.kysely.updateTable('post').set({ until_day: day }).where('id', '=', post.id).execute();
  if (verb === 'go' || post) return;
  factory.aCadre({ org: cadre.org, person: cadre, from: day });
  await factory.save();
}

/** A play of a history; refusals are part of it, anything else is a failure. */
async function play(cadres: MadeCadre[], youths: MadeYouth[], steps: Step[], begin: Date): Promise<Date> {
  let now = begin;
  for (const action of steps) {
    now = new Date(now.getTime() + 31_000 + (action.do === 'wait' ? action.days * DAY_MS : 0));
    if (action.do === 'wait') {
      await lapseOn(dayOf(now));
      continue;
    }
    const cadre = cadres[action.cadre] as MadeCadre;
    if (!('youth' in action)) {
      await goOrCome(action.do, cadre, dayOf(now));
      continue;
    }
    const youth = youths[action.youth] as MadeYouth;
    try {
      await perform(action.do, cadre, youth, now);
    } catch (error) {
      if (!(error instanceof Refused) || !EXPECTED_REFUSALS.has(error.code)) throw error;
    }
  }
  return now;
}

async function perform(verb: Two, cadre: MadeCadre, youth: MadeYouth, now: Date): Promise<void> {
  const options = { now };
  if (verb === 'scan') {
    await call(
      world.house,
      cadre,
      'contact.register',
      { text: await liveCode(world.house, youth, now), requestId: rid() },
      options,
    );
  } else if (verb === 'scanBack') {
    await call(
      world.house,
      youth,
      'contact.register',
      { text: await standingCode(world.house, cadre), requestId: rid() },
      options,
    );
  } else {
    const { items } = await call(world.house, youth, 'contact.holders', {}, options);
    if (verb === 'choose') {
      const waits = items.find(({ waiting }) => waiting);
      if (!waits) return;
      const choice = { contactId: waits.contactId, cadreId: cadre.personId, requestId: rid() };
      await call(world.house, youth, 'contact.choose', choice, options);
      return;
    }
    const contact = items.find(({ name }) => name === cadre.name);
    if (!contact) return;
    const input = { contactId: contact.contactId, requestId: rid() };
    if (verb === 'leave') await call(world.house, youth, 'contact.leave', { ...input, block: false }, options);
    else await call(world.house, cadre, 'contact.undo', input, options);
  }
}

/** The standing of a post counted by hand from the contacts, the youths and the calendar. */
async function countedByHand(cadre: MadeCadre, day: string): Promise<Record<Field, number>> {
  const rows = await world.db.kysely
    .selectFrom('contact as c')
    .innerJoin('youth as y', 'y.person_id', 'c.youth_id')
    .select(['y.field', 'y.birth_month'])
    .where('c.cadre_id', '=', cadre.personId)
    .where('c.ended_at', 'is', null)
    .execute();
  const counting = rows.filter(({ birth_month }) => ageOn(birth_month, day) < policy.age.uncountedFrom);
  return Object.fromEntries(
    FIELDS.map((field) => [field, counting.filter((row) => row.field === field).length]),
  ) as Record<Field, number>;
}

it('D2.1 after any history, on any day: the counters are what a recount finds, and those over 35, and those whose cadre has left, count for nothing (C8, C11)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const { factory, orgs } = world;
      const begin = new Date();
      const turning = begin.getUTCFullYear() - 36;
      const cadres = [orgs.foshan, orgs.foshan, orgs.shishan].map((org) => factory.aCadre({ org }));
      const youths = ['01', '05', '09', '12'].map((month) =>
        factory.aYouth({ birthMonth: `${turning + 1}-${month}-01` }),
      );
      youths.push(factory.aYouth({ birthMonth: `${turning - 2}-01-01` }));
      await factory.save();

      const end = await play(cadres, youths, steps, begin);

      expect((await recount(world.db)).differences).toEqual([]);
      for (const cadre of cadres) {
        for (const at of [end, new Date(end.getTime() + 180 * DAY_MS), new Date(end.getTime() + 400 * DAY_MS)]) {
          const me = await call(world.house, cadre, 'org.me', {}, { now: at });
          if (me.cadre) expect(me.cadre.standing.byField).toEqual(await countedByHand(cadre, dayOf(at)));
        }
      }
      for (const youth of youths) {
        const { items, cap } = await call(world.house, youth, 'contact.holders', {}, { now: end });
        expect(items.length).toBeLessThanOrEqual(cap);
      }
      await lapseOn('2100-01-01');
      const waiting = sql`contact c where ended_at is null and not exists (
        select from post p where p.person_id = c.cadre_id and p.until_day is null
      )`;
      const { rows } = await sql`select id from ${waiting}`.execute(world.db.kysely);
      expect(rows).toEqual([]);
      expect((await recount(world.db)).differences).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 180_000);
