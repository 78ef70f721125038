import { contract, type OperationName } from '../../types/contract';
import { byAccount, byToken } from '../../cloudfunctions/api/doors/identity';
import { openSession } from '../../cloudfunctions/api/kernel/sessions';
import { recount } from '../../local/recount';
import { APP_ID, type MadePerson } from '../factory';
import { anAsking, lastAsking } from '../account/asking';
import { saying } from '../contactLog/logging';
import { allAtOnce, outcomes } from '../support/barrier';
import { NOTICE } from '../support/notice';
import { call, callRaw, identityOf, newcomer, rid } from '../support/house';
import { liveCode, standingCode } from '../support/world';
import { aCast, type Cast, does, fieldsOf, inAWorld, scan, waitingFor, world } from './people';

inAWorld();

const NAME = '端木听雨';
const refused = (code: string) => expect.objectContaining({ code }) as unknown;

interface Known {
  code: string;
  correctionId: string;
  concernId: string;
  bindingId: string;
  logId: string;
  siteId: string;
}

/** What names the youth in a log, in what it said before, and in the answer to a dispute. */
async function aDisputedLog({ cadre, youth, contact }: Cast): Promise<string> {
  const said = { ...saying([contact]), text: `和${NAME}聊过` };
  const { logId } = await call(world.house, cadre, 'contactLog.write', { ...said, requestId: rid() });
  await call(world.house, cadre, 'contactLog.edit', { logId, ...said, requestId: rid() });
  await call(world.house, youth, 'contactLog.dispute', { logId, requestId: rid() });
  const answer = { logId, contactId: contact.contactId, text: `${NAME}，是你`, requestId: rid() };
  await call(world.house, cadre, 'contactLog.answer', answer);
  return logId;
}

/** A youth who is on every list there is: of a cadre, of administrators, of the copies and records of others. */
async function aKnownYouth(): Promise<Cast & Known & { other: MadePerson }> {
  const cast = await aCast({ name: NAME });
  const other = world.factory.aYouth();
  world.factory.aContact({ youth: other, cadre: cast.cadre });
  const { siteId } = world.factory.aSite({ org: cast.cadre.org, contact: other });
  await world.factory.save();
  const code = await liveCode(world.house, cast.youth);
  await call(world.house, cast.cadre, 'contact.list', {});
  await call(world.house, cast.cadre, 'contact.youth', { contactId: cast.contact.contactId });
  const correction = await does(cast.youth, 'askName', { name: `${NAME}二` });
  const concern = await does(cast.youth, 'reportConcern', {
    contactId: cast.contact.contactId,
    text: `我是${NAME}`,
    block: false,
  });
  await anAsking(world, NAME, cast.cadre.org);
  const bindingId = await lastAsking(world, NAME);
  const logId = await aDisputedLog(cast);
  return { ...cast, other, code, correctionId: correction.id, concernId: concern.id, bindingId, logId, siteId };
}

