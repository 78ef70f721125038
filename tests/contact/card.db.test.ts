import { recount } from '../../local/recount';
import type { MadeCadre, MadeYouth } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, openHouse, rid } from '../support/house';
import { aWorld, standingCode, type World } from '../support/world';

/** A cadre's card in a group: whoever taps it does so when the others do. */
const GROUP = 50;
const ROUNDS = 20;

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.end());

const aCadre = () => world.factory.aCadre({ org: world.orgs.foshan });
const youthsOf = (many: number) => Array.from({ length: many }, () => world.factory.aYouth());

const heldBy = (column: 'cadre_id' | 'youth_id', { personId }: { personId: string }) =>
  world.db.kysely
    .selectFrom('contact')
    .select(['youth_id as youthId', 'started_by as startedBy'])
    .where(column, '=', personId)
    .where('ended_at', 'is', null)
    .execute();

const tap = (youth: MadeYouth, text: string, house = world.house) =>
  call(house, youth, 'contact.register', { text, requestId: rid() });

it('D2.1 fifty youths tap one card at once: each is held once, and the stock is what a recount finds', async () => {
  const cadre = aCadre();
  const youths = youthsOf(GROUP);
  await world.factory.save();
  const text = await standingCode(world.house, cadre);
  const hall = openHouse(world.apiUrl, GROUP, { patient: true });
  try {
    // All are connected before the race begins.
    await Promise.all(youths.map((youth) => call(hall, youth, 'org.me', {})));
    const results = await allAtOnce(
      world,
      youths.map((youth) => () => tap(youth, text, hall)),
    );
    expect(outcomes(results)).toEqual(Array(GROUP).fill('ok'));
  } finally {
    await hall.end();
  }
  const held = await heldBy('cadre_id', cadre);
  expect(held.map(({ youthId }) => youthId).sort()).toEqual(youths.map(({ personId }) => personId).sort());
  expect(held.filter(({ startedBy }) => startedBy !== 'youth')).toEqual([]);
  const { standing } = (await call(world.house, cadre, 'org.me', {})).cadre ?? {};
  expect(standing?.counted).toBe(GROUP);
  expect((await recount(world.db)).differences).toEqual([]);
}, 60_000);

it('C4 one youth taps a card on two devices at once: one contact, the other device is told that it stands', async () => {
  const cadre = aCadre();
  const youths = youthsOf(ROUNDS);
  await world.factory.save();
  const text = await standingCode(world.house, cadre);
  for (const youth of youths) {
    const results = await allAtOnce(world, [() => tap(youth, text), () => tap(youth, text)]);
    expect(outcomes(results)).toEqual(['CONTACT_ALREADY', 'ok']);
    expect(await heldBy('youth_id', youth)).toHaveLength(1);
  }
}, 60_000);

it('C4 one youth taps the cards of five cadres at once: exactly 3 hold', async () => {
  const cadres = Array.from({ length: 5 }, aCadre);
  const youths = youthsOf(ROUNDS);
  await world.factory.save();
  const texts = await Promise.all(cadres.map((cadre) => standingCode(world.house, cadre)));
  for (const youth of youths) {
    const results = await allAtOnce(
      world,
      texts.map((text) => () => tap(youth, text)),
    );
    expect(outcomes(results)).toEqual(['YOUTH_FULL', 'YOUTH_FULL', 'ok', 'ok', 'ok']);
    expect(await heldBy('youth_id', youth)).toHaveLength(3);
  }
}, 60_000);

describe('a card that has gone further than it should is renewed', () => {
  const renew = (cadre: MadeCadre, requestId = rid()) => call(world.house, cadre, 'contact.renewCode', { requestId });

  it('the old one opens nothing any more, the new one does, and who is held stays', async () => {
    const cadre = aCadre();
    const [before, late, after] = youthsOf(3) as [MadeYouth, MadeYouth, MadeYouth];
    await world.factory.save();
    const old = await standingCode(world.house, cadre);
    await tap(before, old);
    const { text } = await renew(cadre);
    expect(text).not.toBe(old);
    expect(await standingCode(world.house, cadre)).toBe(text);
    await expect(tap(late, old)).rejects.toMatchObject({ code: 'CODE_UNKNOWN' });
    await tap(after, text);
    const held = (await heldBy('cadre_id', cadre)).map(({ youthId }) => youthId);
    expect(held.sort()).toEqual([before.personId, after.personId].sort());
  });

  it('C4 the same request again gives the code that stands and makes no other', async () => {
    const cadre = aCadre();
    await world.factory.save();
    const requestId = rid();
    const { text } = await renew(cadre, requestId);
    expect(await renew(cadre, requestId)).toEqual({ text });
  });

  it('C4 twice at once, one code stands in the end', async () => {
    const cadre = aCadre();
    await world.factory.save();
    await standingCode(world.house, cadre);
    await allAtOnce(world, [() => renew(cadre), () => renew(cadre)], 'code');
    const text = await standingCode(world.house, cadre);
    const [youth] = youthsOf(1) as [MadeYouth];
    await world.factory.save();
    await tap(youth, text);
    expect(await heldBy('cadre_id', cadre)).toHaveLength(1);
  });

  it('one’s own alone', async () => {
    const cadre = aCadre();
    const other = aCadre();
    await world.factory.save();
    const text = await standingCode(world.house, cadre);
    await renew(other);
    expect(await standingCode(world.house, cadre)).toBe(text);
  });
});
