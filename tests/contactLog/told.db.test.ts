import { call, rid } from '../support/house';
import {
  aboutMe,
  answers,
  daysAgo,
  edit,
  inAWorld,
  log,
  noonOf,
  own,
  refused,
  remove,
  says,
  settles,
  twoOf,
  world,
} from './logging';

inAWorld();

const disputesOf = async (who: Parameters<typeof call>[1], input: { orgId?: number } = {}) =>
  (await call(world.house, who, 'contactLog.disputes', input)).items;

describe('D9.4 a log has two sides', () => {
  it('the youth sees every log about them, by whom, and what it says', async () => {
    const { cadre, youth, contact } = await twoOf();
    const other = await twoOf({ cadre });
    await log(cadre, [contact], { day: daysAgo(9), text: '' });
    await log(cadre, [contact, other.contact], { task: 'help' });
    expect(await aboutMe(youth)).toMatchObject([
      {
        task: 'help',
        cadre: { name: cadre.name, orgName: '南海区团委' },
        text: '聊了聊近况',
        others: 1,
        state: 'unanswered',
      },
      { late: true, text: '', others: 0 },
    ]);
    expect(await aboutMe(other.youth)).toHaveLength(1);
  });

  it('and still sees them after having left', async () => {
    const { cadre, youth, contact } = await twoOf();
    await log(cadre, [contact]);
    await call(world.house, youth, 'contact.leave', { contactId: contact.contactId, block: false, requestId: rid() });
    expect(await aboutMe(youth)).toMatchObject([{ cadre: { name: cadre.name }, text: '聊了聊近况' }]);
  });

  it('what was deleted is gone from the youth’s page too', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    await remove(cadre, logId);
    expect(await aboutMe(youth)).toEqual([]);
  });

  it('lists by cursor', async () => {
    const { cadre, youth, contact } = await twoOf();
    for (let i = 0; i < 31; i++) await log(cadre, [contact], { day: daysAgo(i) });
    const first = await call(world.house, youth, 'contactLog.aboutMe', {});
    const second = await call(world.house, youth, 'contactLog.aboutMe', { cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ day }) => day)).toEqual(
      Array.from({ length: 31 }, (_, i) => daysAgo(i)),
    );
  });

  it('the youth hides the text: nobody reads it any more, also not after it was changed', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    expect(await says(youth, 'hideText', logId)).toMatchObject({ text: null, textState: 'hidden', hidden: true });
    expect(await own(cadre)).toMatchObject([{ text: null, textState: 'hidden', weight: 1 }]);
    expect(await edit(cadre, logId, [contact], { text: '换个说法' })).toMatchObject({ text: null });
    expect(await aboutMe(youth)).toMatchObject([{ text: null, textState: 'hidden', hidden: true }]);
    const { versions } = await call(world.house, cadre, 'contactLog.one', { logId });
    expect(versions).toMatchObject([{ text: null }]);
  });
});

