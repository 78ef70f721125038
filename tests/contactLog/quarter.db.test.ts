import { quarterOf } from '../../cloudfunctions/api/kernel/calendar';
import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { MadeCadre } from '../factory';
import { call, FIELD_KEY, rid, type In } from '../support/house';
import { answers, inAWorld, log, noonOf, own, says, settles, twoOf, world, type Two } from './logging';

inAWorld();

/** A day in the middle of a quarter, so that "a few days ago" is in it still. */
const TODAY = '2026-11-20';
const NOW = noonOf(TODAY);
const ago = (days: number) => daysAfter(TODAY, -days);
const SINCE = { since: '2025-06-01' };

const quarter = (cadre: MadeCadre, input: In<'contactLog.quarter'> = {}, now = NOW) =>
  call(world.house, cadre, 'contactLog.quarter', input, { now });
const todos = (cadre: MadeCadre, now = NOW) => call(world.house, cadre, 'contactLog.todos', {}, { now });
const write = ({ cadre, contact }: Two, day: string, said: Parameters<typeof log>[2] = {}, on = NOW) =>
  log(cadre, [contact], { day, ...said }, on);

describe('D2.3 我的季度', () => {
  it('says of the daily voice how many days, of what weight, of how many so far; and the figure opens its logs', async () => {
    const two = await twoOf(SINCE);
    await write(two, ago(0));
    await write(two, ago(0));
    await write(two, ago(7));
    await write(two, ago(8));
    await write(two, '2026-09-30');
    // two days on time and one late: 2.5; 31 days of October and 20 of November
    expect((await quarter(two.cadre)).voice).toEqual({ weight: 2.5, days: 3, of: 51, share: 2.5 / 51, logs: 4 });
    expect(await quarter(two.cadre, { quarter: '2026-07-01' })).toMatchObject({
      from: '2026-07-01',
      until: '2026-09-30',
      voice: { weight: 0.5, days: 1, of: 92, logs: 1 },
    });
    const { from, until } = quarterOf(TODAY);
    expect(await own(two.cadre, { from, until, only: 'counting' })).toHaveLength(4);
    expect(await own(two.cadre, { from, until, only: 'late' })).toMatchObject([{ day: ago(8) }]);
  });

  it('C1 counts the logs of all posts, and the organisations keep their own', async () => {
    const { factory, orgs, db } = world;
    const before = factory.aCadre({ org: orgs.nanhai, from: '2024-01-01', until: '2026-11-10' });
    const two = await twoOf({ cadre: before, ...SINCE });
    factory.aCadre({ org: orgs.guangzhou, person: before, from: '2026-11-10' });
    await factory.save();
    await write(two, '2026-11-09', {}, noonOf('2026-11-12'));
    await write(two, '2026-11-10', {}, noonOf('2026-11-12'));
    await write(two, '2026-11-12', {}, noonOf('2026-11-12'));
    expect((await quarter(before)).voice).toMatchObject({ weight: 3, days: 3, logs: 3 });
    const flows = await db.kysely
      .selectFrom('flow as f')
      .innerJoin('post as p', 'p.id', 'f.post_id')
      .select(['f.org_id', 'f.logs'])
      .where('p.person_id', '=', before.personId)
      .orderBy('f.logs')
      .execute();
    expect(flows).toEqual([
      { org_id: orgs.nanhai.id, logs: 1 },
      { org_id: orgs.guangzhou.id, logs: 2 },
    ]);
  });

  it('says how many of the youths held were met this year, once each, and with whom it is not proved', async () => {
    const first = await twoOf(SINCE);
    const { cadre } = first;
    const [second, third] = [await twoOf({ cadre, ...SINCE }), await twoOf({ cadre, ...SINCE })];
    const face = { way: 'faceToFace' } as const;
    for (const day of [ago(3), ago(2)]) {
      const { logId } = await write(first, day, face);
      await says(first.youth, 'confirm', logId, NOW);
    }
    const { logId } = await write(second, ago(1), face);
    const lastYear = await write(third, '2025-12-31', face, noonOf('2026-01-02'));
    await says(third.youth, 'confirm', lastYear.logId, noonOf('2026-01-03'));
    const share = 1 / 3;
    expect(await quarter(cadre)).toMatchObject({
      faceToFace: { met: 1, of: 3, share, unproved: 1 },
      amongYouths: { days: 3 },
    });
    expect(await own(cadre, { only: 'met' })).toHaveLength(3);
    expect(await own(cadre, { only: 'unproved' })).toMatchObject([{ logId }]);
    const leaving = { contactId: first.contact.contactId, block: false, requestId: rid() };
    await call(world.house, first.youth, 'contact.leave', leaving, { now: NOW });
    expect((await quarter(cadre)).faceToFace).toMatchObject({ met: 0, of: 2 });
  });

  it('a disputed log counts for nothing in it until it is settled', async () => {
    const two = await twoOf(SINCE);
    const { cadre, youth, contact } = two;
    const { logId } = await write(two, ago(1), { way: 'faceToFace' });
    await says(youth, 'dispute', logId, NOW);
    expect(await quarter(cadre)).toMatchObject({
      voice: { weight: 0, days: 0, logs: 0 },
      faceToFace: { unproved: 0 },
      disputed: 1,
      helps: [{ what: 'dispute', n: 1 }, ...Array<unknown>(6).fill(expect.anything())],
    });
    expect((await todos(cadre)).disputes).toEqual([
      { logId, contactId: contact.contactId, name: youth.name, day: ago(1) },
    ]);
    await answers(cadre, logId, contact, '是你');
    await settles(youth, logId, true, NOW);
    expect(await quarter(cadre)).toMatchObject({ voice: { logs: 1 }, faceToFace: { met: 1 }, disputed: 0 });
    expect((await todos(cadre)).disputes).toEqual([]);
  });

  it('asks for an activity a quarter', async () => {
    const two = await twoOf(SINCE);
    const other = await twoOf({ cadre: two.cadre, ...SINCE });
    expect(await quarter(two.cadre)).toMatchObject({ activities: { done: 0, wanted: 1 } });
    expect(await todos(two.cadre)).toMatchObject({ activityUntil: '2026-12-31' });
    await log(two.cadre, [two.contact, other.contact], { day: ago(2), way: 'faceToFace', activity: true }, NOW);
    expect(await quarter(two.cadre)).toMatchObject({ activities: { done: 1 } });
    expect(await todos(two.cadre)).toMatchObject({ activityUntil: null });
    expect(await own(two.cadre, { only: 'activities' })).toHaveLength(1);
  });

  it('the year’s days with a voice, for the heat map', async () => {
    const two = await twoOf(SINCE);
    await write(two, '2026-01-05', {}, noonOf('2026-01-05'));
    await write(two, '2026-02-01', {}, noonOf('2026-03-01'));
    await write(two, '2025-12-31', {}, noonOf('2026-01-05'));
    const year = await call(world.house, two.cadre, 'contactLog.year', {}, { now: NOW });
    expect(year).toEqual({
      today: TODAY,
      from: '2026-01-01',
      until: '2026-12-31',
      days: [
        { day: '2026-01-05', weight: 1 },
        { day: '2026-02-01', weight: 0.5 },
      ],
    });
    const before = await call(world.house, two.cadre, 'contactLog.year', { year: 2025 }, { now: NOW });
    expect(before.days).toEqual([{ day: '2025-12-31', weight: 1 }]);
  });
});

