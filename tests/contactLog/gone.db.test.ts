import type { MadeContact, MadePerson } from '../factory';
import { call, rid } from '../support/house';
import { liveCode } from '../support/world';
import {
  aboutMe,
  answers,
  edit,
  inAWorld,
  leaves,
  log,
  own,
  refused,
  remove,
  says,
  settles,
  twoOf,
  world,
  type Two,
} from './logging';

inAWorld();

const ANSWER = '是你，我们在图书馆门口聊过';

const withdraws = (youth: MadePerson) => call(world.house, youth, 'privacy.withdraw', { requestId: rid() });

/** A youth who has said "这不是我", and a cadre who has answered. */
async function answered(two: Two, said: Parameters<typeof log>[2] = {}): Promise<string> {
  const { logId } = await log(two.cadre, [two.contact], said);
  await says(two.youth, 'dispute', logId);
  await answers(two.cadre, logId, two.contact, ANSWER);
  return logId;
}

/** What an administrator reads of the disputes of a cadre. */
async function readAbove({ cadre }: Two) {
  const admin = world.factory.anAdministrator({ org: world.orgs.foshan });
  await world.factory.save();
  const { items } = await call(world.house, admin, 'contactLog.disputes', { orgId: cadre.org.id });
  return items.filter((one) => one.cadre === cadre.name).map(({ answer, outcome }) => [answer, outcome]);
}

/** The answers as they stand in the database. */
const kept = ({ cadre }: Two) =>
  world.db.kysely
    .selectFrom('log_dispute')
    .select(['answer', 'outcome'])
    .where('cadre_id', '=', cadre.personId)
    .orderBy('raised_at')
    .execute();

const versions = async (cadre: MadePerson, logId: string) =>
  (await call(world.house, cadre, 'contactLog.one', { logId })).versions.map(({ text }) => text);

/** A contact that has begun just now, so that it can be undone. */
async function fresh(two: Pick<Two, 'cadre'>): Promise<Two> {
  const youth = world.factory.aYouth();
  await world.factory.save();
  const text = await liveCode(world.house, youth);
  const { contactId } = await call(world.house, two.cadre, 'contact.register', { text, requestId: rid() });
  return { cadre: two.cadre, youth, contact: { contactId } as MadeContact };
}

const undoes = ({ cadre, contact: { contactId } }: Two) =>
  call(world.house, cadre, 'contact.undo', { contactId, requestId: rid() });

/** A cadre with a minor, approved for minors until `approvalEnds`. */
async function aMinorToo() {
  const { factory, orgs, db } = world;
  const cadre = factory.aCadre({ org: orgs.nanhai });
  factory.approveMinors(cadre, factory.anAdministrator({ org: orgs.nanhai }));
  const two = await twoOf({ cadre, youth: { birthMonth: `${new Date().getUTCFullYear() - 16}-01-01` } });
  const looks = async () =>
    (
      await db.kysely.selectFrom('access_log').select('look').where('subject_id', '=', two.youth.personId).execute()
    ).map(({ look }) => look);
  const approvalEnds = () =>
    db.kysely
      .updateTable('minor_approval')
      .set({ until_day: '2026-01-01' })
      .where('cadre_id', '=', cadre.personId)
      .execute();
  return { ...two, looks, approvalEnds };
}

