import { policy } from '../../config/policy';
import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { MadePerson } from '../factory';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, inWeixin, newcomer, rid } from '../support/house';
import { aWorld, type World } from '../support/world';
import { anApplication, aNewcomer, aPost } from './inviting';
import { accountsOf, countPeople, entry } from './registering';

let world: World;
let admin: MadePerson;
let cityAdmin: MadePerson;
let siblingAdmin: MadePerson;

beforeAll(async () => {
  world = await aWorld();
  const { factory, orgs } = world;
  admin = factory.anAdministrator({ org: orgs.nanhai });
  cityAdmin = factory.anAdministrator({ org: orgs.foshan });
  siblingAdmin = factory.anAdministrator({ org: orgs.chancheng });
  await factory.save();
});
afterAll(() => world.end());

async function applied(openid: string, more: object = {}): Promise<MadePerson> {
  await call(world.house, newcomer(openid), 'org.apply', anApplication(world.orgs.shishan, more));
  const [account] = await accountsOf(world, openid);
  return { personId: account?.person_id ?? '', name: '', openid };
}

async function aYouth(): Promise<MadePerson> {
  const youth = world.factory.aYouth();
  await world.factory.save();
  return youth;
}

const waiting = async (who: MadePerson) => (await call(world.house, who, 'org.applications', {})).items;
const own = async (who: MadePerson) => (await call(world.house, who, 'org.application', {})).application;

async function idOf(who: MadePerson): Promise<string> {
  const rows = await world.db.kysely
    .selectFrom('application')
    .select('id')
    .where('person_id', '=', who.personId)
    .orderBy('made_at', 'desc')
    .execute();
  return rows[0]?.id ?? '';
}
const approve = async (by: MadePerson, who: MadePerson, more: object = {}) =>
  call(world.house, by, 'org.approveApplication', {
    applicationId: await idOf(who),
    post: aPost(),
    requestId: rid(),
    ...more,
  });
const refusing = async (by: MadePerson, who: MadePerson) =>
  call(world.house, by, 'org.refuseApplication', {
    applicationId: await idOf(who),
    reason: '查无此人',
    requestId: rid(),
  });

async function openOf({ personId }: MadePerson): Promise<unknown[]> {
  return world.db.kysely
    .selectFrom('application')
    .select('id')
    .where('person_id', '=', personId)
    .where('answered_at', 'is', null)
    .execute();
}

it('D1.1 a newcomer asks, an administrator above sees it with its due day and approves, and it is a cadre', async () => {
  const who = await applied('oASKS');
  const [item] = await waiting(cityAdmin);
  const today = world.factory.today;
  expect(item).toMatchObject({
    name: '岑乐怡',
    orgName: '狮山镇团委',
    service: 'partTime',
    madeOn: today,
    dueOn: daysAfter(today, policy.answerDays),
    overdue: false,
  });
  expect(await own(who)).toMatchObject({ orgName: '狮山镇团委', answer: null });
  await approve(cityAdmin, who, { post: aPost({ service: 'partTime', title: '副书记' }) });
  expect((await call(world.house, who, 'org.me', {})).cadre).toMatchObject({ title: '副书记', orgName: '狮山镇团委' });
  expect(await own(who)).toMatchObject({ answer: 'approved' });
  expect((await waiting(admin)).map(({ applicationId }) => applicationId)).not.toContain(item?.applicationId);
});

it('D9.1 a newcomer agrees to the notice in force with it, and may register as a youth afterwards', async () => {
  const before = await countPeople(world);
  await expect(
    call(
      world.house,
      aNewcomer(),
      'org.apply',
      anApplication(world.orgs.shishan, { newcomer: { name: '岑乐怡', noticeVersion: 7 } }),
    ),
  ).rejects.toMatchObject({ code: 'NOTICE_OUTDATED' });
  await expect(
    call(world.house, aNewcomer(), 'org.apply', anApplication(world.orgs.shishan, { newcomer: null })),
  ).rejects.toMatchObject({ code: 'NOTICE_OUTDATED' });
  expect(await countPeople(world)).toBe(before);
  const who = await applied('oBOTH');
  await call(world.house, who, 'org.register', entry());
  expect((await call(world.house, who, 'org.me', {})).youth).not.toBeNull();
});

it('D8.1 a refusal of whoever comes in by WeChat is the same again, also when it would be granted by now', async () => {
  const person = world.factory.aYouth();
  await world.factory.save();
  const youth = inWeixin(person);
  const ask = (requestId: string) =>
    call(world.house, youth, 'org.apply', { ...anApplication(world.orgs.nanhai, { newcomer: null }), requestId });
  await ask(rid());
  const refused = rid();
  await expect(ask(refused)).rejects.toMatchObject({ code: 'APPLICATION_OPEN' });
  await call(world.house, youth, 'org.withdrawApplication', { requestId: rid() });
  await expect(ask(refused)).rejects.toMatchObject({ code: 'APPLICATION_OPEN' });
  await ask(rid());
});