describe('D2.1, D2.2 breadth in it', () => {
  it('fields, ordinary youths, the own unit, who holds them too, and how concentrated the contacts are', async () => {
    const { factory, orgs } = world;
    const cadre = factory.aCadre({ org: orgs.shishan, service: 'partTime' });
    const youths = [
      factory.aYouth({ field: 'school', unit: '狮山' }),
      factory.aYouth({ field: 'school' }),
      factory.aYouth({ field: 'rural' }),
      factory.aYouth({ field: 'rural', birthMonth: '1985-05-01' }),
    ];
    const startedAt = noonOf('2026-01-01');
    const [first] = youths.map((youth) => factory.aContact({ cadre, youth, startedAt }));
    const [, second] = youths;
    if (!first || !second) throw new Error('nobody');
    factory.aCadre({ org: orgs.nanhai, person: second });
    factory.aContact({ cadre: factory.aCadre({ org: orgs.foshan }), youth: second, startedAt });
    await factory.save();
    for (const back of [0, 1, 2]) await write({ cadre, contact: first, youth: first.youth }, ago(back));
    expect((await quarter(cadre)).breadth).toEqual({
      fields: 2,
      ordinary: { n: 2, of: 3, share: 2 / 3 },
      ownUnit: { n: 1, of: 3, share: 1 / 3 },
      byHolders: [2, 1, 0],
      // three times the same of three held: as concentrated as can be
      concentration: 1,
    });
  });

  it('C2 a class that has grown: the new quota is due ninety days later, and until then nothing is short', async () => {
    const { factory, orgs } = world;
    const before = factory.aCadre({ org: orgs.shishan, service: 'partTime', from: '2024-01-01', until: '2026-11-01' });
    factory.aCadre({ org: orgs.shishan, service: 'fullTime', person: before, from: '2026-11-01' });
    await factory.save();
    const helps = async (now: Date) => (await quarter(before, {}, now)).helps.map(({ what }) => what);
    const atHome = async (now: Date) => (await call(world.house, before, 'org.me', {}, { now })).cadre?.standing;
    const selfCheck = async (input: In<'contactLog.selfCheck'>, now: Date) =>
      (await call(world.house, before, 'contactLog.selfCheck', input, { now })).text;
    expect((await quarter(before)).quota).toMatchObject({ quota: 100, dueOn: '2027-01-30' });
    expect(await atHome(NOW)).toMatchObject({ quota: 100, dueOn: '2027-01-30' });
    expect(await selfCheck({}, NOW)).toContain('应联系 100 名，2027 年 1 月 30 日到期。');
    expect(await selfCheck({}, NOW)).not.toContain('还差');
    expect(await helps(NOW)).not.toContain('quota');
    const due = noonOf('2027-01-30');
    expect((await quarter(before, {}, due)).quota).toMatchObject({ missing: 100, dueOn: null });
    expect(await atHome(due)).toMatchObject({ missing: 100, dueOn: null });
    expect(await selfCheck({}, due)).toContain('应联系 100 名，还差 100 名。');
    expect(await helps(due)).toContain('quota');
    // D10.4 the quarter that was over before, and the one that was over while it was not due
    expect(await quarter(before, { quarter: '2026-07-01' }, due)).toMatchObject({
      quota: { quota: 10, missing: 10, dueOn: null },
      breadth: { ownUnit: { of: 0 } },
    });
    expect(await selfCheck({ quarter: '2026-07-01' }, due)).toContain('应联系 10 名，还差 10 名。');
    expect(await quarter(before, { quarter: '2026-10-01' }, due)).toMatchObject({
      quota: { quota: 100, dueOn: '2027-01-30' },
      breadth: { ownUnit: null },
    });
    expect((await quarter(before, { quarter: '2023-10-01' }, due)).quota).toMatchObject({ quota: 0, missing: 0 });
  });

  it('D2.4 whether the identity is in the open', async () => {
    const { cadre } = await twoOf(SINCE);
    expect(await quarter(cadre)).toMatchObject({ identity: { open: false } });
    world.factory.aChannel(cadre, { kind: 'wechat', circle: 'contacts', value: 'nanhai' }, FIELD_KEY);
    await world.factory.save();
    expect(await quarter(cadre)).toMatchObject({ identity: { open: true } });
  });
});

