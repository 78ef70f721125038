import { sql } from 'kysely';
import { Pool } from 'pg';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { watchStatements, type Statement } from '../../local/bench/statements';
import { BUSY, makeSurroundings, type Surroundings } from '../../local/bench/surroundings';
import { freshDatabase, type TestDatabase } from '../support/database';
import { call, FIELD_KEY, identityOf, openHouse, rid } from '../support/house';
import { readFromEndToEnd } from '../support/plans';
import { saying } from './logging';

let database: TestDatabase;
let house: ReturnType<typeof openHouse>;
let api: Pool;
let around: Surroundings;
let asked: Statement[] = [];

const EACH = 5;

/** Of every contact some logs, with the numbers that follow from them. */
async function fillLogs(ownerUrl: string): Promise<void> {
  const db = openDatabase(ownerUrl, { patient: true });
  const { kysely } = db;
  await sql`alter table contact_log_mark disable trigger user`.execute(kysely);
  await sql`
    insert into contact_log (id, cadre_id, post_id, org_id, task, way, activity, day, late, text, text_state, youths,
      standing, met, written_at)
    select overlay(c.id::text placing lpad(to_hex(n), 4, '0') from 1 for 4)::uuid, c.cadre_id, c.post_id, c.org_id, 'help',
      'faceToFace', false, current_date - n * 9, false, '', 'shown', 1, 1, 0, now()
    from contact c, generate_series(1, ${EACH}::int) n`.execute(kysely);
  await sql`
    insert into contact_log_mark (log_id, contact_id, cadre_id, youth_id, day, counts)
    select overlay(c.id::text placing lpad(to_hex(n), 4, '0') from 1 for 4)::uuid, c.id, c.cadre_id, c.youth_id,
      current_date - n * 9, true
    from contact c, generate_series(1, ${EACH}::int) n`.execute(kysely);
  await sql`insert into voice_day select post_id, day, count(*), 0 from contact_log group by 1, 2`.execute(kysely);
  await sql`
    insert into flow select post_id, date_trunc('quarter', day), org_id, count(*), 1, 0, 0, 0 from contact_log
    group by 1, 2, 3`.execute(kysely);
  await sql`
    insert into log_dispute (id, log_id, raised_at, settled_at, outcome)
    select gen_random_uuid(), id, now(), now(), 'stands' from contact_log where random() < 0.1`.execute(kysely);
  await sql`analyze log_dispute, contact_log, contact_log_mark, voice_day, flow`.execute(kysely);
  await db.end();
}

beforeAll(async () => {
  database = await freshDatabase();
  around = await makeSurroundings(database.ownerUrl, BUSY, FIELD_KEY);
  await fillLogs(database.ownerUrl);
  house = openHouse(database.apiUrl);
  watchStatements(house.database.pool, (statement) => asked.push(statement));
  api = new Pool({ connectionString: database.apiUrl, max: 1 });
}, 180_000);
beforeEach(() => (asked = []));
afterAll(async () => {
  await api.end();
  await house.end();
  await database.drop();
});

const aboutTheContact = () => ({ ...saying([]), contactIds: [around.contactId] });

describe('D2.3 with 50,000 logs of others around, nothing that grows is read from end to end', () => {
  it.each([
    ['contactLog.offer', () => ({})],
    ['contactLog.list', () => ({})],
    ['contactLog.list', () => ({ contactId: around.contactId, from: '2020-01-01', only: 'counting' as const })],
    ['contactLog.quarter', () => ({})],
    ['contactLog.year', () => ({})],
    ['contactLog.todos', () => ({})],
    ['contactLog.write', () => ({ ...aboutTheContact(), requestId: rid() })],
  ] as const)('%s', async (operation, inputOf) => {
    await call(house, identityOf({ personId: around.cadreId }), operation, inputOf() as never);
    expect(await readFromEndToEnd(api, asked, around.cadreId)).toEqual([]);
  });

  it('what is written about a youth, and what the youth says to it', async () => {
    const youth = identityOf({ personId: around.youthId });
    const { items } = await call(house, youth, 'contactLog.aboutMe', {});
    expect(items.length).toBeGreaterThan(EACH);
    const logId = items[0]?.logId ?? '';
    await call(house, youth, 'contactLog.dispute', { logId, requestId: rid() });
    expect(await readFromEndToEnd(api, asked, around.youthId)).toEqual([]);
  });

  it('the disputes of an organisation', async () => {
    await call(house, identityOf({ personId: around.administratorId }), 'contactLog.disputes', {});
    expect(await readFromEndToEnd(api, asked, around.administratorId)).toEqual([]);
  });
});
