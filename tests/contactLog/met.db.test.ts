import type { MadePerson } from '../factory';
import { call, rid } from '../support/house';
import { liveCadreCode, liveCode, standingCode } from '../support/world';
import {
  aboutMe,
  daysAgo,
  edit,
  inAWorld,
  log,
  noonOf,
  own,
  refused,
  says,
  settles,
  today,
  twoOf,
  world,
} from './logging';

inAWorld();

const meet = (who: MadePerson, text: string, now?: Date) =>
  call(world.house, who, 'contactLog.meet', { text, requestId: rid() }, { now });

/** Whatever the day on which this runs. */
const DAY = '2026-10-10';
const NOON = noonOf(DAY);
const face = { way: 'faceToFace' } as const;

describe('D2.3 a meeting is proved', () => {
  it('by the cadre’s scan of the youth’s live code, for logs written after it and before it', async () => {
    const { cadre, youth, contact } = await twoOf({ since: '2025-06-01' });
    const before = await log(cadre, [contact], { ...face, day: DAY }, NOON);
    expect(before.people).toMatchObject([{ proof: null }]);
    expect(await meet(cadre, await liveCode(world.house, youth, NOON), NOON)).toEqual({
      contactId: contact.contactId,
      name: youth.name,
      day: DAY,
      logs: 1,
    });
    expect(await own(cadre)).toMatchObject([{ people: [{ proof: 'code' }] }]);
    expect(await log(cadre, [contact], { ...face, day: DAY }, NOON)).toMatchObject({ people: [{ proof: 'code' }] });
    expect(await aboutMe(youth)).toMatchObject([
      { proof: 'code', tapUntil: null },
      { proof: 'code', tapUntil: null },
    ]);
  });

  it('by the youth’s scan of the cadre’s live code, and not of the card', async () => {
    const { cadre, youth, contact } = await twoOf({ since: '2025-06-01' });
    await log(cadre, [contact], { ...face, day: DAY }, NOON);
    await expect(meet(youth, await standingCode(world.house, cadre), NOON)).rejects.toEqual(refused('CODE_NOT_LIVE'));
    expect(await meet(youth, await liveCadreCode(world.house, cadre, NOON), NOON)).toMatchObject({
      name: cadre.name,
      logs: 1,
    });
    expect(await aboutMe(youth)).toMatchObject([{ proof: 'code' }]);
  });

  it('on its own day only, and of a log that says that they met', async () => {
    const { cadre, youth, contact } = await twoOf({ since: '2025-06-01' });
    await log(cadre, [contact], { ...face, day: '2026-10-09' }, NOON);
    await log(cadre, [contact], { way: 'phone', day: DAY }, NOON);
    expect(await meet(cadre, await liveCode(world.house, youth, NOON), NOON)).toMatchObject({ logs: 0 });
    expect((await own(cadre)).map(({ people }) => people[0]?.proof)).toEqual([null, null]);
  });

  it('scanned twice on a day is one meeting, and the same request answers the same, also when the code is old', async () => {
    const { cadre, youth } = await twoOf({ since: '2025-06-01' });
    const input = { text: await liveCode(world.house, youth, NOON), requestId: rid() };
    const first = await call(world.house, cadre, 'contactLog.meet', input, { now: NOON });
    await meet(cadre, await liveCode(world.house, youth, NOON), NOON);
    await meet(youth, await liveCadreCode(world.house, cadre, NOON), NOON);
    const later = new Date(NOON.getTime() + 3_600_000);
    expect(await call(world.house, cadre, 'contactLog.meet', input, { now: later })).toEqual(first);
    const meetings = world.db.kysely.selectFrom('meeting').select('scanned_by').where('cadre_id', '=', cadre.personId);
    expect(await meetings.execute()).toEqual([{ scanned_by: 'cadre' }]);
  });

  it('C14 by a code that arrives within the minutes of D4.2; later it needs the tap, and one ahead is refused', async () => {
    const { cadre, youth } = await twoOf();
    const now = noonOf(today());
    const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
    const text = await liveCode(world.house, youth, now);
    await expect(meet(cadre, text, minutes(16))).rejects.toEqual(refused('CODE_EXPIRED'));
    await expect(meet(cadre, text, minutes(-2))).rejects.toEqual(refused('CODE_AHEAD'));
    expect(await meet(cadre, text, minutes(14))).toMatchObject({ day: today() });
    const far = text.replace(/\.\d+\.(\d{8})$/, '.999999999999.$1');
    await expect(meet(cadre, far, now)).rejects.toEqual(refused('CODE_UNKNOWN'));
  });

  it('C13, D10.2 a code shown before midnight that arrives after it is of the day before', async () => {
    const { cadre, youth } = await twoOf();
    const shown = new Date(`${today()}T23:59:40+08:00`);
    const text = await liveCode(world.house, youth, shown);
    expect(await meet(cadre, text, new Date(shown.getTime() + 300_000))).toMatchObject({ day: today() });
  });

  it('only between two who are in contact, and never with oneself', async () => {
    const { cadre, youth } = await twoOf();
    const other = await twoOf();
    await expect(meet(cadre, await liveCode(world.house, other.youth))).rejects.toEqual(refused('CONTACT_NOT_FOUND'));
    await expect(meet(youth, await liveCode(world.house, other.youth))).rejects.toEqual(refused('NOT_A_CADRE'));
    await expect(meet(cadre, await liveCadreCode(world.house, other.cadre))).rejects.toEqual(refused('NOT_A_YOUTH'));
    await expect(meet(cadre, await liveCadreCode(world.house, cadre))).rejects.toEqual(refused('CONTACT_SELF'));
  });
});

describe('D2.3 or by the youth’s tap', () => {
  it.each([
    [14, 'tap'],
    [15, null],
  ])('%i days after it was written: %s', async (days, proof) => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact], { ...face, day: daysAgo(days) }, noonOf(daysAgo(days)));
    expect(await aboutMe(youth)).toMatchObject([{ tapUntil: proof && daysAgo(days - 14), proof: null }]);
    expect(await says(youth, 'confirm', logId)).toMatchObject({ state: 'confirmed', proof, tapUntil: null });
  });

  it('a tap on a call or a message confirms it and proves no meeting', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    expect(await says(youth, 'confirm', logId)).toMatchObject({ state: 'confirmed', proof: null });
  });

  it('what was confirmed and is changed afterwards is to be confirmed anew', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact], face);
    await says(youth, 'confirm', logId);
    await edit(cadre, logId, [contact], { ...face, text: '改了' });
    expect(await aboutMe(youth)).toMatchObject([{ state: 'unanswered', proof: null }]);
  });

  it('"it was me after all" proves a meeting as a tap does', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact], face);
    await says(youth, 'dispute', logId);
    expect(await settles(youth, logId, true)).toMatchObject({ state: 'confirmed', proof: 'tap' });
  });
});
