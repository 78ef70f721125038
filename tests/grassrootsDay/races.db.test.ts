import fc from 'fast-check';
import { recount } from '../../local/recount';
import { allAtOnce, outcomes } from '../support/barrier';
import { Refused } from '../support/house';
import {
  aCadre,
  aPlace,
  act,
  after,
  anAdmin,
  answer,
  checkIn,
  codeOf,
  counted,
  DAY,
  days,
  inAWorld,
  NOON,
  refused,
  scan,
  wait,
  world,
  type Place,
} from './days';

inAWorld();

/** Enough that each order of two happens. */
const ROUNDS = 12;

const together = <T>(calls: (() => Promise<T>)[]) => allAtOnce(world, calls, 'check_in');

describe('C18 two at once', () => {
  it('check-ins of one cadre at one site and day are one; with a live code among them it is confirmed', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
      const text = await codeOf(place);
      const done = await together<unknown>([
        () => wait(cadre, place),
        () => checkIn(cadre, { text }),
        () => checkIn(cadre, { text }),
      ]);
      expect(outcomes(done)).toEqual(['ok', 'ok', 'ok']);
      expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 1, unconfirmed: 0 }]);
      expect(await days(cadre)).toMatchObject([{ state: 'confirmed' }]);
    }
  });

  it('at two sites they are two check-ins and one day', async () => {
    const [one, two, cadre] = [await aPlace(world.orgs.shishan), await aPlace(world.orgs.shishan), await aCadre()];
    await together<unknown>([() => scan(cadre, one), () => wait(cadre, two)]);
    expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 1, unconfirmed: 1 }]);
  });
});

describe('D8.2 who answers at once', () => {
  it('confirming and refusing: the first one stands, the other is told', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [place, cadre, admin] = [
        await aPlace(world.orgs.shishan),
        await aCadre(),
        await anAdmin(world.orgs.nanhai),
      ];
      const { checkInId } = await wait(cadre, place);
      const both = await together([
        () => answer(place.contact, [checkInId], true),
        () => answer(admin, [checkInId], false),
      ]);
      const answered = both.map((one) => (one.status === 'fulfilled' ? one.value.answered : -1));
      expect([...answered].sort()).toEqual([0, 1]);
      const [day] = await days(cadre);
      expect(day?.state).toBe(answered[0] === 1 ? 'confirmed' : 'refused');
      expect(await counted(cadre)).toEqual(answered[0] === 1 ? [{ day: DAY, confirmed: 1, unconfirmed: 0 }] : []);
    }
  });

  it('a live code while it is refused: it counts, whichever came first, and nobody is said to have refused it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
      const { checkInId } = await wait(cadre, place);
      const text = await codeOf(place);
      const [refusing, checking] = await together<unknown>([
        () => answer(place.contact, [checkInId], false),
        () => checkIn(cadre, { text }),
      ]);
      expect([refusing?.status, checking?.status]).toEqual(['fulfilled', 'fulfilled']);
      expect(await days(cadre)).toMatchObject([{ checkInId, state: 'confirmed', answeredBy: null, reason: null }]);
      expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 1, unconfirmed: 0 }]);
    }
  });

  it('undoing while it is confirmed: it has never been', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
      const { checkInId } = await wait(cadre, place);
      const [undone, confirmed] = await together<unknown>([
        () => act(cadre, 'undoCheckIn', checkInId),
        () => answer(place.contact, [checkInId]),
      ]);
      expect(undone?.status).toBe('fulfilled');
      if (confirmed?.status === 'rejected') expect(confirmed.reason).toEqual(refused('CHECK_IN_NOT_FOUND'));
      expect(await counted(cadre)).toEqual([]);
    }
  });

  it('two contacts who answer the same cadres’ days in other orders do not stop each other', async () => {
    const [one, two] = [await aPlace(world.orgs.shishan), await aPlace(world.orgs.shishan)];
    const cadres = [];
    for (let n = 0; n < 8; n += 1) cadres.push(await aCadre());
    const first: string[] = [];
    const second: string[] = [];
    for (const cadre of cadres) first.push((await wait(cadre, one)).checkInId);
    for (const cadre of [...cadres].reverse()) second.push((await wait(cadre, two)).checkInId);
    const done = await together<unknown>([() => answer(one.contact, first), () => answer(two.contact, second)]);
    expect(outcomes(done)).toEqual(['ok', 'ok']);
    for (const cadre of cadres) expect(await counted(cadre)).toEqual([{ day: DAY, confirmed: 2, unconfirmed: 0 }]);
  });
});

type Step = 'scan' | 'late' | 'wait' | 'undo' | 'confirm' | 'refuse';
const STEPS: Step[] = ['scan', 'late', 'wait', 'undo', 'confirm', 'refuse'];

async function take(step: Step, place: Place, cadre: Parameters<typeof days>[0], seconds: number): Promise<void> {
  const now = after(NOON, seconds);
  const [latest] = await days(cadre, now);
  if (step === 'scan') await scan(cadre, place, now);
  else if (step === 'late') await scan(cadre, place, after(now, -3600), now);
  else if (step === 'wait') await wait(cadre, place, now);
  else if (!latest) return;
  else if (step === 'undo') await act(cadre, 'undoCheckIn', latest.checkInId, now);
  else await answer(place.contact, [latest.checkInId], step === 'confirm', now);
}

it('D4.2 whatever happens, in whatever order, the counters are what is counted', async () => {
  const places = [await aPlace(world.orgs.shishan), await aPlace(world.orgs.nanhai)];
  const history = fc.array(fc.record({ step: fc.constantFrom(...STEPS), at: fc.nat(1), wait: fc.nat(50_000) }), {
    minLength: 2,
    maxLength: 9,
  });
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const cadre = await aCadre();
      let seconds = 0;
      for (const { step, at, wait: pause } of steps) {
        const place = places[at];
        if (place) {
          await take(step, place, cadre, seconds).then(
            () => done.add(step),
            (error: unknown) => {
              // A refusal is part of a history, and nothing else is.
              if (!(error instanceof Refused) || ['FAULT', 'UNAVAILABLE'].includes(error.code)) throw error;
            },
          );
        }
        seconds += pause;
      }
    }),
    { numRuns: 25 },
  );
  expect([...done].sort()).toEqual([...STEPS].sort());
  const { differences } = await recount(world.db);
  expect(differences).toEqual([]);
  const { n } = await world.db.kysely
    .selectFrom('grassroots_day')
    .select((of) => of.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  expect(Number(n)).toBeGreaterThan(20);
});

it('a counter that is wrong is found', async () => {
  const [place, cadre] = [await aPlace(world.orgs.shishan), await aCadre()];
  await scan(cadre, place);
  await world.db.kysely
    .updateTable('grassroots_day')
    .set({ confirmed: 2 })
    .where('cadre_id', '=', cadre.personId)
    .execute();
  expect((await recount(world.db)).differences).toEqual([
    { postId: cadre.postId, figure: `confirmed ${DAY}`, stock: 2, recounted: 1 },
  ]);
});
