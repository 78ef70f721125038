import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { policy } from '../../config/policy';
import type { Database } from '../../cloudfunctions/api/kernel/db';
import { jobsOf } from '../../cloudfunctions/clock/jobs';
import { sendWaiting } from '../../cloudfunctions/clock/jobs/messages';
import * as queue from '../../cloudfunctions/clock/queue';
import { runAll } from '../../cloudfunctions/clock/run';
import { allow, answered, asking, messagesOf, offering, template } from '../account/allowing';
import { anAsking, approveOnly, lastAsking } from '../account/asking';
import type { MadePerson, MadeYouth } from '../factory';
import { allAtOnce } from '../support/barrier';
import { call, rid, testSettings } from '../support/house';
import { aWeixin, type Weixin } from '../support/weixin';
import { aWorld, type World } from '../support/world';
import { asClock } from './clock';

const SEND = '/cgi-bin/message/subscribe/send';
const TOKEN = '/cgi-bin/stable_token';

let world: World;
let db: Database;
let weixin: Weixin;
beforeAll(async () => {
  world = await aWorld();
  db = asClock(world);
});
afterAll(async () => {
  await db.end();
  await world.end();
});
beforeEach(async () => {
  await world.db.kysely.deleteFrom('message').execute();
  weixin = await aWeixin(`secret ${randomUUID()}`);
  offering(world, weixin.settings);
});
afterEach(() => weixin.end());

const settings = () => world.house.settings;
const work = (time: (needsMs?: number) => boolean = () => true) => ({ db, now: new Date(), hasTime: time });
const send = async () => (await sendWaiting(work(), settings())).counts;
const sends = (): number => weixin.heard.filter(({ path }) => path === SEND).length;

/** A message waits, and WeChat has its acceptance too. */
async function waiting(accepted = true): Promise<{ youth: MadeYouth; administrator: MadePerson; above: MadePerson }> {
  const people = await asking(world);
  await allow(world.house, people.youth);
  if (accepted) weixin.acceptMessage(people.youth.openid, template);
  await answered(world, people.youth, people.administrator);
  return people;
}

async function several(n: number): Promise<MadeYouth[]> {
  const youths: MadeYouth[] = [];
  while (youths.length < n) youths.push((await waiting()).youth);
  return youths;
}

const outcomes = async (youth: MadePerson) => (await messagesOf(world, youth)).map(({ outcome }) => outcome);
const claim = (claimId = randomUUID()) => queue.claim(db, claimId, settings().APP_WX_APPID, ['answer']);
/** The lease of everything that is held has run out; what was put off is due. */
const later = () =>
  sql`update message set due_at = now() - interval '1 second',
    held_until = case when held_until is not null then now() - interval '1 second' end
    where ended_at is null`.execute(world.db.kysely);