describe('D9.4 the answer to "这不是我" goes with the consent, whatever has become of the log', () => {
  const withdrawn: [string, (two: Two) => Promise<unknown>][] = [
    [
      'the youth said "it was me", and the log was changed',
      async (two) => {
        const logId = await answered(two);
        await settles(two.youth, logId, true);
        await edit(two.cadre, logId, [two.contact], { text: '改了' });
      },
    ],
    ['the log was deleted', async (two) => remove(two.cadre, await answered(two))],
    [
      'the youth has disputed it again',
      async (two) => {
        const logId = await answered(two);
        await settles(two.youth, logId, true);
        await says(two.youth, 'dispute', logId);
      },
    ],
  ];

  it.each(withdrawn)('%s', async (_, happened) => {
    const two = await twoOf();
    await happened(two);
    expect((await kept(two)).map(({ answer }) => answer)).toContain(ANSWER);
    await withdraws(two.youth);
    const after = await kept(two);
    expect(after.map(({ answer }) => answer ?? '')).toEqual(after.map(() => ''));
    expect(after.map(({ outcome }) => outcome)).not.toContain(null);
    expect(JSON.stringify(await readAbove(two))).not.toContain(ANSWER);
  });

  it('D9.5 after having left, nobody above reads it; that there was a dispute stays', async () => {
    const two = await twoOf();
    const logId = await answered(two);
    expect(await readAbove(two)).toEqual([[ANSWER, null]]);
    await leaves(two);
    expect(await readAbove(two)).toEqual([[null, null]]);
    expect(await aboutMe(two.youth)).toMatchObject([{ logId, answer: ANSWER }]);
  });

  it('C3 an undone contact has never been: its dispute is settled, and its answer is gone', async () => {
    const two = await fresh(await twoOf());
    await answered(two);
    await undoes(two);
    expect(await kept(two)).toEqual([{ answer: '', outcome: 'struck' }]);
    expect(await readAbove(two)).toEqual([[null, 'struck']]);
  });
});

describe('D9.4, D9.5 what a log said before is read as long as everybody in it is held, and nobody has hidden it', () => {
  it('a youth who was taken out of it, and leaves then', async () => {
    const two = await twoOf();
    const other = await twoOf({ cadre: two.cadre });
    const { logId } = await log(two.cadre, [two.contact, other.contact], { text: `和${two.youth.name}谈了家里的事` });
    await edit(two.cadre, logId, [other.contact], { text: '聊了聊' });
    expect(await versions(two.cadre, logId)).toEqual([`和${two.youth.name}谈了家里的事`]);
    await leaves(two);
    expect(await versions(two.cadre, logId)).toEqual([null]);
  });

  it('a youth who was taken out of it while its line stayed: it goes with them', async () => {
    const two = await twoOf();
    const other = await twoOf({ cadre: two.cadre });
    const text = `和${two.youth.name}谈了家里的事`;
    const { logId } = await log(two.cadre, [two.contact, other.contact], { text });
    await edit(two.cadre, logId, [other.contact], { text });
    expect(await own(two.cadre)).toMatchObject([{ text }]);
    await leaves(two);
    expect(await own(two.cadre)).toMatchObject([{ text: null }]);
    await withdraws(two.youth);
    const { rows } = await world.db.pool.query<{ text: string }>(`select text from contact_log where id = $1`, [logId]);
    expect(rows).toEqual([{ text: '' }]);
    expect(await aboutMe(other.youth)).toMatchObject([{ text: null, textState: 'hidden' }]);
  });

  it('a hidden line stays hidden whatever the log becomes', async () => {
    const two = await twoOf();
    const other = await twoOf({ cadre: two.cadre });
    const { logId } = await log(two.cadre, [two.contact, other.contact], { text: '第一句' });
    await edit(two.cadre, logId, [two.contact, other.contact], { text: '第二句' });
    await says(two.youth, 'hideText', logId);
    expect(await versions(two.cadre, logId)).toEqual([null]);
    await edit(two.cadre, logId, [other.contact], { text: '第三句' });
    await edit(two.cadre, logId, [other.contact], { text: '第四句' });
    expect(await edit(two.cadre, logId, [two.contact, other.contact], { text: '第五句' })).toMatchObject({
      text: null,
    });
    expect(await versions(two.cadre, logId)).toEqual([null, null, null, null]);
    expect(await aboutMe(two.youth)).toMatchObject([{ text: null, textState: 'hidden' }]);
    const { rows } = await world.db.pool.query<{ text: string }>(
      `select text from contact_log_version where log_id = $1 order by id`,
      [logId],
    );
    expect(rows.map(({ text }) => text).slice(0, 2)).toEqual(['', '第二句']);
  });

  it('an undone contact: neither the line about it and others, nor what stood there before', async () => {
    const two = await twoOf();
    const undone = await fresh(two);
    const { logId } = await log(two.cadre, [two.contact, undone.contact], { text: '第一句' });
    await edit(two.cadre, logId, [two.contact, undone.contact], { text: '第二句' });
    await undoes(undone);
    expect(await own(two.cadre)).toMatchObject([{ text: '', youths: 1 }]);
    expect(await versions(two.cadre, logId)).toEqual([null]);
    expect(await edit(two.cadre, logId, [two.contact], { text: '第三句' })).toMatchObject({ text: '第三句' });
  });
});

