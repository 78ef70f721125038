import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { recount } from '../../local/recount';
import type { MadeContact, MadeYouth } from '../factory';
import { allAtOnce, behind, outcomes } from '../support/barrier';
import { call, rid } from '../support/house';
import { liveCode } from '../support/world';
import * as logging from './logging';
import { answers, daysAgo, inAWorld, noonOf, own, remove, saying, says, today, twoOf, world } from './logging';

inAWorld();

/** Without a line, which would be put before WeChat between two transactions: here callers meet in one. */
const log = (...[cadre, contacts, said, now]: Parameters<typeof logging.write>) =>
  logging.write(cadre, contacts, { text: '', ...said }, now);
const edit = (...[cadre, logId, contacts, said]: Parameters<typeof logging.edit>) =>
  logging.edit(cadre, logId, contacts, { text: '', ...said });

const ROUNDS = 50;
const DAY = today();
const NOON = noonOf(DAY);
const differences = async () => (await recount(world.db)).differences;

async function rounds(play: (two: Awaited<ReturnType<typeof twoOf>>, round: number) => Promise<void>): Promise<void> {
  const cadres = Array.from({ length: ROUNDS }, () => world.factory.aCadre({ org: world.orgs.nanhai }));
  for (const [round, cadre] of cadres.entries()) await play(await twoOf({ cadre }), round);
  expect(await differences()).toEqual([]);
}

const leave = (two: Awaited<ReturnType<typeof twoOf>>) =>
  call(world.house, two.youth, 'contact.leave', { contactId: two.contact.contactId, block: false, requestId: rid() });

it('D2.5 a log while the youth leaves: it was written before, or the contact has ended', async () => {
  await rounds(async (two) => {
    const results = await allAtOnce<unknown>(world, [() => log(two.cadre, [two.contact]), () => leave(two)]);
    expect([
      ['ok', 'ok'],
      ['CONTACT_ENDED', 'ok'],
    ]).toContainEqual(outcomes(results));
    expect(await own(two.cadre)).toHaveLength(results[0]?.status === 'fulfilled' ? 1 : 0);
  });
}, 120_000);

it('C1, D2.5 a log of today while the post ends today: it was written before, or there is no post', async () => {
  const admin = world.factory.anAdministrator({ org: world.orgs.foshan });
  await world.factory.save();
  await rounds(async ({ cadre, contact }) => {
    const results = await allAtOnce<unknown>(
      world,
      [
        () => log(cadre, [contact]),
        () => call(world.house, admin, 'org.endPost', { postId: cadre.postId, until: today(), requestId: rid() }),
      ],
      'contact, post',
    );
    expect([
      ['ok', 'ok'],
      ['LOG_WITHOUT_POST', 'ok'],
    ]).toContainEqual(outcomes(results));
  });
}, 120_000);

it('D2.3 several logs of one new day at once: the day weighs once', async () => {
  await rounds(async ({ cadre, contact }, round) => {
    const days = [0, 0, 9, 0, 9];
    const results = await allAtOnce(
      world,
      days.map((days) => () => log(cadre, [contact], { day: daysAgo(days) })),
    );
    expect(outcomes(results)).toEqual(days.map(() => 'ok'));
    if (round % 10 === 0) expect(await differences()).toEqual([]);
  });
}, 120_000);

it('D8.1 the same request twice at once is one log', async () => {
  await rounds(async ({ cadre, contact }) => {
    const input = { ...saying([contact], { text: '' }), requestId: rid() };
    const write = () => call(world.house, cadre, 'contactLog.write', input);
    const [first, second] = await allAtOnce(world, [write, write]);
    expect(first).toEqual(second);
    expect(await own(cadre)).toHaveLength(1);
  });
}, 120_000);

it('D2.5 "这不是我" while the cadre changes or deletes the log: one after the other, and the figures agree', async () => {
  await rounds(async ({ cadre, youth, contact }, round) => {
    const { logId } = await log(cadre, [contact]);
    const change = () => (round % 2 ? remove(cadre, logId) : edit(cadre, logId, [contact], { day: daysAgo(1) }));
    const results = await allAtOnce<unknown>(world, [() => says(youth, 'dispute', logId), change], 'contact_log');
    expect([
      ['ok', 'ok'],
      ['LOG_DISPUTED', 'ok'],
      ['LOG_NOT_FOUND', 'ok'],
    ]).toContainEqual(outcomes(results));
  });
}, 120_000);

it('D2.5 answering while the youth settles: the dispute ends once', async () => {
  await rounds(async ({ cadre, youth, contact }) => {
    const { logId } = await log(cadre, [contact]);
    await says(youth, 'dispute', logId);
    const wasMe = { logId, wasMe: true };
    const results = await allAtOnce<unknown>(
      world,
      [
        () => answers(cadre, logId, contact, null),
        () => call(world.house, youth, 'contactLog.settle', { ...wasMe, requestId: rid() }),
      ],
      'contact_log',
    );
    expect(outcomes(results)).toEqual(['DISPUTE_SETTLED', 'ok']);
  });
}, 120_000);

