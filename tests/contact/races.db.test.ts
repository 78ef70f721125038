import { sql } from 'kysely';
import { recount } from '../../local/recount';
import type { MadeCadre, MadeYouth } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, rid } from '../support/house';
import { aWorld, liveCode, type World } from '../support/world';

const ROUNDS = 50;
const CADRES = 10;

let world: World;
let cadres: MadeCadre[];

beforeAll(async () => {
  world = await aWorld();
});

beforeEach(async () => {
  const { foshan, guangzhou, nanhai, chancheng, province } = world.orgs;
  const orgs = [foshan, guangzhou, nanhai, chancheng, province];
  cadres = Array.from({ length: CADRES }, (_, i) => world.factory.aCadre({ org: orgs[i % orgs.length] ?? province }));
  await world.factory.save();
});
afterAll(() => world.end());

const register = (cadre: MadeCadre, text: string, requestId = rid()) =>
  call(world.house, cadre, 'contact.register', { text, requestId });

async function holders(youth: MadeYouth): Promise<number> {
  const rows = await world.db.kysely
    .selectFrom('contact')
    .select('id')
    .where('youth_id', '=', youth.personId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.length;
}

/** A round's youths are made beforehand, so that nothing but the race happens in it. */
async function rounds(play: (youth: MadeYouth, text: string) => Promise<void>): Promise<void> {
  const youths = Array.from({ length: ROUNDS }, () => world.factory.aYouth());
  await world.factory.save();
  for (const youth of youths) await play(youth, await liveCode(world.house, youth));
}

it('C4 ten cadres of different cities and one youth with room for 3: exactly 3, seven are told why', async () => {
  await rounds(async (youth, text) => {
    const results = await allAtOnce(
      world,
      cadres.map((cadre) => () => register(cadre, text)),
    );
    expect(outcomes(results)).toEqual([...Array<string>(7).fill('YOUTH_FULL'), ...Array<string>(3).fill('ok')]);
    expect(await holders(youth)).toBe(3);
  });
}, 120_000);

it('C4 the same request twice at once gives one contact and the same answer', async () => {
  const [cadre] = cadres as [MadeCadre];
  await rounds(async (youth, text) => {
    const requestId = rid();
    const results = await allAtOnce(world, [
      () => register(cadre, text, requestId),
      () => register(cadre, text, requestId),
    ]);
    const ids = results.map((result) =>
      result.status === 'fulfilled' ? result.value.contactId : String(result.reason),
    );
    expect(ids[0]).toEqual(expect.any(String));
    expect(ids[1]).toBe(ids[0]);
    expect(await holders(youth)).toBe(1);
  });
}, 120_000);

it('C4 two requests of one cadre for one youth at once: one contact, the other is told it has been made', async () => {
  const [cadre] = cadres as [MadeCadre];
  await rounds(async (youth, text) => {
    const results = await allAtOnce(world, [() => register(cadre, text), () => register(cadre, text)]);
    expect(outcomes(results)).toEqual(['CONTACT_ALREADY', 'ok']);
    expect(await holders(youth)).toBe(1);
  });
}, 120_000);

it('C3 leaving while being added: the place is free or it is not, and never more than 3', async () => {
  const [first, second, third, fourth] = cadres as [MadeCadre, MadeCadre, MadeCadre, MadeCadre];
  await rounds(async (youth, text) => {
    const { contactId } = await register(first, text);
    await register(second, text);
    await register(third, text);
    const results = await allAtOnce<unknown>(world, [
      () => call(world.house, youth, 'contact.leave', { contactId, block: false, requestId: rid() }),
      () => register(fourth, text),
    ]);
    expect(results[0]?.status).toBe('fulfilled');
    const added = results[1]?.status === 'fulfilled';
    if (!added) expect(outcomes(results)).toEqual(['YOUTH_FULL', 'ok']);
    expect(await holders(youth)).toBe(added ? 3 : 2);
  });
}, 120_000);

it('C3 undoing from both sides while a fourth scans: undone once, the place is free or it is not, never more than 3', async () => {
  const [first, second, third, fourth] = cadres as [MadeCadre, MadeCadre, MadeCadre, MadeCadre];
  await rounds(async (youth, text) => {
    const { contactId } = await register(first, text);
    await register(second, text);
    await register(third, text);
    const results = await allAtOnce<unknown>(world, [
      () => call(world.house, first, 'contact.undo', { contactId, requestId: rid() }),
      () => call(world.house, youth, 'contact.undo', { contactId, requestId: rid() }),
      () => register(fourth, text),
    ]);
    expect(outcomes(results.slice(0, 2))).toEqual(['CONTACT_ENDED', 'ok']);
    const added = results[2]?.status === 'fulfilled';
    if (!added) expect(outcomes(results.slice(2))).toEqual(['YOUTH_FULL']);
    expect(await holders(youth)).toBe(added ? 3 : 2);
  });
}, 120_000);

it('D2.1 ten youths scan one cadre at once: the stock is what a recount finds', async () => {
  const [cadre] = cadres as [MadeCadre];
  const { codes } = await call(world.house, cadre, 'contact.code', { kind: 'cadre' });
  const youths = Array.from({ length: CADRES }, () => world.factory.aYouth());
  await world.factory.save();
  const stockBefore = (await call(world.house, cadre, 'org.me', {})).cadre?.standing.counted ?? 0;
  const results = await allAtOnce(
    world,
    youths.map(
      (youth) => () => call(world.house, youth, 'contact.register', { text: codes[0]?.text ?? '', requestId: rid() }),
    ),
  );
  expect(outcomes(results)).toEqual(Array(CADRES).fill('ok'));
  expect((await call(world.house, cadre, 'org.me', {})).cadre?.standing.counted).toBe(stockBefore + CADRES);
  expect((await recount(world.db)).differences).toEqual([]);
});

it('C4 is a race indeed: without the lock on the youth more than three hold', async () => {
  const unlocked = await aWorld();
  try {
    await sql`create or replace function youth_lock(of_youth uuid) returns int language sql volatile security definer
      set search_path = public, pg_temp as $$ select youth_holders(of_youth) $$`.execute(unlocked.db.kysely);
    const youth = unlocked.factory.aYouth();
    const many = Array.from({ length: CADRES }, () => unlocked.factory.aCadre({ org: unlocked.orgs.foshan }));
    await unlocked.factory.save();
    const text = await liveCode(unlocked.house, youth);
    const results = await allAtOnce(
      unlocked,
      many.map((cadre) => () => call(unlocked.house, cadre, 'contact.register', { text, requestId: rid() })),
    );
    expect(outcomes(results)).toEqual(Array(CADRES).fill('ok'));
  } finally {
    await unlocked.end();
  }
});
