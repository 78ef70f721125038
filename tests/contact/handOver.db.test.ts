import { dayOf, daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import { breadthAsOf, figuresAsOf, recount } from '../../local/recount';
import { policy } from '../../config/policy';
import type { MadeCadre, MadeContact, MadePerson, MadeYouth } from '../factory';
import { saying } from '../contactLog/logging';
import { call, FIELD_KEY, rid } from '../support/house';
import { liveCode, standingCode } from '../support/world';
import { aCadre, aYouth, held, inAWorld, liveContacts, scan, world } from './people';

inAWorld();

const today = dayOf(new Date());
const noonOf = (day: string): Date => new Date(`${day}T12:00:00+08:00`);
const inDays = (days: number): Date => noonOf(daysAfter(today, days));
const code = (name: string) => expect.objectContaining({ code: name }) as unknown;

interface Left {
  leaver: MadeCadre;
  colleague: MadeCadre;
  youth: MadeYouth;
  contact: MadeContact;
}

/** A cadre of Nanhai who leaves today, a colleague there, and a youth whom the one who leaves has held for long. */
async function leaving(wish: Parameters<typeof aYouth>[0] = {}): Promise<Left> {
  const { factory, orgs } = world;
  const leaver = factory.aCadre({ org: orgs.nanhai, until: today, title: '副书记' });
  const colleague = factory.aCadre({ org: orgs.nanhai, title: '委员' });
  const youth = factory.aYouth(wish);
  const contact = factory.aContact({ cadre: leaver, youth, startedAt: inDays(-100) });
  await factory.save();
  return { leaver, colleague, youth, contact };
}

const name = async ({ leaver }: Left, successor: MadeCadre | null, now?: Date): Promise<void> => {
  const by = world.factory.anAdministrator({ org: world.orgs.nanhai });
  await world.factory.save();
  const named = { postId: leaver.postId, successorPostId: successor && successor.postId, requestId: rid() };
  await call(world.house, by, 'org.nameSuccessor', named, { now });
};

const choose = (who: MadePerson, { contact }: Left, cadre: MadePerson, now?: Date) =>
  call(
    world.house,
    who,
    'contact.choose',
    { contactId: contact.contactId, cadreId: cadre.personId, requestId: rid() },
    { now },
  );
const holders = async (youth: MadePerson, now?: Date) =>
  (await call(world.house, youth, 'contact.holders', {}, { now })).items;
const choices = (youth: MadePerson, { contact }: Left, more: { search?: string; cursor?: string } = {}, now?: Date) =>
  call(world.house, youth, 'contact.choices', { contactId: contact.contactId, ...more }, { now });
const endOf = ({ contact }: Left) =>
  world.db.kysely
    .selectFrom('contact')
    .select(['ended_by', 'ended_at'])
    .where('id', '=', contact.contactId)
    .executeTakeFirstOrThrow();

describe('C11 from the day of leaving a contact waits', () => {
  it('for 30 days the youth is told since when, until when, and nothing of how the one who left is reached', async () => {
    const left = await leaving();
    world.factory.aChannel(left.leaver, { kind: 'wechat', circle: 'contacts', value: 'gone-wechat' }, FIELD_KEY);
    await world.factory.save();
    const waiting = { since: today, until: daysAfter(today, 29), successor: null };
    for (const day of [0, 29])
      expect(await holders(left.youth, inDays(day))).toMatchObject([
        {
          name: left.leaver.name,
          publicName: left.leaver.name,
          orgName: '南海区团委',
          title: '副书记',
          channels: [],
          waiting,
        },
      ]);
    expect(await holders(left.youth, inDays(30))).toEqual([]);
    expect(await holders(left.youth, inDays(-1))).toMatchObject([
      { waiting: null, channels: [{ value: 'gone-wechat' }] },
    ]);
  });

  it('D2.2 it keeps its place under the cap to the last day, and no longer, also before the clock has ended it', async () => {
    const left = await leaving();
    await held(left.youth, 2);
    const by = await aCadre();
    const scanOn = async (day: number) => scan(by, await liveCode(world.house, left.youth, inDays(day)), inDays(day));
    await expect(scanOn(0)).rejects.toEqual(code('YOUTH_FULL'));
    await expect(scanOn(29)).rejects.toEqual(code('YOUTH_FULL'));
    expect(await scanOn(30)).toMatchObject({ kind: 'youth' });
  });

  it('C1 who goes on in another post on that day has not left; who begins later comes back to what still waits', async () => {
    const { factory, orgs } = world;
    const left = await leaving();
    const later = await leaving();
    factory.aCadre({ org: orgs.foshan, person: left.leaver, from: today });
    factory.aCadre({ org: orgs.foshan, person: later.leaver, from: daysAfter(today, 10) });
    await factory.save();
    expect(await holders(left.youth)).toMatchObject([{ waiting: null }]);
    await expect(choose(left.youth, left, left.colleague)).rejects.toEqual(code('CONTACT_NOT_WAITING'));
    await expect(choices(left.youth, left)).rejects.toEqual(code('CONTACT_NOT_WAITING'));
    expect(await holders(later.youth, inDays(9))).toMatchObject([{ waiting: { since: today } }]);
    expect(await holders(later.youth, inDays(10))).toMatchObject([{ waiting: null, orgName: '佛山市委' }]);
    const me = await call(world.house, later.leaver, 'org.me', {}, { now: inDays(10) });
    expect(me.cadre?.standing).toMatchObject({ counted: 1 });
  });

  it('D10.4 a post that ended on its first day was never held: they wait as before, and its organisation has nothing to do', async () => {
    const { factory, orgs } = world;
    const left = await leaving();
    const tenth = daysAfter(today, 10);
    const never = factory.aCadre({ org: orgs.chancheng, person: left.leaver, from: tenth, until: tenth });
    const beside = factory.aCadre({ org: orgs.chancheng });
    const admin = factory.anAdministrator({ org: orgs.foshan });
    await factory.save();
    const waiting = { since: today, until: daysAfter(today, 29), successor: null };
    expect(await holders(left.youth, inDays(10))).toMatchObject([{ orgName: '南海区团委', title: '副书记', waiting }]);
    expect(await holders(left.youth, inDays(30))).toEqual([]);
    const offered = (await choices(left.youth, left, {}, inDays(10))).items.map(({ cadreId }) => cadreId);
    expect(offered).toContain(left.colleague.personId);
    expect(offered).not.toContain(beside.personId);
    const { items } = await call(world.house, admin, 'org.handOvers', {}, { now: inDays(10) });
    const posts = items.map(({ postId }) => postId);
    expect(posts).toContain(left.leaver.postId);
    expect(posts).not.toContain(never.postId);
    await name(left, left.colleague, inDays(10));
    const { choices: told } = await call(world.house, left.colleague, 'contactLog.todos', {}, { now: inDays(10) });
    expect(told).toEqual({ n: 1, until: daysAfter(today, 29) });
    await held(left.youth, 2);
    const by = await aCadre();
    expect(await scan(by, await liveCode(world.house, left.youth, inDays(30)), inDays(30))).toMatchObject({
      kind: 'youth',
    });
  });

  it('counts for nobody: not for the post, the organisation and those above, nor for another who holds the youth', async () => {
    const left = await leaving();
    const { contactId } = await scan(left.colleague, await liveCode(world.house, left.youth));
    const root = world.factory.anAdministrator({ org: world.orgs.province });
    await world.factory.save();
    const overview = await call(world.house, root, 'org.overview', { orgId: world.orgs.nanhai.id });
    expect(overview.cadres.map(({ postId }) => postId)).not.toContain(left.leaver.postId);
    expect(overview.cadres.find(({ postId }) => postId === left.colleague.postId)).toMatchObject({ counted: 1 });
    const before = await figuresAsOf(world.db, daysAfter(today, -1));
    const after = await figuresAsOf(world.db, today);
    const ofPost = (figures: typeof before) => figures.find(({ postId }) => postId === left.leaver.postId)?.counted;
    expect([ofPost(before), ofPost(after)]).toEqual([1, 0]);
    const fields = await breadthAsOf(world.db, today);
    expect(fields.filter(({ postId }) => postId === left.leaver.postId)).toEqual([]);
    const quarter = await call(world.house, left.colleague, 'contactLog.quarter', {});
    expect(quarter.breadth.byHolders).toEqual([1, 0, 0]);
    // The places are another matter: two are taken.
    expect(await call(world.house, left.colleague, 'contact.youth', { contactId })).toMatchObject({ holders: 2 });
    expect((await recount(world.db)).differences).toEqual([]);
  });

  it('who has left sees nobody any more', async () => {
    const left = await leaving();
    for (const [operation, input] of [
      ['contact.list', {}],
      ['contact.youth', { contactId: left.contact.contactId }],
      ['contactLog.quarter', {}],
    ] as const)
      await expect(call(world.house, left.leaver, operation, input)).rejects.toEqual(code('NOT_A_CADRE'));
    await expect(scan(left.youth, await standingCode(world.house, left.colleague))).resolves.toBeDefined();
  });
});

describe('C11 the youth chooses', () => {
  it('the one who was named, in the open; what was logged stays where it was, and the new contact begins empty (D9.5)', async () => {
    const left = await leaving();
    const before = { now: inDays(-1) };
    const said = { ...saying([left.contact], { day: daysAfter(today, -1) }), requestId: rid() };
    await call(world.house, left.leaver, 'contactLog.write', said, before);
    await name(left, left.colleague);
    const [waits] = await holders(left.youth);
    const { name: called, personId: cadreId } = left.colleague;
    expect(waits?.waiting?.successor).toEqual({
      cadreId,
      name: called,
      publicName: `共青团南海${called}`,
      orgName: '南海区团委',
      title: '委员',
      holds: false,
    });
    expect(await choose(left.youth, left, left.colleague)).toEqual({ cadreId });
    expect(await endOf(left)).toMatchObject({ ended_by: 'handedOver' });
    expect(await liveContacts(left.youth)).toMatchObject([
      { cadre_id: cadreId, post_id: left.colleague.postId, started_by: 'youth', field: left.youth.field },
    ]);
    expect(await holders(left.youth)).toMatchObject([{ name: called, waiting: null, lastOn: null, since: today }]);
    const { items } = await call(world.house, left.colleague, 'contact.list', {});
    expect(items).toMatchObject([{ name: left.youth.name, lastOn: null }]);
    expect((await call(world.house, left.colleague, 'contactLog.list', {})).items).toEqual([]);
    expect((await call(world.house, left.youth, 'contactLog.aboutMe', {})).items).toMatchObject([
      { cadre: { name: left.leaver.name } },
    ]);
    const record = await call(world.house, left.youth, 'privacy.record', {});
    expect(record.past).toMatchObject([{ name: left.leaver.name, until: today }]);
    expect((await call(world.house, left.youth, 'privacy.copy', {})).holders).toMatchObject([
      { endedBy: 'handedOver' },
      { endedBy: null },
    ]);
    expect((await recount(world.db)).differences).toEqual([]);
  });

  it('another of that organisation, by name or pinyin and page by page; not oneself, who holds or is blocked already', async () => {
    const left = await leaving();
    const { factory, orgs } = world;
    const many = Array.from({ length: policy.pageSize }, (_, i) =>
      factory.aCadre({ org: orgs.nanhai, name: `闻人${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${i}` }),
    );
    const blocked = factory.aCadre({ org: orgs.nanhai, name: '夏侯不选' });
    factory.aBlock(left.youth, blocked);
    factory.aCadre({ org: orgs.chancheng, name: '夏侯隔壁' });
    factory.aCadre({ org: orgs.foshan, name: '夏侯上级' });
    factory.aCadre({ org: orgs.nanhai, name: '夏侯离任', until: today });
    factory.aCadre({ org: orgs.nanhai, name: '夏侯自己', person: left.youth });
    const holds = factory.aCadre({ org: orgs.nanhai, name: '夏侯已在' });
    factory.aContact({ cadre: holds, youth: left.youth });
    factory.aCadre({ org: orgs.nanhai, name: '夏侯可选', title: '组织委员' });
    await factory.save();
    expect((await choices(left.youth, left, { search: '夏侯' })).items).toMatchObject([
      { name: '夏侯可选', publicName: '共青团南海夏侯可选', orgName: '南海区团委', title: '组织委员' },
    ]);
    expect((await choices(left.youth, left, { search: 'xiahoukexuan' })).items).toHaveLength(1);
    expect((await choices(left.youth, left, { search: '%' })).items).toEqual([]);
    const first = await choices(left.youth, left);
    expect(first.items).toHaveLength(policy.pageSize);
    const second = await choices(left.youth, left, { cursor: first.next ?? '' });
    const seen = [...first.items, ...second.items].map(({ cadreId }) => cadreId);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(many.map(({ personId }) => personId)));
    expect(seen).not.toContain(left.leaver.personId);
    await choose(left.youth, left, many[3] as MadeCadre);
    expect((await holders(left.youth)).map((one) => one.name).sort()).toEqual(['夏侯已在', many[3]?.name].sort());
  });

  it('D2.2 with every place taken the old one is handed over in the same step', async () => {
    const left = await leaving();
    await held(left.youth, 2);
    await choose(left.youth, left, left.colleague);
    expect(await liveContacts(left.youth)).toHaveLength(policy.contact.holdersPerYouth);
  });

  it('who holds the youth already goes on: only the old contact ends', async () => {
    const left = await leaving();
    await scan(left.colleague, await liveCode(world.house, left.youth));
    await name(left, left.colleague);
    expect((await holders(left.youth))[0]?.waiting?.successor).toMatchObject({ holds: true });
    await choose(left.youth, left, left.colleague);
    expect(await liveContacts(left.youth)).toHaveLength(1);
    expect(await endOf(left)).toMatchObject({ ended_by: 'handedOver' });
    const quarter = await call(world.house, left.colleague, 'contactLog.quarter', {});
    expect(quarter.quota).toMatchObject({ counted: 1 });
  });

  it('the rules of a new contact hold: a block, a minor, oneself, another organisation, whoever has left too', async () => {
    const left = await leaving();
    const { factory, orgs } = world;
    const blocked = factory.aCadre({ org: orgs.nanhai });
    factory.aBlock(left.youth, blocked);
    const beside = factory.aCadre({ org: orgs.chancheng });
    const above = factory.aCadre({ org: orgs.foshan });
    await factory.save();
    await expect(choose(left.youth, left, blocked)).rejects.toEqual(code('CADRE_BLOCKED'));
    await expect(choose(left.youth, left, left.youth)).rejects.toEqual(code('CONTACT_SELF'));
    for (const wrong of [beside, above, left.leaver, await aYouth()])
      await expect(choose(left.youth, left, wrong)).rejects.toEqual(code('CHOICE_NOT_THERE'));
    expect(await endOf(left)).toMatchObject({ ended_by: null });
    const minor = await leaving({ birthMonth: `${new Date().getUTCFullYear() - 16}-01-01` });
    expect((await choices(minor.youth, minor)).items).toEqual([]);
    await expect(choose(minor.youth, minor, minor.colleague)).rejects.toEqual(code('MINOR_NEEDS_APPROVAL'));
    factory.approveMinors(minor.colleague, world.factory.anAdministrator({ org: orgs.foshan }));
    await factory.save();
    expect((await choices(minor.youth, minor)).items).toMatchObject([{ cadreId: minor.colleague.personId }]);
    await choose(minor.youth, minor, minor.colleague);
  });

  it('nobody else chooses, nobody twice, and nobody after the last day; leaving is always possible', async () => {
    const left = await leaving();
    const stranger = await aYouth();
    await expect(choose(stranger, left, left.colleague)).rejects.toEqual(code('CONTACT_NOT_FOUND'));
    await expect(choices(stranger, left)).rejects.toEqual(code('CONTACT_NOT_FOUND'));
    await expect(choose(left.colleague, left, left.colleague)).rejects.toEqual(code('NOT_A_YOUTH'));
    await expect(choose(left.youth, left, left.colleague, inDays(30))).rejects.toEqual(code('CONTACT_ENDED'));
    await choose(left.youth, left, left.colleague, inDays(29));
    await expect(choose(left.youth, left, await aCadre({ org: world.orgs.nanhai }), inDays(29))).rejects.toEqual(
      code('CONTACT_ENDED'),
    );
    const other = await leaving();
    await call(world.house, other.youth, 'contact.leave', {
      contactId: other.contact.contactId,
      block: false,
      requestId: rid(),
    });
    expect(await endOf(other)).toMatchObject({ ended_by: 'left' });
    await expect(choose(other.youth, other, other.colleague)).rejects.toEqual(code('CONTACT_ENDED'));
  });

  it('the same request again is the same choice; the new contact can be taken back within the minute, the old one stays ended', async () => {
    const left = await leaving();
    const input = { contactId: left.contact.contactId, cadreId: left.colleague.personId, requestId: rid() };
    await call(world.house, left.youth, 'contact.choose', input);
    await call(world.house, left.youth, 'contact.choose', input);
    const [one] = await liveContacts(left.youth);
    await call(world.house, left.youth, 'contact.undo', { contactId: one?.id ?? '', requestId: rid() });
    expect(await liveContacts(left.youth)).toEqual([]);
    expect(await endOf(left)).toMatchObject({ ended_by: 'handedOver' });
  });
});