describe('what waits is sent', () => {
  it('once, to whom it is for, with the page that it opens and nothing personal', async () => {
    const { youth } = await waiting();
    expect(await send()).toEqual({ sent: 1 });
    expect(await send()).toEqual({});
    expect(weixin.sent).toMatchObject([{ openid: youth.openid, templateId: template, page: 'contact/holder' }]);
    expect(JSON.stringify(weixin.sent[0]?.values)).not.toContain(youth.name);
    expect(await outcomes(youth)).toEqual(['sent']);
  });

  it('by the clock’s own job, as often as the timer comes', async () => {
    const run = () => runAll(jobsOf(settings()), work());
    const others = (how: string) => ({ reminders: how, patterns: how, lapses: how, purge: how });
    await waiting();
    expect(await run()).toEqual({ messages: 'goesOn', ...others('finished') });
    await waiting();
    expect(await run()).toEqual({ messages: 'goesOn', ...others('notOurs') });
    expect(weixin.sent).toHaveLength(2);
    const rows = await world.db.kysely.selectFrom('clock_run').select('period').where('job', '=', 'messages').execute();
    expect(rows).toHaveLength(1);
  });

  it('more than a batch in one run, while there is time', async () => {
    await several(policy.messages.batch + 2);
    let batches = 1;
    const { counts } = await sendWaiting(
      work(() => batches-- > 0),
      settings(),
    );
    expect(counts).toEqual({ sent: policy.messages.batch });
    expect(await send()).toEqual({ sent: 2 });
  }, 60_000);

  it('not when the run may end while WeChat is being asked', async () => {
    const { youth } = await waiting();
    const left = (ms: number) => work((needsMs = 0) => ms > needsMs);
    expect((await sendWaiting(left(20_000), settings())).counts).toEqual({});
    expect(await outcomes(youth)).toEqual([null]);
    expect((await sendWaiting(left(60_000), settings())).counts).toEqual({ sent: 1 });
  });

  it('not without a template: it waits until it is news no more', async () => {
    const { youth } = await waiting();
    const without = testSettings(weixin.settings);
    expect((await sendWaiting(work(), without)).counts).toEqual({});
    expect(await outcomes(youth)).toEqual([null]);
    await sql`update message set made_at = now() - make_interval(hours => ${policy.messages.newsHours + 1})`.execute(
      world.db.kysely,
    );
    expect((await sendWaiting(work(), without)).counts).toEqual({});
    expect(await outcomes(youth)).toEqual(['late']);
  });

  it('not to somebody who does not want it any more: it is dropped', async () => {
    const { youth } = await waiting(false);
    expect(await send()).toEqual({ unwanted: 1 });
    await later();
    expect(await send()).toEqual({});
    expect(await outcomes(youth)).toEqual(['unwanted']);
    expect(sends()).toBe(1);
  });
});

describe('D8.1 at most once', () => {
  it('two clocks at once send each message once', async () => {
    await several(6);
    const runs = await allAtOnce(world, [send, send, send], 'message');
    const counted = runs.map((run) => (run.status === 'fulfilled' ? (run.value.sent ?? 0) : 'broken'));
    expect(counted.reduce((sum: number, n) => sum + Number(n), 0)).toBe(6);
    expect(weixin.sent).toHaveLength(6);
    expect(new Set(weixin.sent.map(({ openid }) => openid)).size).toBe(6);
  }, 60_000);

  it('what one holds another does not get; when the hold has run out it does', async () => {
    await waiting();
    const [held] = await claim();
    expect(held).toMatchObject({ kind: 'answer', about: 'correction' });
    expect(await claim()).toEqual([]);
    expect(await send()).toEqual({});
    await later();
    expect(await send()).toEqual({ sent: 1 });
  });

  it('a process that dies after the claim, before it asks WeChat: the next one sends it', async () => {
    const { youth } = await waiting();
    await claim();
    await later();
    expect(await send()).toEqual({ sent: 1 });
    expect(await outcomes(youth)).toEqual(['sent']);
  });

  it('a process that dies after it has begun: it may have been sent, and is not sent again', async () => {
    const { youth } = await waiting();
    const claimId = randomUUID();
    const [held] = await claim(claimId);
    expect(await queue.begin(db, held?.id ?? '', claimId)).toBe(youth.openid);
    await later();
    expect(await send()).toEqual({});
    expect(await outcomes(youth)).toEqual(['unknown']);
    expect(weixin.sent).toEqual([]);
  });

  it('nobody begins what another holds, what has begun, or what was held too long', async () => {
    const { youth } = await waiting();
    const claimId = randomUUID();
    const [held] = await claim(claimId);
    const id = held?.id ?? '';
    expect(await queue.begin(db, id, randomUUID())).toBeNull();
    expect(await queue.begin(db, id, claimId)).toBe(youth.openid);
    expect(await queue.begin(db, id, claimId)).toBeNull();
    await queue.end(db, id, randomUUID(), 'sent');
    expect(await outcomes(youth)).toEqual([null]);
    await queue.again(db, id, claimId, 0);
    const [taken] = await claim(claimId);
    await later();
    expect(await queue.begin(db, taken?.id ?? '', claimId)).toBeNull();
  });

  it('who comes back late with what came of it is believed, and puts nothing back', async () => {
    const { youth } = await waiting();
    const claimId = randomUUID();
    const [held] = await claim(claimId);
    const id = held?.id ?? '';
    await queue.begin(db, id, claimId);
    await later();
    await claim();
    await queue.again(db, id, claimId, 0);
    expect(await outcomes(youth)).toEqual(['unknown']);
    await queue.end(db, id, claimId, 'sent');
    expect(await outcomes(youth)).toEqual(['sent']);
  });

  it('WeChat has trouble of its own: nobody knows, and it is not sent again', async () => {
    const { youth } = await waiting();
    weixin.order(SEND, -1);
    expect(await send()).toEqual({ unknown: 1 });
    await later();
    expect(await send()).toEqual({});
    expect(await outcomes(youth)).toEqual(['unknown']);
  });
});

