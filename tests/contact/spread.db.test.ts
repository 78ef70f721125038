import type { MadeContact, MadeYouth } from '../factory';
import { saying } from '../contactLog/logging';
import { call, rid } from '../support/house';
import { liveCode } from '../support/world';
import { aCadre, aYouth, inAWorld, look, world } from './people';

inAWorld();

/** A cadre of Shishan who holds three youths who count, two of them of the cadre's own unit, and one over 35 of it. */
async function aTownshipCadre(service: 'partTime' | 'fullTime') {
  const by = await aCadre({ org: world.orgs.shishan, service });
  const { factory } = world;
  const wishes = [
    { unit: '狮山镇' },
    { unit: '狮山镇' },
    { unit: '南海一中' },
    { unit: '狮山镇', birthMonth: '1985-05-01' },
  ];
  const contacts = wishes.map((wish) => factory.aContact({ cadre: by, youth: factory.aYouth(wish) }));
  await factory.save();
  return { by, contacts };
}

async function effectOf(by: Awaited<ReturnType<typeof aCadre>>, youth: MadeYouth) {
  const seen = await look(by, await liveCode(world.house, youth));
  if (seen.kind !== 'youth') throw new Error('a cadre was scanned');
  return seen.effect;
}

it('D2.1 a part-time cadre is told how many of the own unit there would be, others are not', async () => {
  const { by } = await aTownshipCadre('partTime');
  expect(await effectOf(by, await aYouth({ unit: '狮山镇' }))).toMatchObject({ ownUnit: { own: true, n: 3, of: 4 } });
  expect(await effectOf(by, await aYouth({ unit: '禅城医院' }))).toMatchObject({
    ownUnit: { own: false, n: 2, of: 4 },
  });
  expect(await effectOf(by, await aYouth({ unit: null }))).toMatchObject({ ownUnit: { own: false, n: 2, of: 4 } });
  const over = await aYouth({ unit: '狮山镇', birthMonth: '1985-05-01' });
  expect(await effectOf(by, over)).toMatchObject({ counts: false, ownUnit: null, concentration: null });
  const { by: full } = await aTownshipCadre('fullTime');
  expect(await effectOf(full, await aYouth({ unit: '狮山镇' }))).toMatchObject({ ownUnit: null });
});

it('D2.2 and how much less concentrated the quarter would be with a first contact; nothing where there is no index', async () => {
  const { by, contacts } = await aTownshipCadre('partTime');
  const youth = await aYouth();
  expect(await effectOf(by, youth)).toMatchObject({ concentration: null });
  const [first] = contacts as [MadeContact];
  for (let i = 0; i < 2; i++)
    await call(world.house, by, 'contactLog.write', { ...saying([first]), text: `第 ${i} 次`, requestId: rid() });
  const { concentration } = await effectOf(by, youth);
  expect(concentration).toEqual({ before: 1, after: expect.closeTo(1 / 3, 10) as number });
  expect(await call(world.house, by, 'contactLog.quarter', {})).toMatchObject({ breadth: { concentration: 1 } });
});