/** What anybody asks who has seen the youth before: every operation that reads, with all that was known then. */
const READS: Partial<Record<OperationName, (known: Cast & Known) => object>> = {
  'org.me': () => ({}),
  'org.overview': () => ({}),
  'org.find': () => ({ search: '端木', mine: false }),
  'org.cadre': ({ cadre }) => ({ postId: cadre.postId }),
  'org.successors': ({ cadre }) => ({ postId: cadre.postId }),
  'org.handOvers': () => ({}),
  'org.administrators': ({ cadre }) => ({ orgId: cadre.org.id }),
  'org.invitations': ({ cadre }) => ({ orgId: cadre.org.id }),
  'org.invitation': ({ code }) => ({ text: code }),
  'org.application': () => ({}),
  'org.applications': () => ({}),
  'org.channelsOf': ({ cadre }) => ({ postId: cadre.postId }),
  'org.revealChannel': ({ cadre }) => ({ postId: cadre.postId, kind: 'wechat', reason: '要联系' }),
  'account.devices': () => ({}),
  'account.binding': () => ({}),
  'account.candidates': ({ bindingId }) => ({ bindingId }),
  'account.seeSignIn': ({ code }) => ({ text: code }),
  'contact.list': () => ({ search: '端木' }),
  'contact.youth': ({ contact }) => ({ contactId: contact.contactId }),
  'contact.preview': ({ code }) => ({ text: code }),
  'contact.holders': () => ({}),
  'contact.choices': ({ contact }) => ({ contactId: contact.contactId }),
  'contact.code': () => ({ kind: 'cadre' }),
  'contactLog.offer': () => ({}),
  'contactLog.list': () => ({}),
  'contactLog.one': ({ logId }) => ({ logId }),
  'contactLog.quarter': () => ({}),
  'contactLog.year': () => ({}),
  'contactLog.selfCheck': () => ({}),
  'contactLog.todos': () => ({}),
  'contactLog.aboutMe': () => ({}),
  'contactLog.disputes': ({ cadre }) => ({ orgId: cadre.org.id }),
  'grassrootsDay.patterns': () => ({}),
  'grassrootsDay.patternsOf': ({ cadre }) => ({ orgId: cadre.org.id }),
  'grassrootsDay.year': () => ({}),
  'grassrootsDay.leaves': () => ({}),
  'grassrootsDay.askedLeaves': ({ cadre }) => ({ orgId: cadre.org.id }),
  'grassrootsDay.grid': ({ cadre }) => ({ orgId: cadre.org.id, of: 'own' }),
  'grassrootsDay.weeksOf': ({ cadre }) => ({ postId: cadre.postId }),
  'grassrootsDay.calendar': () => ({}),
  'grassrootsDay.findSites': () => ({}),
  'grassrootsDay.sites': ({ cadre }) => ({ orgId: cadre.org.id, closed: false }),
  'grassrootsDay.siteMap': ({ cadre }) => ({ orgId: cadre.org.id, closed: false }),
  'grassrootsDay.site': ({ siteId }) => ({ siteId }),
  'grassrootsDay.ownSites': () => ({}),
  'grassrootsDay.siteCode': ({ siteId }) => ({ siteId }),
  'grassrootsDay.standingCode': ({ siteId }) => ({ siteId }),
  'grassrootsDay.previewCheckIn': ({ siteId }) => ({ where: { siteId } }),
  'grassrootsDay.days': () => ({}),
  'grassrootsDay.visitors': ({ siteId }) => ({ siteId }),
  'grassrootsDay.waitingDays': ({ cadre }) => ({ of: { orgId: cadre.org.id } }),
  'privacy.record': () => ({}),
  'privacy.looks': () => ({}),
  'privacy.copy': () => ({}),
  'privacy.requests': () => ({}),
  'privacy.correction': ({ correctionId }) => ({ correctionId }),
  'privacy.concern': ({ concernId }) => ({ concernId }),
  'privacy.texts': () => ({}),
};

/** Everything that the others are answered, together. */
async function allThatIsSaid(known: Cast & Known & { other: MadePerson }): Promise<string> {
  const { cadre, nanhai, nanhaiToo, foshan, chancheng, province, other } = known;
  const said: unknown[] = [];
  for (const who of [cadre, nanhai, nanhaiToo, foshan, chancheng, province, other])
    for (const [operation, inputOf] of Object.entries(READS))
      said.push(await callRaw(world.house, identityOf(who), operation, inputOf(known)));
  return JSON.stringify(said);
}

it('D9.5 the sweep asks every operation that only reads', () => {
  const reads = Object.entries(contract).flatMap(([slice, verbs]) =>
    Object.entries(verbs)
      .filter(([, verb]) => !('requestId' in (verb as Described)['~orpc'].inputSchema.shape))
      .map(([verb]) => `${slice}.${verb}`),
  );
  // What somebody else asks for is said by themselves; whom they may be is swept.
  const aboutNobody = [
    'org.signIn',
    'org.signOut',
    'account.askSignIn',
    'account.bindings',
    'account.finishSignIn',
    'contact.cardPicture',
    'privacy.notice',
  ];
  expect(Object.keys(READS).sort()).toEqual(reads.filter((name) => !aboutNobody.includes(name)).sort());
});
interface Described {
  '~orpc': { inputSchema: { shape: object } };
}

