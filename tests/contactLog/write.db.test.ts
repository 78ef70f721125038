import { call, rid } from '../support/house';
import {
  daysAgo,
  edit,
  inAWorld,
  log,
  noonOf,
  own,
  refused,
  remove,
  saying,
  today,
  twoOf,
  world,
  written,
} from './logging';

inAWorld();

describe('D2.5, D2.6 记一笔', () => {
  it('a log of today is written with its task, its way, its line and its youths', async () => {
    const { cadre, youth, contact } = await twoOf();
    expect(await log(cadre, [contact])).toMatchObject({
      task: 'listening',
      way: 'phone',
      day: today(),
      late: false,
      weight: 1,
      text: '聊了聊近况',
      textState: 'shown',
      youths: 1,
      open: true,
      people: [{ contactId: contact.contactId, name: youth.name, state: 'unanswered', counts: true, proof: null }],
    });
  });

  it('the same request again writes once and answers the same, also when the log is deleted', async () => {
    const { cadre, contact } = await twoOf();
    const input = { ...saying([contact]), requestId: rid() };
    const first = await call(world.house, cadre, 'contactLog.write', input);
    expect(await call(world.house, cadre, 'contactLog.write', input)).toEqual(first);
    expect(await own(cadre)).toMatchObject([first]);
    await remove(cadre, first.logId);
    expect(await call(world.house, cadre, 'contactLog.write', input)).toEqual(first);
    expect(await own(cadre)).toEqual([]);
  });

  it.each([
    [7, false, 1],
    [8, true, 0.5],
  ])('C19 dated D and uploaded on D+%i: late %s, weighs %d', async (days, late, weight) => {
    const { cadre, contact } = await twoOf();
    expect(await log(cadre, [contact], { day: daysAgo(days) })).toMatchObject({ late, weight });
  });

  it('C19 a log of tomorrow is refused, and one of a day before the contact began', async () => {
    const { cadre, contact } = await twoOf({ since: daysAgo(3) });
    await expect(log(cadre, [contact], { day: daysAgo(-1) })).rejects.toEqual(
      refused('LOG_IN_FUTURE', { today: today() }),
    );
    await expect(log(cadre, [contact], { day: daysAgo(4) })).rejects.toEqual(
      refused('LOG_BEFORE_CONTACT', { since: daysAgo(3) }),
    );
    expect(await log(cadre, [contact], { day: daysAgo(3) })).toMatchObject({ day: daysAgo(3) });
  });

  it('C19 of several youths the last to come decides', async () => {
    const old = await twoOf({ since: daysAgo(50) });
    const young = await twoOf({ cadre: old.cadre, since: daysAgo(2) });
    await expect(log(old.cadre, [old.contact, young.contact], { day: daysAgo(3) })).rejects.toEqual(
      refused('LOG_BEFORE_CONTACT', { since: daysAgo(2) }),
    );
  });

  it('D10.1 the day is Shanghai’s: just after midnight there, yesterday’s log is of yesterday', async () => {
    const { cadre, contact } = await twoOf();
    const now = new Date(`${today()}T00:00:30+08:00`);
    expect(await log(cadre, [contact], { day: daysAgo(1) }, now)).toMatchObject({ day: daysAgo(1), open: true });
    await expect(log(cadre, [contact], { day: today() }, new Date(now.getTime() - 60_000))).rejects.toEqual(
      refused('LOG_IN_FUTURE', { today: daysAgo(1) }),
    );
  });

  it('D2.5 a contact of somebody else, an ended one and one that never was are refused', async () => {
    const { cadre, youth, contact } = await twoOf();
    const other = await twoOf();
    await expect(log(cadre, [contact, other.contact])).rejects.toEqual(refused('CONTACT_NOT_FOUND'));
    await call(world.house, youth, 'contact.leave', { contactId: contact.contactId, block: false, requestId: rid() });
    await expect(log(cadre, [contact])).rejects.toEqual(refused('CONTACT_ENDED'));
    expect(await own(cadre)).toEqual([]);
  });

  it('D9.3 a minor is not there for a cadre who is not approved for minors', async () => {
    const { cadre, contact } = await twoOf({ youth: { birthMonth: `${new Date().getUTCFullYear() - 16}-01-01` } });
    await expect(log(cadre, [contact])).rejects.toEqual(refused('CONTACT_NOT_FOUND'));
  });

  it('C1, D10.4 a log belongs to the post of its day, and a day without a post takes none', async () => {
    const { factory, orgs, db } = world;
    const before = factory.aCadre({ org: orgs.nanhai, from: '2024-01-01', until: daysAgo(4) });
    const { contact } = await twoOf({ cadre: before });
    const after = factory.aCadre({ org: orgs.chancheng, person: before, from: daysAgo(2) });
    await factory.save();
    await log(before, [contact], { day: daysAgo(5) });
    await log(before, [contact], { day: daysAgo(1) });
    await expect(log(before, [contact], { day: daysAgo(3) })).rejects.toEqual(
      refused('LOG_WITHOUT_POST', { day: daysAgo(3) }),
    );
    const rows = await db.kysely
      .selectFrom('contact_log')
      .select(['post_id', 'org_id'])
      .where('cadre_id', '=', before.personId)
      .orderBy('day')
      .execute();
    expect(rows).toEqual([
      { post_id: before.postId, org_id: orgs.nanhai.id },
      { post_id: after.postId, org_id: orgs.chancheng.id },
    ]);
  });

  it('D1.3 somebody over 35 on the day is named, and the log counts for nothing', async () => {
    const { cadre, contact } = await twoOf({ youth: { birthMonth: '1985-05-01' } });
    const others = await twoOf({ cadre });
    expect(await log(cadre, [contact])).toMatchObject({ weight: 0, people: [{ counts: false }] });
    expect(await log(cadre, [contact, others.contact])).toMatchObject({ weight: 1, youths: 2 });
  });

  it('D2.3 an activity is face to face and brings several together; anything else is none', async () => {
    const { cadre, contact } = await twoOf();
    const other = await twoOf({ cadre });
    const both = [contact, other.contact];
    expect(await log(cadre, both, { way: 'faceToFace', activity: true })).toMatchObject({ activity: true });
    expect(await log(cadre, both, { way: 'online', activity: true })).toMatchObject({ activity: false });
    expect(await log(cadre, [contact], { way: 'faceToFace', activity: true })).toMatchObject({ activity: false });
  });
});

