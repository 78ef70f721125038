import { TEMPLATES } from '../../local/host/functions';
import { sql } from 'kysely';
import { policy } from '../../config/policy';
import { anApplication } from '../org/inviting';
import { allAtOnce, outcomes } from '../support/barrier';
import { call, callRaw, identityOf, newcomer, rid, testSettings } from '../support/house';
import { until } from '../support/until';
import { aWorld, type World } from '../support/world';
import { allow, answered, asking, messagesOf, offering, permits, template } from './allowing';
import { anAsking, approveOnly, lastAsking } from './asking';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
beforeEach(() => offering(world));
afterAll(() => world.end());

describe('what is allowed', () => {
  it('the phone learns what may be offered, a newcomer’s too; without a template nothing is', async () => {
    const { youth } = await asking(world);
    const offered = { answer: template, todo: TEMPLATES.todo.id };
    for (const who of [identityOf(youth), newcomer('oNEWHERE')])
      expect((await call(world.house, who, 'org.me', {})).messages).toEqual(offered);
    Object.assign(world.house.settings, testSettings());
    expect((await call(world.house, youth, 'org.me', {})).messages).toEqual({});
    await allow(world.house, youth);
    expect(await permits(world, youth)).toBe(0);
  });

  it('D8.1 each acceptance is one message, once for each request, and no more are kept than the policy says', async () => {
    const { youth } = await asking(world);
    const again = { kind: 'answer', requestId: rid() } as const;
    for (let times = 0; times < 3; times++) await call(world.house, youth, 'account.allowMessage', again);
    expect(await permits(world, youth)).toBe(1);
    await allow(world.house, youth);
    expect(await permits(world, youth)).toBe(2);
    for (let times = 0; times < policy.messages.permitsAtMost; times++) await allow(world.house, youth);
    expect(await permits(world, youth)).toBe(policy.messages.permitsAtMost);
  });

  it('C4 at once, none is lost', async () => {
    const { youth } = await asking(world);
    await allow(world.house, youth);
    await allAtOnce(
      world,
      Array.from({ length: 5 }, () => () => allow(world.house, youth)),
      'message_permit',
    );
    expect(await permits(world, youth)).toBe(6);
  });

  it('of another app’s account nothing is kept', async () => {
    const { youth } = await asking(world);
    offering(world, { APP_WX_APPID: 'wx0000000000000000' });
    await allow(world.house, youth);
    expect(await permits(world, youth)).toBe(0);
  });
});

describe('with the answer a message is queued', () => {
  it('where there is a permit, once, and the permit is used', async () => {
    const { youth, administrator } = await asking(world);
    await answered(world, youth, administrator);
    expect(await messagesOf(world, youth)).toEqual([]);
    await allow(world.house, youth);
    const id = await answered(world, youth, administrator);
    await answered(world, youth, administrator);
    expect(await messagesOf(world, youth)).toMatchObject([{ about: 'correction', subject: id, outcome: null }]);
    expect(await permits(world, youth)).toBe(0);
  });

  it('D9.9 of a concern, and of an application that was approved or refused, not of one taken back', async () => {
    const { youth, contact, administrator, above } = await asking(world);
    const { house, orgs } = world;
    for (let times = 0; times < 4; times++) await allow(world.house, youth);
    const told = { contactId: contact.contactId, text: '不回消息', block: false, requestId: rid() };
    const { id } = await call(house, youth, 'privacy.reportConcern', told);
    await call(house, above, 'privacy.answerConcern', { concernId: id, answer: '已经了解', requestId: rid() });
    const apply = async () => {
      await call(house, youth, 'org.apply', anApplication(orgs.nanhai, { newcomer: null }));
      const { items } = await call(house, administrator, 'org.applications', {});
      return items.find(({ name }) => name === youth.name)?.applicationId ?? '';
    };
    await apply();
    await call(house, youth, 'org.withdrawApplication', { requestId: rid() });
    const refused = { applicationId: await apply(), reason: '请先联系我们', requestId: rid() };
    await call(house, administrator, 'org.refuseApplication', refused);
    const post = { service: 'partTime', inEstablishment: false, leadership: false, title: '委员', from: '2026-01-01' };
    const approved = {
      applicationId: await apply(),
      post: { ...post, service: 'partTime' as const },
      requestId: rid(),
    };
    await call(house, administrator, 'org.approveApplication', approved);
    expect((await messagesOf(world, youth)).map(({ about, subject }) => [about, subject])).toEqual([
      ['concern', id],
      ['application', refused.applicationId],
      ['application', approved.applicationId],
    ]);
    expect(await permits(world, youth)).toBe(1);
  });

  it('not when the answer does not stand', async () => {
    const { youth, administrator } = await asking(world);
    await allow(world.house, youth);
    await answered(world, youth, administrator);
    const [queued] = await messagesOf(world, youth);
    const second = { correctionId: queued?.subject, refusal: null, requestId: rid() };
    expect(await callRaw(world.house, identityOf(administrator), 'privacy.answerCorrection', second)).toMatchObject({
      error: { code: 'ASK_ANSWERED' },
    });
    expect(await messagesOf(world, youth)).toHaveLength(1);
  });

  it('C4 two answers at once use one permit once', async () => {
    const { youth, administrator } = await asking(world);
    await allow(world.house, youth);
    const { house } = world;
    const name = await call(house, youth, 'privacy.askName', { name: '林晓桐', requestId: rid() });
    const born = { birthYear: 1999, birthMonth: 3, requestId: rid() };
    const month = await call(house, youth, 'privacy.askBirthMonth', born);
    const results = await allAtOnce(
      world,
      [name, month].map(({ id }) => () => {
        const answer = { correctionId: id, refusal: '请带证件来', requestId: rid() };
        return call(house, administrator, 'privacy.answerCorrection', answer);
      }),
      'message_permit, youth',
    );
    expect(outcomes(results)).toEqual(['ok', 'ok']);
    expect(await messagesOf(world, youth)).toHaveLength(1);
    expect(await permits(world, youth)).toBe(0);
  });

  it('of one subject there is one message, and the permit of a second is given back', async () => {
    const { youth } = await asking(world);
    await allow(world.house, youth);
    await allow(world.house, youth);
    const queue = async () =>
      (
        await sql<{ queued: boolean }>`
          select queue_message(${youth.personId}, 'answer', 'daily', '2026-11-26') as queued`.execute(world.db.kysely)
      ).rows[0]?.queued;
    expect([await queue(), await queue()]).toEqual([true, false]);
    expect(await permits(world, youth)).toBe(1);
  });
});