describe('D2.3 an activity brings several together', () => {
  it.each([
    [1, false],
    [2, true],
  ])('with %i left after another was undone: %p', async (left, activity) => {
    const two = await twoOf();
    const others = [two, await twoOf({ cadre: two.cadre })].slice(0, left);
    const undone = await fresh(two);
    const contacts = [...others, undone].map(({ contact }) => contact);
    await log(two.cadre, contacts, { way: 'faceToFace', activity: true });
    await undoes(undone);
    expect(await own(two.cadre)).toMatchObject([{ activity, youths: left }]);
    const { activities } = await call(world.house, two.cadre, 'contactLog.quarter', {});
    expect(activities.done).toBe(activity ? 1 : 0);
  });
});

describe('C3 a log in which somebody has left stays as it is', () => {
  it('the one who has left counts in it still, and so does the meeting', async () => {
    const two = await twoOf();
    const other = await twoOf({ cadre: two.cadre });
    const { logId } = await log(two.cadre, [two.contact, other.contact], { way: 'faceToFace', activity: true });
    await says(two.youth, 'confirm', logId);
    await leaves(two);
    await expect(edit(two.cadre, logId, [other.contact], { task: 'help' })).rejects.toEqual(refused('LOG_KEPT'));
    const { rows } = await world.db.pool.query(`select text, youths, met, activity from contact_log where id = $1`, [
      logId,
    ]);
    expect(rows).toEqual([{ text: '聊了聊近况', youths: 2, met: 1, activity: true }]);
    await remove(two.cadre, logId);
  });

  it('D9.3 and one with a minor for whom the approval has ended', async () => {
    const { cadre, contact, approvalEnds } = await aMinorToo();
    const other = await twoOf({ cadre });
    const { logId } = await log(cadre, [contact, other.contact]);
    await approvalEnds();
    await expect(edit(cadre, logId, [other.contact])).rejects.toEqual(refused('LOG_KEPT'));
  });
});

describe('D9.3, D9.8 minors', () => {
  it('are named in what waits for an answer only while approved, and each time with a trace', async () => {
    const { cadre, youth, contact, looks, approvalEnds } = await aMinorToo();
    const { logId } = await log(cadre, [contact]);
    await says(youth, 'dispute', logId);
    const before = (await looks()).length;
    const waiting = async () => (await call(world.house, cadre, 'contactLog.todos', {})).disputes;
    expect(await waiting()).toMatchObject([{ logId, name: youth.name }]);
    expect((await looks()).length).toBe(before + 1);
    await approvalEnds();
    expect(await waiting()).toMatchObject([{ logId, name: null }]);
    expect((await looks()).length).toBe(before + 1);
  });

  it('are met by a scan of theirs only while approved, also when it is asked for again', async () => {
    const { cadre, youth, approvalEnds } = await aMinorToo();
    const input = { text: await liveCode(world.house, youth), requestId: rid() };
    expect(await call(world.house, cadre, 'contactLog.meet', input)).toMatchObject({ name: youth.name });
    await approvalEnds();
    await expect(call(world.house, cadre, 'contactLog.meet', input)).rejects.toEqual(refused('CONTACT_NOT_FOUND'));
    const anew = { text: await liveCode(world.house, youth), requestId: rid() };
    await expect(call(world.house, cadre, 'contactLog.meet', anew)).rejects.toEqual(refused('CONTACT_NOT_FOUND'));
  });
});