describe('D9.4 withdrawing the consent', () => {
  it('D9.5 nobody is told the name any more, by any operation', async () => {
    const known = await aKnownYouth();
    expect(await allThatIsSaid(known)).toContain(NAME);
    await does(known.youth, 'withdraw', {});
    expect(await allThatIsSaid(known)).not.toContain(NAME);
  }, 30_000);

  it('ends every contact, takes the code and what waits for an answer, and the figures with it', async () => {
    const { youth, cadre, nanhai, foshan, code } = await aKnownYouth();
    const counted = (await fieldsOf(cadre))?.counted ?? 0;
    await does(youth, 'withdraw', {});
    expect((await fieldsOf(cadre))?.counted).toBe(counted - 1);
    await expect(call(world.house, cadre, 'contact.preview', { text: code })).rejects.toEqual(refused('CODE_UNKNOWN'));
    await expect(call(world.house, youth, 'contact.code', { kind: 'youth' })).rejects.toEqual(
      refused('NOTICE_OUTDATED'),
    );
    expect(await waitingFor(nanhai)).toEqual([]);
    expect(await waitingFor(foshan)).toEqual([]);
    const { requests, consents } = await call(world.house, youth, 'privacy.record', {});
    expect(requests.map(({ state, text }) => [state, text])).toEqual([
      ['dropped', null],
      ['dropped', null],
    ]);
    expect(consents).toMatchObject([{ version: 1, withdrawnOn: expect.any(String) as string }]);
    expect(await call(world.house, youth, 'org.me', {})).toMatchObject({ noticeDue: 1, youth: { withdrawn: true } });
    expect((await recount(world.db)).differences).toEqual([]);
  });

  it('nothing new begins, whoever asks, until the notice is agreed to anew', async () => {
    const { youth, cadre } = await aCast();
    const card = await standingCode(world.house, cadre);
    await does(youth, 'withdraw', {});
    await expect(call(world.house, youth, 'contact.register', { text: card, requestId: rid() })).rejects.toEqual(
      refused('NOTICE_OUTDATED'),
    );
    await expect(does(youth, 'askName', { name: '林晓桐' })).rejects.toEqual(refused('NOTICE_OUTDATED'));
    await expect(does(youth, 'correct', { field: 'rural', unit: null })).rejects.toEqual(refused('NOTICE_OUTDATED'));

    await call(world.house, youth, 'privacy.agree', { version: NOTICE, requestId: rid() });
    expect(await call(world.house, youth, 'org.me', {})).toMatchObject({
      noticeDue: null,
      youth: { withdrawn: false },
    });
    expect(await scan(cadre, youth)).toMatchObject({ kind: 'youth' });
  });

  it('D9.1 agreed to, withdrawn and agreed to again are dated each, and the codes before stay dead', async () => {
    const { youth, cadre } = await aCast();
    const old = await liveCode(world.house, youth);
    for (let times = 0; times < 2; times++) {
      await does(youth, 'withdraw', {});
      await call(world.house, youth, 'privacy.agree', { version: NOTICE, requestId: rid() });
    }
    const { consents } = await call(world.house, youth, 'privacy.record', {});
    expect(consents.map(({ withdrawnOn }) => withdrawnOn === null)).toEqual([true, false, false]);
    await expect(call(world.house, cadre, 'contact.preview', { text: old })).rejects.toEqual(refused('CODE_UNKNOWN'));
  });

  it('takes what was said in logs, settles disputes as the youth says, and leaves the numbers', async () => {
    const { youth, cadre, contact, nanhai, logId } = await aKnownYouth();
    const more = { ...saying([contact]), requestId: rid() };
    const { logId: second } = await call(world.house, cadre, 'contactLog.write', more);
    await does(youth, 'withdraw', {});
    const { items } = await call(world.house, cadre, 'contactLog.list', {});
    expect(items.map((log) => [log.logId, log.text, log.people, log.weight])).toContainEqual([logId, null, [], 0]);
    expect(items.map((log) => [log.logId, log.weight])).toContainEqual([second, 1]);
    const texts = await world.db.kysely
      .selectFrom('contact_log_version')
      .select('text')
      .where('log_id', '=', logId)
      .execute();
    expect(texts).toEqual([{ text: '' }]);
    const { items: disputes } = await call(world.house, nanhai, 'contactLog.disputes', {});
    expect(disputes.filter((one) => one.cadre === cadre.name)).toMatchObject([{ outcome: 'struck', answer: null }]);
    expect((await call(world.house, youth, 'contactLog.aboutMe', {})).items).toMatchObject([{}, {}]);
  });

  it('and a scan at the same moment: no contact is left, and no place is kept', async () => {
    for (let round = 0; round < 10; round++) {
      const { youth } = await aCast();
      const by = world.factory.aCadre({ org: world.orgs.guangzhou });
      await world.factory.save();
      const text = await liveCode(world.house, youth);
      const results = await allAtOnce<unknown>(world, [
        () => does(youth, 'withdraw', {}),
        () => call(world.house, by, 'contact.register', { text, requestId: rid() }),
      ]);
      expect([
        ['ok', 'ok'],
        ['CODE_UNKNOWN', 'ok'],
        ['YOUTH_NOT_AGREED', 'ok'],
      ]).toContainEqual(outcomes(results));
      expect((await fieldsOf(by))?.counted).toBe(0);
    }
    expect((await recount(world.db)).differences).toEqual([]);
  }, 60_000);

  it('of one who is a cadre too leaves the cadre’s part alone', async () => {
    const { cadre, youth, contact } = await aCast();
    const both = world.factory.aYouth({ person: cadre });
    await world.factory.save();
    await does(both, 'withdraw', {});
    const { items } = await call(world.house, cadre, 'contact.list', {});
    expect(items).toMatchObject([{ contactId: contact.contactId, name: youth.name }]);
  });
});

