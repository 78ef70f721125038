import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf, daysAfter, quarterOf } from '../../cloudfunctions/api/kernel/calendar';
import type { Database } from '../../cloudfunctions/api/kernel/db';
import { jobsOf } from '../../cloudfunctions/clock/jobs';
import { remindAll } from '../../cloudfunctions/clock/jobs/reminders';
import { remindBatch, type Reminder } from '../../cloudfunctions/clock/reminding';
import { runAll } from '../../cloudfunctions/clock/run';
import { allow, offering } from '../account/allowing';
import { saying } from '../contactLog/logging';
import { APP_ID, type MadePerson } from '../factory';
import { allAtOnce } from '../support/barrier';
import { call, rid, testSettings } from '../support/house';
import { aWorld, type World } from '../support/world';
import { asClock } from './clock';

let world: World;
let db: Database;
beforeAll(async () => {
  world = await aWorld();
  db = asClock(world);
  offering(world);
});
afterAll(async () => {
  await db.end();
  await world.end();
});

const today = dayOf(new Date());
const morningOf = (day: string) => new Date(`${day}T09:00:00+08:00`);
const settings = () => world.house.settings;
const work = (now = morningOf(today), hasTime = () => true) => ({ db, now, hasTime });
const remind = (day = today) => remindAll(work(morningOf(day)), settings());

/** All batches of a day, few at a time. */
async function told(more: Partial<Reminder> = {}): Promise<number> {
  const reminder = { day: today, quietBefore: null, quarter: null, week: false, days: false, ...more };
  let queued = 0;
  for (let after: string | null = null; ;) {
    const done = await remindBatch(db, APP_ID, reminder, after, 2);
    queued += done.queued;
    if (done.last === null) return queued;
    after = done.last;
  }
}

/** A cadre who was in touch with a youth that many days ago, and has allowed some messages. */
async function aCadre({ permits = 1, ago = 1 }: { permits?: number; ago?: number } = {}) {
  const { factory, orgs } = world;
  const cadre = factory.aCadre({ org: orgs.nanhai });
  const youth = factory.aYouth();
  const contact = factory.aContact({ cadre, youth, startedAt: morningOf(daysAfter(today, -200)) });
  await factory.save();
  const said = { ...saying([contact]), day: daysAfter(today, -ago), requestId: rid() };
  const { logId } = await call(world.house, cadre, 'contactLog.write', said);
  for (let n = 0; n < permits; n++) await allow(world.house, cadre, 'todo');
  return { cadre, youth, contact, logId };
}

async function disputed(wish?: Parameters<typeof aCadre>[0]) {
  const made = await aCadre(wish);
  await call(world.house, made.youth, 'contactLog.dispute', { logId: made.logId, requestId: rid() });
  return made;
}

const messagesOf = ({ personId }: MadePerson) =>
  world.db.kysely
    .selectFrom('message')
    .select(['kind', 'about', 'subject'])
    .where('person_id', '=', personId)
    .execute();
const permitsOf = async ({ personId }: MadePerson) => {
  const permit = world.db.kysely.selectFrom('message_permit').select('permits').where('person_id', '=', personId);
  return (await permit.executeTakeFirst())?.permits;
};
const sent = () => world.db.kysely.updateTable('message').set({ outcome: 'sent', ended_at: new Date() }).execute();

beforeEach(async () => {
  await world.db.kysely.deleteFrom('message').execute();
  await world.db.kysely.deleteFrom('message_permit').execute();
});