describe('D2.5 "这不是我"', () => {
  it('counts for nothing until it is settled, and then counts again', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    expect(await says(youth, 'dispute', logId)).toMatchObject({ state: 'disputed' });
    expect(await own(cadre)).toMatchObject([{ weight: 0, disputed: 1, people: [{ state: 'disputed' }] }]);
    expect(await answers(cadre, logId, contact, '周三在图书馆门口聊过')).toMatchObject({
      weight: 0,
      people: [{ state: 'answered', answer: '周三在图书馆门口聊过' }],
    });
    expect(await aboutMe(youth)).toMatchObject([{ state: 'answered', answer: '周三在图书馆门口聊过' }]);
    expect(await settles(youth, logId, true)).toMatchObject({ state: 'confirmed' });
    expect(await own(cadre)).toMatchObject([{ weight: 1, disputed: 0 }]);
  });

  it('the last word is the youth’s, once the cadre has answered', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    await expect(settles(youth, logId, false)).rejects.toEqual(refused('DISPUTE_SETTLED'));
    await says(youth, 'dispute', logId);
    await expect(settles(youth, logId, false)).rejects.toEqual(refused('DISPUTE_UNANSWERED'));
    await answers(cadre, logId, contact, '是你');
    expect(await settles(youth, logId, false)).toMatchObject({ state: 'struck' });
    await expect(settles(youth, logId, true)).rejects.toEqual(refused('DISPUTE_SETTLED'));
    await expect(says(youth, 'confirm', logId)).rejects.toEqual(refused('DISPUTE_ALREADY'));
    await expect(answers(cadre, logId, contact, '还是你')).rejects.toEqual(refused('DISPUTE_SETTLED'));
    expect(await own(cadre)).toMatchObject([{ weight: 0 }]);
  });

  it('D9.4 the last word is the youth’s also where nobody answers in time', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    await says(youth, 'dispute', logId);
    expect(await aboutMe(youth)).toMatchObject([{ overdue: false }]);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    await expect(settles(youth, logId, false, inDays(10))).rejects.toEqual(refused('DISPUTE_UNANSWERED'));
    const [late] = (await call(world.house, youth, 'contactLog.aboutMe', {}, { now: inDays(11) })).items;
    expect(late).toMatchObject({ state: 'disputed', overdue: true });
    expect(await settles(youth, logId, false, inDays(11))).toMatchObject({ state: 'struck', overdue: false });
  });

  it('the cadre gives in, and the youth is struck from the log', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    await says(youth, 'dispute', logId);
    expect(await answers(cadre, logId, contact, null)).toMatchObject({ weight: 0, people: [{ state: 'struck' }] });
    expect(await aboutMe(youth)).toMatchObject([{ state: 'struck' }]);
  });

  it('the youth may say that it was so after all, before any answer', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    await says(youth, 'dispute', logId);
    await expect(says(youth, 'dispute', logId)).rejects.toEqual(refused('DISPUTE_ALREADY'));
    expect(await settles(youth, logId, true)).toMatchObject({ state: 'confirmed' });
  });

  it('in a log about several, it counts still in the others', async () => {
    const { cadre, youth, contact } = await twoOf();
    const other = await twoOf({ cadre });
    const { logId } = await log(cadre, [contact, other.contact]);
    await says(youth, 'dispute', logId);
    expect(await own(cadre)).toMatchObject([{ weight: 1, disputed: 1 }]);
    await says(other.youth, 'dispute', logId);
    expect(await own(cadre)).toMatchObject([{ weight: 0, disputed: 2 }]);
  });

  it('what is disputed is answered and not changed, but can be deleted on the same day', async () => {
    const { cadre, youth, contact } = await twoOf();
    const { logId } = await log(cadre, [contact]);
    await says(youth, 'dispute', logId);
    await expect(edit(cadre, logId, [contact])).rejects.toEqual(refused('LOG_DISPUTED'));
    await remove(cadre, logId);
    const admin = world.factory.anAdministrator({ org: cadre.org });
    await world.factory.save();
    const [dispute] = await disputesOf(admin);
    expect(dispute).toMatchObject({ cadre: cadre.name, outcome: 'struck' });
  });

  it('D1.5 the administrator sees that there is one and the answer, and neither the youth nor the log', async () => {
    const { factory, orgs } = world;
    const { cadre, youth, contact } = await twoOf({ cadre: factory.aCadre({ org: orgs.shishan }) });
    const owner = factory.anAdministrator({ org: orgs.shishan });
    const above = factory.anAdministrator({ org: orgs.foshan });
    const beside = factory.anAdministrator({ org: orgs.chancheng });
    await factory.save();
    const { logId } = await log(
      cadre,
      [contact],
      { text: `和${youth.name}谈了很久`, day: daysAgo(1) },
      noonOf(daysAgo(1)),
    );
    await says(youth, 'dispute', logId);
    const orgId = orgs.shishan.id;
    const seen = await disputesOf(owner);
    expect(seen).toEqual([
      {
        disputeId: expect.any(String) as string,
        cadre: cadre.name,
        orgName: '狮山镇团委',
        raisedOn: daysAgo(0),
        answer: null,
        answeredOn: null,
        settledOn: null,
        outcome: null,
      },
    ]);
    await answers(cadre, logId, contact, '是在活动上');
    expect(await disputesOf(above, { orgId })).toMatchObject([{ answer: '是在活动上', answeredOn: daysAgo(0) }]);
    await expect(disputesOf(beside, { orgId })).rejects.toEqual(refused('OUT_OF_SCOPE'));
    expect(JSON.stringify(await disputesOf(owner))).not.toContain(youth.name);
  });

  it('nobody says anything to a log about somebody else', async () => {
    const { cadre, contact } = await twoOf();
    const stranger = await twoOf();
    const { logId } = await log(cadre, [contact]);
    for (const verb of ['confirm', 'dispute', 'hideText'] as const)
      await expect(says(stranger.youth, verb, logId)).rejects.toEqual(refused('LOG_NOT_FOUND'));
    await expect(answers(stranger.cadre, logId, contact, null)).rejects.toEqual(refused('LOG_NOT_FOUND'));
  });
});