describe('D9.5 closing the account', () => {
  it('nobody is told the name any more, by any operation', async () => {
    const known = await aKnownYouth();
    await does(known.youth, 'close', {});
    expect(await allThatIsSaid(known)).not.toContain(NAME);
    expect((await recount(world.db)).differences).toEqual([]);
  }, 30_000);

  it('the account is a newcomer’s again and registers afresh, as somebody else; sessions are dead', async () => {
    const { youth } = await aCast();
    const { token } = await world.db.kysely.transaction().execute((tx) => openSession(tx, youth.personId, new Date()));
    await does(youth, 'close', {});
    expect(await byToken(world.house, token, new Date())).toEqual({ kind: 'nobody' });
    expect(await byAccount(world.house, { appId: APP_ID, openid: youth.openid })).toMatchObject({ kind: 'newcomer' });
    const again = {
      noticeVersion: NOTICE,
      name: '新人',
      birthYear: 2003,
      birthMonth: 5,
      field: 'rural',
      unit: null,
    } as const;
    await call(world.house, newcomer(youth.openid), 'org.register', { ...again, requestId: rid() });
    const now = await byAccount(world.house, { appId: APP_ID, openid: youth.openid });
    expect(now).toMatchObject({ kind: 'person' });
    expect(now).not.toMatchObject({ personId: youth.personId });
  });

  it('names nobody in what was written down: who looked, and whom one has blocked or left', async () => {
    const { factory, orgs } = world;
    const until = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const former = factory.aCadre({ org: orgs.nanhai, name: NAME });
    const youth = factory.aYouth();
    const contact = factory.aContact({ cadre: former, youth });
    await factory.save();
    await call(world.house, former, 'contact.youth', { contactId: contact.contactId });
    await call(world.house, youth, 'contact.leave', { contactId: contact.contactId, block: true, requestId: rid() });
    await world.db.kysely.updateTable('post').set({ until_day: until }).where('id', '=', former.postId).execute();
    const told = async () =>
      JSON.stringify([
        await call(world.house, youth, 'privacy.record', {}),
        await call(world.house, youth, 'privacy.copy', {}),
      ]);
    expect(await told()).toContain(NAME);
    await does(former, 'close', {});
    expect(await told()).not.toContain(NAME);
    const { looks } = await call(world.house, youth, 'privacy.record', {});
    expect(looks).toMatchObject([{ who: null, capacity: '', look: 'details' }]);
  });

  it('a post and an administration end first, also ones that have not begun', async () => {
    const { factory, orgs } = world;
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const { cadre, nanhai, youth } = await aCast();
    factory.aCadre({ org: orgs.nanhai, person: youth, from: tomorrow });
    await factory.save();
    for (const one of [cadre, nanhai, youth])
      await expect(does(one, 'close', {})).rejects.toEqual(refused('STILL_IN_POST'));
    expect((await call(world.house, cadre, 'contact.list', {})).items).toHaveLength(1);
  });

  it('a former cadre’s contacts end with it, and the youths are told nothing of who it was', async () => {
    const { factory, orgs } = world;
    const former = factory.aCadre({ org: orgs.nanhai, from: '2024-01-01', until: '2026-01-01' });
    const youth = factory.aYouth();
    factory.aContact({ cadre: former, youth });
    await factory.save();
    await does(former, 'close', {});
    expect((await call(world.house, youth, 'contact.holders', {})).items).toEqual([]);
    expect((await recount(world.db)).differences).toEqual([]);
  });

  it('closed twice at once, and while an administrator answers: both come to an end', async () => {
    for (let round = 0; round < 10; round++) {
      const { youth, nanhai } = await aCast();
      const { id } = await does(youth, 'askName', { name: '林晓桐' });
      const results = await allAtOnce<unknown>(
        world,
        [
          () => does(youth, 'close', {}),
          () => does(youth, 'close', {}),
          () => does(nanhai, 'answerCorrection', { correctionId: id, refusal: null }),
        ],
        'youth, contact',
      );
      expect([
        ['ok', 'ok', 'ok'],
        ['ASK_NOT_FOUND', 'ok', 'ok'],
      ]).toContainEqual(outcomes(results));
    }
  }, 60_000);
});