it('D8.1 one open application a person, also of two at once; withdrawn, there may be another', async () => {
  const youth = await aYouth();
  const ask = () => call(world.house, youth, 'org.apply', anApplication(world.orgs.nanhai, { newcomer: null }));
  const results = await allAtOnce(world, [ask, ask], 'application');
  expect(outcomes(results)).toEqual(['APPLICATION_OPEN', 'ok']);
  await expect(ask()).rejects.toMatchObject({ code: 'APPLICATION_OPEN' });
  await call(world.house, youth, 'org.withdrawApplication', { requestId: rid() });
  expect(await own(youth)).toMatchObject({ answer: 'withdrawn' });
  await expect(call(world.house, youth, 'org.withdrawApplication', { requestId: rid() })).rejects.toMatchObject({
    code: 'APPLICATION_ANSWERED',
  });
  await ask();
});

it('D1.5 one beside neither sees nor answers it; its reason is read by who asked', async () => {
  const youth = await aYouth();
  await call(world.house, youth, 'org.apply', anApplication(world.orgs.shishan, { newcomer: null }));
  expect(await waiting(siblingAdmin)).toEqual([]);
  await expect(approve(siblingAdmin, youth)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  await expect(refusing(siblingAdmin, youth)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  await refusing(admin, youth);
  expect(await own(youth)).toMatchObject({ answer: 'refused', reason: '查无此人', answeredOn: world.factory.today });
  await expect(approve(admin, youth)).rejects.toMatchObject({ code: 'APPLICATION_ANSWERED' });
  await expect(refusing(cityAdmin, youth)).rejects.toMatchObject({ code: 'APPLICATION_ANSWERED' });
});

it('C4 two administrators answer at once: one answer', async () => {
  for (let round = 0; round < 5; round++) {
    const youth = await aYouth();
    await call(world.house, youth, 'org.apply', anApplication(world.orgs.shishan, { newcomer: null }));
    const results = await allAtOnce(
      world,
      [() => approve(admin, youth), () => refusing(cityAdmin, youth)] as (() => Promise<unknown>)[],
      'application',
    );
    expect(outcomes(results)).toEqual(['APPLICATION_ANSWERED', 'ok']);
  }
});

it('C6 a cadre asks for no second post; one who got a post elsewhere meanwhile is not given another', async () => {
  const cadre = world.factory.aCadre({ org: world.orgs.guangzhou });
  await world.factory.save();
  await expect(
    call(world.house, cadre, 'org.apply', anApplication(world.orgs.shishan, { newcomer: null })),
  ).rejects.toMatchObject({ code: 'POST_ALREADY', data: { whose: 'own' } });
  const youth = await aYouth();
  await call(world.house, youth, 'org.apply', anApplication(world.orgs.shishan, { newcomer: null }));
  world.factory.aCadre({ org: world.orgs.guangzhou, person: youth });
  await world.factory.save();
  await expect(approve(admin, youth)).rejects.toMatchObject({ code: 'POST_ALREADY', data: { whose: 'other' } });
  await refusing(admin, youth);
});

it('D9.5 who has closed the account waits for no answer', async () => {
  const youth = await aYouth();
  await call(world.house, youth, 'org.apply', anApplication(world.orgs.shishan, { newcomer: null }));
  const before = (await waiting(admin)).length;
  await world.db.kysely.updateTable('person').set({ closed_at: new Date() }).where('id', '=', youth.personId).execute();
  expect(await waiting(admin)).toHaveLength(before - 1);
  await expect(approve(admin, youth)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
  await expect(refusing(admin, youth)).rejects.toMatchObject({ code: 'OUT_OF_SCOPE' });
});

it('D9.5 who closes the account while asking leaves nothing that waits, whichever comes first', async () => {
  for (let round = 0; round < 20; round++) {
    const youth = await aYouth();
    const results = await allAtOnce<unknown>(
      world,
      [
        () => call(world.house, youth, 'org.apply', anApplication(world.orgs.shishan, { newcomer: null })),
        () => call(world.house, youth, 'privacy.close', { requestId: rid() }),
      ],
      'application',
    );
    expect(outcomes(results).at(-1)).toBe('ok');
    expect(await openOf(youth)).toEqual([]);
  }
});

it('D1.2 an organisation that is not there cannot be asked', async () => {
  const youth = await aYouth();
  await expect(
    call(world.house, youth, 'org.apply', anApplication({ ...world.orgs.nanhai, id: 999_999 }, { newcomer: null })),
  ).rejects.toMatchObject({ code: 'ORG_NOT_FOUND' });
});

it('D9.4 overdue from the day after the due day', async () => {
  const youth = await aYouth();
  await call(world.house, youth, 'org.apply', anApplication(world.orgs.shishan, { newcomer: null }));
  const at = async (days: number) => {
    const now = new Date(Date.now() + days * 86_400_000);
    const { items } = await call(world.house, admin, 'org.applications', {}, { now });
    return items.at(-1)?.overdue;
  };
  expect(await at(policy.answerDays)).toBe(false);
  expect(await at(policy.answerDays + 1)).toBe(true);
});