describe('what WeChat refused before it was sent is tried again', () => {
  it.each([
    ['the day’s quota is used up', SEND, 45009],
    ['the secret is wrong', TOKEN, 40125],
    ['the template is not known yet', SEND, 40037],
  ])('%s', async (_, path, errcode) => {
    const { youth } = await waiting();
    // The content check of what the youth asked for has fetched one.
    weixin.endToken();
    weixin.order(path, errcode);
    expect(await send()).toEqual({ notSent: 1 });
    expect(await send()).toEqual({});
    await later();
    expect(await send()).toEqual({ sent: 1 });
    expect(await outcomes(youth)).toEqual(['sent']);
    expect(weixin.sent).toHaveLength(1);
  });

  it('nobody answers there', async () => {
    await waiting();
    const nowhere = { ...settings(), APP_WX_API: 'http://127.0.0.1:1999/weixin' };
    expect((await sendWaiting(work(), nowhere)).counts).toEqual({ notSent: 1 });
    await later();
    expect(await send()).toEqual({ sent: 1 });
  });

  it.each([
    ['WeChat refuses', 45009, 'notSent'],
    ['nobody knows', -1, 'unknown'],
  ])(
    '%s: the run ends there, and asks no more',
    async (_, errcode, outcome) => {
      await several(policy.messages.batch + 1);
      weixin.order(SEND, errcode, policy.messages.batch);
      expect(await send()).toEqual({ [outcome]: policy.messages.batch });
      expect(sends()).toBe(policy.messages.batch);
    },
    60_000,
  );
});

describe('nothing is sent to an account that is not the person’s any more', () => {
  it.each<[string, (people: Awaited<ReturnType<typeof waiting>>) => Promise<unknown>]>([
    ['D9.5 closed', ({ youth }) => call(world.house, youth, 'privacy.close', { requestId: rid() })],
    [
      'C7 replaced',
      async ({ youth, administrator }) => {
        await anAsking(world, youth.name, world.orgs.nanhai);
        await approveOnly(world, administrator, await lastAsking(world, youth.name));
      },
    ],
  ])('%s, before it was claimed and between the claim and the sending', async (_, goes) => {
    await goes(await waiting());
    expect(await send()).toEqual({});
    const people = await waiting();
    const claimId = randomUUID();
    const [held] = await claim(claimId);
    await goes(people);
    expect(await queue.begin(db, held?.id ?? '', claimId)).toBeNull();
    expect(weixin.sent).toEqual([]);
  });

  it('another app’s messages stay where they are', async () => {
    const { youth } = await waiting();
    expect((await sendWaiting(work(), { ...settings(), APP_WX_APPID: 'wx0000000000000000' })).counts).toEqual({});
    expect(await outcomes(youth)).toEqual([null]);
  });
});