describe('C11 whoever was named', () => {
  const waitingFor = async (cadre: MadeCadre, now?: Date) =>
    (await call(world.house, cadre, 'contactLog.todos', {}, { now })).choices;

  it('is told how many choose still and until when, without a name, until the last has', async () => {
    const left = await leaving();
    const second = await aYouth();
    world.factory.aContact({ cadre: left.leaver, youth: second, startedAt: inDays(-50) });
    await world.factory.save();
    expect(await waitingFor(left.colleague)).toBeNull();
    await name(left, left.colleague);
    expect(await waitingFor(left.colleague)).toEqual({ n: 2, until: daysAfter(today, 29) });
    expect(JSON.stringify(await call(world.house, left.colleague, 'contactLog.todos', {}))).not.toContain(second.name);
    await choose(left.youth, left, left.colleague);
    expect(await waitingFor(left.colleague)).toEqual({ n: 1, until: daysAfter(today, 29) });
    expect(await waitingFor(left.colleague, inDays(30))).toBeNull();
    await call(world.house, second, 'privacy.withdraw', { requestId: rid() });
    expect(await waitingFor(left.colleague)).toBeNull();
  });

  it('and who leaves in turn is proposed to nobody any more', async () => {
    const left = await leaving();
    await name(left, left.colleague);
    await world.db.kysely
      .updateTable('post')
      .set({ until_day: daysAfter(today, 3) })
      .where('id', '=', left.colleague.postId)
      .execute();
    expect((await holders(left.youth, inDays(2)))[0]?.waiting?.successor).toMatchObject({ name: left.colleague.name });
    expect((await holders(left.youth, inDays(3)))[0]?.waiting?.successor).toBeNull();
    await expect(choose(left.youth, left, left.colleague, inDays(3))).rejects.toEqual(code('CHOICE_NOT_THERE'));
  });
});