describe('D2.5 what follows', () => {
  it('the form offers the last settings and whom one was in touch with lately', async () => {
    const { cadre, youth, contact } = await twoOf();
    const other = await twoOf({ cadre });
    expect(await call(world.house, cadre, 'contactLog.offer', {})).toEqual({
      today: today(),
      lateBefore: daysAgo(7),
      last: null,
      recent: [],
    });
    await log(cadre, [contact], { day: daysAgo(1) });
    const { logId } = await log(cadre, [other.contact], { task: 'help', way: 'online' });
    expect(await call(world.house, cadre, 'contactLog.offer', {})).toMatchObject({
      last: { logId, task: 'help', way: 'online', contactIds: [other.contact.contactId] },
      recent: [
        { contactId: other.contact.contactId, name: other.youth.name, lastOn: today() },
        { contactId: contact.contactId, name: youth.name, lastOn: daysAgo(1) },
      ],
    });
  });

  it('a log is repeated today, with those who are still held', async () => {
    const { cadre, youth, contact } = await twoOf();
    const other = await twoOf({ cadre });
    const { logId } = await log(cadre, [contact, other.contact], { task: 'help', day: daysAgo(2) });
    await call(world.house, youth, 'contact.leave', { contactId: contact.contactId, block: false, requestId: rid() });
    const again = { logId, text: '又问了一次', requestId: rid() };
    expect(await written(cadre, call(world.house, cadre, 'contactLog.repeat', again))).toMatchObject({
      task: 'help',
      day: today(),
      text: '又问了一次',
      youths: 1,
      people: [{ name: other.youth.name }],
    });
    const last = { contactId: other.contact.contactId, block: false, requestId: rid() };
    await call(world.house, other.youth, 'contact.leave', last);
    await expect(call(world.house, cadre, 'contactLog.repeat', { ...again, requestId: rid() })).rejects.toEqual(
      refused('CONTACT_ENDED'),
    );
  });

  it('on the same day it is changed, and what it said before is kept', async () => {
    const { cadre, contact } = await twoOf();
    const other = await twoOf({ cadre });
    const { logId } = await log(cadre, [contact]);
    expect(await edit(cadre, logId, [other.contact], { task: 'help', text: '改了', day: daysAgo(9) })).toMatchObject({
      task: 'help',
      text: '改了',
      day: daysAgo(9),
      late: true,
      changedAt: expect.any(String) as string,
      people: [{ name: other.youth.name }],
    });
    const { versions } = await call(world.house, cadre, 'contactLog.one', { logId });
    expect(versions).toMatchObject([{ task: 'listening', text: '聊了聊近况', day: today(), youths: 1 }]);
    expect(await own(cadre)).toHaveLength(1);
  });

  it('on the same day it is deleted, and what it said is kept for a while', async () => {
    const { cadre, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    await remove(cadre, logId);
    expect(await own(cadre)).toEqual([]);
    await expect(call(world.house, cadre, 'contactLog.one', { logId })).rejects.toEqual(refused('LOG_NOT_FOUND'));
    await expect(remove(cadre, logId)).rejects.toEqual(refused('LOG_NOT_FOUND'));
    const versions = await world.db.kysely
      .selectFrom('contact_log_version')
      .select(['text', 'contact_ids'])
      .where('log_id', '=', logId)
      .execute();
    expect(versions).toEqual([{ text: '聊了聊近况', contact_ids: [contact.contactId] }]);
  });

  it('the next day it stays as it is', async () => {
    const { cadre, contact } = await twoOf();
    const { logId } = await log(cadre, [contact], { day: daysAgo(3) }, noonOf(daysAgo(1)));
    await expect(edit(cadre, logId, [contact])).rejects.toEqual(refused('LOG_CLOSED', { writtenOn: daysAgo(1) }));
    await expect(remove(cadre, logId)).rejects.toEqual(refused('LOG_CLOSED', { writtenOn: daysAgo(1) }));
    expect(await own(cadre)).toMatchObject([{ logId, open: false }]);
  });

  it('nobody changes, deletes, repeats or reads another’s log', async () => {
    const { cadre, contact } = await twoOf();
    const other = await twoOf();
    const { logId } = await log(cadre, [contact]);
    await expect(edit(other.cadre, logId, [other.contact])).rejects.toEqual(refused('LOG_NOT_FOUND'));
    await expect(remove(other.cadre, logId)).rejects.toEqual(refused('LOG_NOT_FOUND'));
    const repeat = call(world.house, other.cadre, 'contactLog.repeat', { logId, text: '', requestId: rid() });
    await expect(repeat).rejects.toEqual(refused('LOG_NOT_FOUND'));
    await expect(call(world.house, other.cadre, 'contactLog.one', { logId })).rejects.toEqual(refused('LOG_NOT_FOUND'));
  });

  it('lists by day, by span and by contact, a page after the other', async () => {
    const { cadre, contact } = await twoOf();
    const other = await twoOf({ cadre });
    for (let i = 0; i < 33; i++) await log(cadre, [i % 3 ? contact : other.contact], { day: daysAgo(i) });
    const first = await call(world.house, cadre, 'contactLog.list', {});
    const second = await call(world.house, cadre, 'contactLog.list', { cursor: first.next ?? '' });
    expect(first.items).toHaveLength(30);
    expect([...first.items, ...second.items].map(({ day }) => day)).toEqual(
      Array.from({ length: 33 }, (_, i) => daysAgo(i)),
    );
    expect(second.next).toBeNull();
    expect(await own(cadre, { contactId: other.contact.contactId })).toHaveLength(11);
    const span = await own(cadre, { from: daysAgo(5), until: daysAgo(2) });
    expect(span.map(({ day }) => day)).toEqual([2, 3, 4, 5].map(daysAgo));
  });

  it('D9.5 who has left is named no more, and the line is not shown any more', async () => {
    const { cadre, youth, contact } = await twoOf();
    const other = await twoOf({ cadre });
    await log(cadre, [contact, other.contact]);
    await call(world.house, youth, 'contact.leave', { contactId: contact.contactId, block: false, requestId: rid() });
    expect(await own(cadre)).toMatchObject([
      { text: null, textState: 'shown', youths: 2, weight: 1, people: [{ name: other.youth.name }] },
    ]);
    await expect(call(world.house, cadre, 'contactLog.list', { contactId: contact.contactId })).rejects.toEqual(
      refused('CONTACT_NOT_FOUND'),
    );
  });

  it('D9.3 reading the names of minors leaves a trace', async () => {
    const { factory, orgs } = world;
    const cadre = factory.aCadre({ org: orgs.nanhai });
    factory.approveMinors(cadre, factory.anAdministrator({ org: orgs.nanhai }));
    const { youth, contact } = await twoOf({
      cadre,
      youth: { birthMonth: `${new Date().getUTCFullYear() - 16}-01-01` },
    });
    await log(cadre, [contact]);
    await own(cadre);
    const looks = await world.db.kysely
      .selectFrom('access_log')
      .select('look')
      .where('subject_id', '=', youth.personId)
      .execute();
    expect(looks).toEqual([{ look: 'list' }, { look: 'list' }]);
  });
});
