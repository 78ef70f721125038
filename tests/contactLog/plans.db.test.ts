import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { watchStatements, type Statement } from '../../local/bench/statements';
import { BUSY, makeSurroundings, type Surroundings } from '../../local/bench/surroundings';
import { EACH, fillLogs } from '../support/manyLogs';
import { freshDatabase, type TestDatabase } from '../support/database';
import { call, FIELD_KEY, identityOf, openHouse, rid } from '../support/house';
import { readFromEndToEnd } from '../support/plans';
import { saying } from './logging';

let database: TestDatabase;
let house: ReturnType<typeof openHouse>;
/** As the functions' own connections are. */
let api: Database;
let around: Surroundings;
let asked: Statement[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  around = await makeSurroundings(database.ownerUrl, BUSY, FIELD_KEY);
  await fillLogs(database.ownerUrl);
  house = openHouse(database.apiUrl);
  watchStatements(house.database.pool, (statement) => asked.push(statement));
  api = openDatabase(database.apiUrl, { max: 1 });
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
    ['contact.list', () => ({ quiet: true as const })],
    ['contactLog.quarter', () => ({})],
    ['contactLog.year', () => ({})],
    ['contactLog.todos', () => ({})],
    ['contactLog.write', () => ({ ...aboutTheContact(), requestId: rid() })],
  ] as const)('%s', async (operation, inputOf) => {
    await call(house, identityOf({ personId: around.cadreId }), operation, inputOf() as never);
    expect(await readFromEndToEnd(api.pool, asked, around.cadreId)).toEqual([]);
  });

  it('what is written about a youth, and what the youth says to it', async () => {
    const youth = identityOf({ personId: around.youthId });
    await call(house, youth, 'contact.holders', {});
    const { items } = await call(house, youth, 'contactLog.aboutMe', {});
    expect(items.length).toBeGreaterThan(EACH);
    const logId = items[0]?.logId ?? '';
    await call(house, youth, 'contactLog.dispute', { logId, requestId: rid() });
    expect(await readFromEndToEnd(api.pool, asked, around.youthId)).toEqual([]);
  });

  it('the disputes of an organisation', async () => {
    await call(house, identityOf({ personId: around.administratorId }), 'contactLog.disputes', {});
    expect(await readFromEndToEnd(api.pool, asked, around.administratorId)).toEqual([]);
  });
});
