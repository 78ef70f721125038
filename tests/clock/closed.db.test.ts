import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Database } from '../../cloudfunctions/api/kernel/db';
import { purge } from '../../local/purge';
import { figuresAsOf, recount } from '../../local/recount';
import { saying } from '../contactLog/logging';
import { call, FIELD_KEY, rid } from '../support/house';
import { aWorld, type World } from '../support/world';
import { asClock, daysAgo } from './clock';

let world: World;
let clock: Database;
beforeAll(async () => {
  world = await aWorld();
  clock = asClock(world);
});
afterAll(async () => {
  await clock.end();
  await world.end();
});

const closed = ({ db }: World, personId: string, days: number) =>
  db.kysely
    .updateTable('person')
    .set({ closed_at: daysAgo(days) })
    .where('id', '=', personId)
    .execute();

/** Every text of every table of people, to look for what must be nowhere. */
async function everything({ db }: World): Promise<string> {
  const tables = [
    'person',
    'youth',
    'account',
    'session',
    'consent',
    'channel',
    'code',
    'code_use',
    'block',
    'contact',
    'contact_log',
    'contact_log_version',
    'log_dispute',
  ];
  const rows = tables.map((table) =>
    sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(db.kysely),
  );
  return JSON.stringify((await Promise.all(rows)).map((one) => one.rows));
}

it('D9.5 of who has closed the account nothing is left but numbers, 10 days later', async () => {
  const { factory, orgs, house } = world;
  const name = `林${uuidv7().slice(-4)}`;
  const unit = `unit ${uuidv7()}`;
  const cadre = factory.aCadre({ org: orgs.nanhai });
  const youth = factory.aYouth({ name, unit, birthMonth: '2001-07-01', registeredAt: daysAgo(400) });
  const one = factory.aContact({ cadre, youth, startedAt: daysAgo(300) });
  factory.aBlock(youth, cadre);
  factory.aChannel(cadre, { kind: 'phone', circle: 'everybody', value: '13800138000' }, FIELD_KEY);
  await factory.save();
  await call(house, youth, 'contact.code', { kind: 'youth' });
  const said = { ...saying([one]), text: `和${name}聊过` };
  const { logId } = await call(house, cadre, 'contactLog.write', { ...said, requestId: rid() });
  await call(house, cadre, 'contactLog.edit', { logId, ...said, requestId: rid() });
  await call(house, youth, 'contactLog.dispute', { logId, requestId: rid() });
  const answer = { logId, contactId: one.contactId, text: `${name}，是你`, requestId: rid() };
  await call(house, cadre, 'contactLog.answer', answer);
  const meeting = { cadre_id: cadre.personId, youth_id: youth.personId, day: '2026-01-01', scanned_by: 'cadre' };
  await world.db.kysely
    .insertInto('meeting')
    .values({ ...meeting, at: daysAgo(1) })
    .execute();
  await sql`update contact set ended_at = ${daysAgo(100)}, ended_by = 'left' where id = ${one.contactId}`.execute(
    world.db.kysely,
  );
  const day = daysAgo(200).toISOString().slice(0, 10);
  const before = await figuresAsOf(world.db, day);
  await closed(world, youth.personId, 31);

  await purge(clock, new Date());

  const left = await everything(world);
  for (const gone of [name, unit, youth.openid, '2001-07', '2037']) expect(left).not.toContain(gone);
  const ofYouth = world.db.kysely.selectFrom('youth').selectAll().where('person_id', '=', youth.personId);
  expect(await ofYouth.execute()).toMatchObject([{ birth_month: '2001-01-01', field: youth.field, unit: null }]);
  const meetings = world.db.kysely.selectFrom('meeting').select('day').where('youth_id', '=', youth.personId);
  expect(await meetings.execute()).toEqual([]);
  const ofContact = world.db.kysely.selectFrom('contact').select(['id', 'field']).where('id', '=', one.contactId);
  expect(await ofContact.execute()).toEqual([{ id: one.contactId, field: youth.field }]);
  expect(await figuresAsOf(world.db, day)).toEqual(before);
  expect((await recount(world.db)).differences).toEqual([]);
  expect(await everything(world)).toContain(cadre.name);
});

it('D9.5 who came due (over 35) while a contact stood stays so in the figures of that time', async () => {
  const { factory, orgs } = world;
  const cadre = factory.aCadre({ org: orgs.nanhai });
  const youth = factory.aYouth({ birthMonth: '1990-01-01', registeredAt: daysAgo(400) });
  const started = new Date('2025-11-01T00:00:00Z');
  const contact = factory.aContact({ cadre, youth, startedAt: started, ended: { at: daysAgo(60), by: 'left' } });
  await factory.save();
  await sql`update contact set counts_until = '2026-02-01' where id = ${contact.contactId}`.execute(world.db.kysely);
  const figures = () => Promise.all(['2026-01-31', '2026-02-01'].map((day) => figuresAsOf(world.db, day)));
  const before = await figures();
  await closed(world, youth.personId, 31);
  await purge(clock, new Date());
  expect(await figures()).toEqual(before);
});

it('D9.5 until then, and for everybody who is here, nothing is touched', async () => {
  const { factory, orgs } = world;
  const cadre = factory.aCadre({ org: orgs.nanhai });
  const [here, leaving] = [factory.aYouth(), factory.aYouth()];
  for (const youth of [here, leaving])
    factory.aContact({ cadre, youth, startedAt: daysAgo(300), ended: { at: daysAgo(200), by: 'left' } });
  await factory.save();
  await closed(world, leaving.personId, 9);
  const before = await everything(world);
  await purge(clock, new Date());
  expect(await everything(world)).toBe(before);
});

it('D9.10 beside live traffic: registrations go on, and what is due goes', async () => {
  const { factory, orgs, house, db } = world;
  const cadres = Array.from({ length: 4 }, () => factory.aCadre({ org: orgs.nanhai }));
  const youths = Array.from({ length: 24 }, () => factory.aYouth());
  const gone = Array.from({ length: 40 }, () => factory.aYouth());
  await factory.save();
  await sql`update person set closed_at = ${daysAgo(40)} where id = any(${gone.map(({ personId }) => personId)}::uuid[])`.execute(
    db.kysely,
  );
  const codes = await Promise.all(youths.map((youth) => call(house, youth, 'contact.code', { kind: 'youth' })));
  const registrations = new AbortController();
  const purges = (async () => {
    while (!registrations.signal.aborted) {
      for (const { personId } of gone.slice(0, 5)) {
        await sql`insert into access_log (viewer_id, viewer_name, capacity, subject_id, look, at)
          select ${personId}, '', '', ${personId}, 'list', ${daysAgo(1200)} from generate_series(1, 50)`.execute(
          db.kysely,
        );
      }
      await Promise.all([purge(clock, new Date()), purge(clock, new Date())]);
    }
  })();
  const registered = await Promise.all(
    cadres.flatMap((cadre, i) =>
      codes
        .slice(i * 6, i * 6 + 6)
        .map(({ codes: [code] }) =>
          call(house, cadre, 'contact.register', { text: code?.text ?? '', requestId: rid() }),
        ),
    ),
  );
  registrations.abort();
  await purges;
  expect(registered).toHaveLength(24);
  await purge(clock, new Date());
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from person
    where name <> '' and closed_at < ${daysAgo(10)}`.execute(db.kysely);
  expect(rows[0]?.n).toBe(0);
  expect((await recount(db)).differences).toEqual([]);
}, 60_000);