describe('D2.5 a cadre for whom something waits', () => {
  it('is told once a day, however often the clock comes, and it costs one permit', async () => {
    const { cadre } = await disputed({ permits: 3 });
    for (const queued of [1, 0, 0]) expect(await remind()).toEqual({ finished: true, counts: { queued } });
    expect(await messagesOf(cadre)).toEqual([{ kind: 'todo', about: 'todos', subject: today }]);
    expect(await permitsOf(cadre)).toBe(2);
    await sent();
    expect(await remind()).toMatchObject({ counts: { queued: 0 } });
    expect(await remind(daysAfter(today, 1))).toMatchObject({ counts: { queued: 1 } });
  });

  it('and not again while yesterday’s message has not gone', async () => {
    const { cadre } = await disputed({ permits: 3 });
    await remind();
    expect(await remind(daysAfter(today, 1))).toMatchObject({ counts: { queued: 0 } });
    expect(await permitsOf(cadre)).toBe(2);
  });

  it('who has not allowed it is not told, nor who has allowed another kind', async () => {
    const { cadre } = await disputed({ permits: 0 });
    await allow(world.house, cadre, 'answer');
    expect(await told()).toBe(0);
  });

  it('nothing waits: nothing is told, and the permit stays', async () => {
    const { cadre } = await aCadre();
    expect(await told()).toBe(0);
    expect(await permitsOf(cadre)).toBe(1);
  });

  it('D2.3 a youth who is quiet, on the day for it: exactly when the list in the app says so', async () => {
    const { cadre } = await aCadre({ ago: 31 });
    const other = await aCadre({ ago: 30 });
    expect(await told()).toBe(0);
    expect((await call(world.house, cadre, 'contactLog.todos', {})).quiet.n).toBe(1);
    expect((await call(world.house, other.cadre, 'contactLog.todos', {})).quiet.n).toBe(0);
    expect(await told({ quietBefore: daysAfter(today, -30) })).toBe(1);
    expect(await messagesOf(cadre)).toHaveLength(1);
  });

  it('D9.3 a quiet minor is nothing that waits for a cadre who is not approved', async () => {
    const { youth } = await aCadre({ ago: 31 });
    const birth = `${Number(today.slice(0, 4)) - 16}-01-01`;
    await world.db.kysely
      .updateTable('youth')
      .set({ birth_month: birth })
      .where('person_id', '=', youth.personId)
      .execute();
    expect(await told({ quietBefore: daysAfter(today, -30) })).toBe(0);
  });

  it('D2.3 the activity of the quarter, on the day for it and while it is missing', async () => {
    const quarter = quarterOf(today).from;
    const { cadre } = await aCadre();
    const other = await aCadre();
    const { post_id } = await world.db.kysely
      .selectFrom('contact_log')
      .select('post_id')
      .where('id', '=', other.logId)
      .executeTakeFirstOrThrow();
    const none = { org_id: world.orgs.nanhai.id, logs: 0, days_on_time: 0, days_late: 0, met: 0 };
    await world.db.kysely
      .insertInto('flow')
      .values({ post_id, quarter, ...none, activities: 1 })
      .onConflict((conflict) => conflict.columns(['post_id', 'quarter']).doUpdateSet({ activities: 1 }))
      .execute();
    expect(await told({ quarter })).toBe(1);
    expect(await messagesOf(cadre)).toHaveLength(1);
  });

  it('whose post has ended is not told, nor who has no post yet', async () => {
    const { cadre } = await disputed();
    const posts = (set: object) =>
      world.db.kysely.updateTable('post').set(set).where('id', '=', cadre.postId).execute();
    await posts({ until_day: today });
    expect(await told()).toBe(0);
    await posts({ until_day: null, from_day: daysAfter(today, 1) });
    expect(await told()).toBe(0);
  });

  it('several batches reach everybody', async () => {
    for (let n = 0; n < 5; n++) await (n === 2 ? aCadre() : disputed());
    expect(await told()).toBe(4);
  });
});

describe('D10.2 the job', () => {
  it('is done once a morning; without a template nobody is told', async () => {
    await disputed();
    expect(await remindAll(work(), testSettings())).toEqual({ finished: true, counts: { queued: 0 } });
    const run = (now: Date) => runAll(jobsOf(settings()), work(now));
    const day = daysAfter(today, 3);
    expect(await run(morningOf(day))).toMatchObject({ reminders: 'finished' });
    expect(await run(morningOf(day))).toMatchObject({ reminders: 'notOurs' });
    expect(await world.db.kysely.selectFrom('message').select('subject').execute()).toEqual([{ subject: day }]);
  });

  it('breaks off when the time is over, and goes on', async () => {
    await disputed();
    expect(
      await remindAll(
        work(morningOf(today), () => false),
        settings(),
      ),
    ).toMatchObject({ finished: false });
    expect(await remind()).toEqual({ finished: true, counts: { queued: 1 } });
  });
});

describe('at once', () => {
  it('two clocks: one message, one permit', async () => {
    for (let round = 0; round < 5; round++) {
      const cadres = [await disputed({ permits: 2 }), await disputed({ permits: 1 })].map(({ cadre }) => cadre);
      const results = await allAtOnce<unknown>(world, [() => remind(), () => remind()], 'message_permit');
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      for (const cadre of cadres) expect(await messagesOf(cadre)).toHaveLength(1);
      expect(await Promise.all(cadres.map(permitsOf))).toEqual([1, 0]);
      await world.db.kysely.deleteFrom('message').execute();
      await world.db.kysely.deleteFrom('message_permit').execute();
    }
  }, 60_000);

  /** With a post until yesterday: told then, closed now. */
  async function aLeaver() {
    const { cadre } = await disputed();
    await world.db.kysely.updateTable('post').set({ until_day: today }).where('id', '=', cadre.postId).execute();
    return {
      cadre,
      close: () => call(world.house, cadre, 'privacy.close', { requestId: rid() }),
      tell: () => told({ day: daysAfter(today, -1) }),
    };
  }
  const isGone = async (cadre: MadePerson) => {
    expect(await messagesOf(cadre)).toEqual([]);
    expect(await permitsOf(cadre)).toBeUndefined();
  };

  it('D9.5 told and closed: neither waits for the other in a circle, and nothing is left to be sent', async () => {
    for (let round = 0; round < 10; round++) {
      const { cadre, close, tell } = await aLeaver();
      const results = await allAtOnce<unknown>(world, [close, tell], 'account');
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      await isGone(cadre);
    }
  }, 60_000);

  it('D9.5 closed while being told: the message goes with the account', async () => {
    const { cadre, close, tell } = await aLeaver();
    let closing: Promise<unknown> = Promise.resolve();
    const [queued] = await allAtOnce(world, [tell], 'message_permit', async () => {
      closing = close();
      await sleep(300);
    });
    expect(queued).toEqual({ status: 'fulfilled', value: 1 });
    await closing;
    await isGone(cadre);
  });

  it('told and allowed once more: no permit is lost', async () => {
    for (let round = 0; round < 10; round++) {
      const { cadre } = await disputed();
      await allAtOnce<unknown>(world, [() => allow(world.house, cadre, 'todo'), () => told()], 'message_permit');
      expect([await permitsOf(cadre), (await messagesOf(cadre)).length]).toEqual([1, 1]);
    }
  }, 60_000);
});