describe('what is allowed is the account’s, and goes with it', () => {
  it('C7 when the account is replaced', async () => {
    const { youth, administrator } = await asking(world);
    await allow(world.house, youth);
    await answered(world, youth, administrator);
    await allow(world.house, youth);
    await anAsking(world, youth.name, world.orgs.nanhai);
    await approveOnly(world, administrator, await lastAsking(world, youth.name));
    expect([await permits(world, youth), await messagesOf(world, youth)]).toEqual([0, []]);
    await answered(world, youth, administrator);
    expect(await messagesOf(world, youth)).toEqual([]);
  });

  it('D9.5 when the account is closed', async () => {
    const { youth, administrator } = await asking(world);
    await allow(world.house, youth);
    await answered(world, youth, administrator);
    await allow(world.house, youth);
    await call(world.house, youth, 'privacy.close', { requestId: rid() });
    expect([await permits(world, youth), await messagesOf(world, youth)]).toEqual([0, []]);
  });

  it('D9.4 when the consent is taken back: what is allowed, and what waits; not what WeChat is being asked or was', async () => {
    const { youth, administrator } = await asking(world);
    const other = await asking(world);
    await allow(world.house, other.youth);
    for (let times = 0; times < 4; times++) await allow(world.house, youth);
    for (let times = 0; times < 3; times++) await answered(world, youth, administrator);
    const [sent, begun] = await messagesOf(world, youth);
    const { pool } = world.db;
    await pool.query(`update message set ended_at = now(), outcome = 'sent' where subject = $1`, [sent?.subject]);
    await pool.query(
      `update message set claim = gen_random_uuid(), held_until = now(), begun_at = now() where subject = $1`,
      [begun?.subject],
    );
    await call(world.house, youth, 'privacy.withdraw', { requestId: rid() });
    const left = (await messagesOf(world, youth)).map(({ subject }) => subject);
    expect(left.sort()).toEqual([sent?.subject, begun?.subject].sort());
    expect([await permits(world, youth), await permits(world, other.youth)]).toEqual([0, 1]);
  });

  it('D9.5 closed while one more is allowed: nobody waits for the other for ever, and nothing is left', async () => {
    const { youth } = await asking(world);
    const allowing = await world.db.pool.connect();
    const closing = await world.db.pool.connect();
    try {
      for (const client of [allowing, closing]) {
        await client.query('begin');
        await client.query(`select set_config('app.person', $1, true), set_config('app.day', '2026-11-26', true)`, [
          youth.personId,
        ]);
      }
      await closing.query('select from person where id = $1 for update', [youth.personId]);
      const allowed = allowing.query(`select allow_message('answer', $1, 20)`, [world.house.settings.APP_WX_APPID]);
      await until(async () => {
        const { rows: waiting } = await sql`select from pg_locks join pg_stat_activity using (pid)
          where not granted and datname = current_database()`.execute(world.db.kysely);
        return waiting.length > 0;
      });
      await closing.query(`set local lock_timeout = '2s'`);
      await closing.query('select close_account(now())');
      await closing.query('commit');
      expect((await allowed).rows).toEqual([{ allow_message: false }]);
    } finally {
      await Promise.all([allowing, closing].map((client) => client.query('rollback')));
      allowing.release();
      closing.release();
    }
    expect(await permits(world, youth)).toBe(0);
  });

  it('C7 replaced while the answer is given: both are done, and nothing is left for the old account', async () => {
    const { youth, administrator, above } = await asking(world);
    await allow(world.house, youth);
    const { house } = world;
    const { id } = await call(house, youth, 'privacy.askName', { name: '林晓桐', requestId: rid() });
    await anAsking(world, youth.name, world.orgs.nanhai);
    const binding = await lastAsking(world, youth.name);
    const results = await allAtOnce<unknown>(
      world,
      [
        () =>
          call(house, administrator, 'privacy.answerCorrection', {
            correctionId: id,
            refusal: '请带证件来',
            requestId: rid(),
          }),
        () => approveOnly(world, above, binding),
      ],
      'message_permit, message, account',
    );
    expect(outcomes(results)).toEqual(['ok', 'ok']);
    expect(await messagesOf(world, youth)).toEqual([]);
    expect(await permits(world, youth)).toBe(0);
  });
});