it('D2.3 a meeting scanned while its log is written proves it', async () => {
  await rounds(async ({ cadre, youth, contact }) => {
    const text = await liveCode(world.house, youth, NOON);
    const results = await allAtOnce<unknown>(world, [
      () => log(cadre, [contact], { way: 'faceToFace', day: DAY }, NOON),
      () => call(world.house, cadre, 'contactLog.meet', { text, requestId: rid() }, { now: NOON }),
    ]);
    expect(outcomes(results)).toEqual(['ok', 'ok']);
    expect(await own(cadre)).toMatchObject([{ people: [{ proof: 'code' }] }]);
  });
}, 120_000);

/** Whom somebody closes the account of, while another writes about them, is taken by the one or the other, in one order. */
const isFree = (personId: string) => (blocker: PoolClient) =>
  blocker.query('select from person where id = $1 for key share nowait', [personId]);

const closes = (youth: MadeYouth) => call(world.house, youth, 'privacy.close', { requestId: rid() });

it('D9.4 a meeting while the youth closes the account: neither waits for the other in a circle', async () => {
  for (let round = 0; round < 5; round++) {
    const { cadre, youth } = await twoOf();
    const text = await liveCode(world.house, youth);
    const results = await allAtOnce<unknown>(
      world,
      [
        () => call(world.house, cadre, 'contactLog.meet', { text, requestId: rid() }),
        () => behind(world, () => closes(youth)),
      ],
      'meeting',
      isFree(youth.personId),
    );
    expect(outcomes(results)).toEqual(['ok', 'ok']);
  }
});

it('D9.4 a log of a minor, or an answer, while the minor closes the account: neither waits in a circle', async () => {
  const { factory, orgs } = world;
  for (let round = 0; round < 6; round++) {
    const cadre = factory.aCadre({ org: orgs.nanhai });
    factory.approveMinors(cadre, factory.anAdministrator({ org: orgs.nanhai }));
    const birthMonth = `${new Date().getUTCFullYear() - 16}-01-01`;
    const { youth, contact } = await twoOf({ cadre, youth: { birthMonth } });
    const { logId } = await log(cadre, [contact]);
    await says(youth, 'dispute', logId);
    const writes = round % 2 ? () => log(cadre, [contact]) : () => answers(cadre, logId, contact, '是你');
    const results = await allAtOnce<unknown>(
      world,
      [writes, () => behind(world, () => closes(youth))],
      round % 2 ? 'contact_log' : 'log_dispute',
      isFree(youth.personId),
    );
    expect(outcomes(results)).toEqual(['ok', 'ok']);
  }
});

it('D9.4 a line is read while the youth closes the account: neither waits in a circle', async () => {
  const admin = world.factory.anAdministrator({ org: world.orgs.nanhai });
  await world.factory.save();
  for (let round = 0; round < 5; round++) {
    const { cadre, contact, youth } = await twoOf();
    const text = `存疑，第 ${round} 句`;
    await logging.log(cadre, [contact], { text });
    const { items } = await call(world.house, admin, 'privacy.texts', {});
    const textId = items.find((one) => one.text === text)?.textId ?? '';
    const results = await allAtOnce<unknown>(
      world,
      [
        () => call(world.house, admin, 'privacy.answerText', { textId, show: true, requestId: rid() }),
        () => behind(world, () => closes(youth)),
      ],
      'access_log',
      isFree(youth.personId),
    );
    expect(outcomes(results)).toEqual(['ok', 'ok']);
  }
});

it('C3 undoing a contact while it is logged: the log has never been', async () => {
  const { factory, orgs } = world;
  for (let round = 0; round < 10; round++) {
    const cadre = factory.aCadre({ org: orgs.nanhai });
    const youth = factory.aYouth();
    await factory.save();
    const text = await liveCode(world.house, youth);
    const { contactId } = await call(world.house, cadre, 'contact.register', { text, requestId: rid() });
    const results = await allAtOnce<unknown>(world, [
      () => log(cadre, [{ contactId } as MadeContact]),
      () => call(world.house, cadre, 'contact.undo', { contactId, requestId: rid() }),
    ]);
    expect([
      ['ok', 'ok'],
      ['CONTACT_ENDED', 'ok'],
    ]).toContainEqual(outcomes(results));
    expect(await own(cadre)).toEqual([]);
  }
  expect(await differences()).toEqual([]);
});

it('D2.3 is a race indeed: without one after the other a day is counted wrong, or not at all', async () => {
  const { rows } = await sql<{ body: string }>`select pg_get_functiondef('flow_add'::regproc) as body`.execute(
    world.db.kysely,
  );
  const body = rows[0]?.body ?? '';
  const unlocked = body.replace(/^\s*perform pg_advisory.*$/m, '');
  expect(unlocked).not.toBe(body);
  await sql.raw(unlocked).execute(world.db.kysely);
  try {
    const { cadre, contact } = await twoOf();
    const day = today();
    await log(cadre, [contact], { day });
    // The first waits for the quarter, the others behind it for the day, which each of them has read.
    await allAtOnce(
      world,
      Array.from({ length: 8 }, () => () => log(cadre, [contact], { day })),
      'flow',
    );
    expect(await differences()).not.toEqual([]);
  } finally {
    await sql.raw(body).execute(world.db.kysely);
  }
});