it('D7.4 the self-check is drafted from the same figures', async () => {
  const two = await twoOf(SINCE);
  await write(two, ago(1));
  const { text } = await call(world.house, two.cadre, 'contactLog.selfCheck', {}, { now: NOW });
  expect(text).toContain('2026 年第四季度联系青年自查');
  expect(text).toContain('51 天里有 1 天记了联系，共 1 笔');
  expect(text).toContain('今年见过面的 0 名');
  const later = { now: noonOf('2027-01-04') };
  const last = await call(world.house, two.cadre, 'contactLog.selfCheck', { quarter: '2026-10-01' }, later);
  expect(last.text).toContain('2026 年见过面的 0 名');
});

it('D2.3 contacts that were quiet for thirty days, the quietest first', async () => {
  const first = await twoOf({ since: ago(31) });
  const { cadre } = first;
  const second = await twoOf({ cadre, since: ago(90) });
  const third = await twoOf({ cadre, since: ago(90) });
  await twoOf({ cadre, since: ago(30) });
  await write(second, ago(31), {}, noonOf(ago(31)));
  await write(third, ago(30), {}, noonOf(ago(30)));
  expect((await todos(cadre)).quiet).toEqual({
    n: 2,
    days: 30,
    items: [
      { contactId: first.contact.contactId, name: first.youth.name, lastOn: null },
      { contactId: second.contact.contactId, name: second.youth.name, lastOn: ago(31) },
    ],
  });
  const list = async (quiet?: true) => (await call(world.house, cadre, 'contact.list', { quiet }, { now: NOW })).items;
  expect((await list(true)).map(({ name, lastOn }) => [name, lastOn])).toEqual([
    [first.youth.name, null],
    [second.youth.name, ago(31)],
  ]);
  expect((await list()).map(({ lastOn }) => lastOn).sort()).toEqual([ago(30), ago(31), null, null].sort());
});

it('D9.4 the youth is told when each holder logged them last, and what is disputed is no such day', async () => {
  const two = await twoOf(SINCE);
  await twoOf({ cadre: two.cadre, ...SINCE });
  const lastOn = async () => {
    const { items } = await call(world.house, two.youth, 'contact.holders', {}, { now: NOW });
    return items.map((holder) => holder.lastOn);
  };
  expect(await lastOn()).toEqual([null]);
  await write(two, ago(9));
  const { logId } = await write(two, ago(2));
  expect(await lastOn()).toEqual([ago(2)]);
  await says(two.youth, 'dispute', logId, NOW);
  expect(await lastOn()).toEqual([ago(9)]);
});
