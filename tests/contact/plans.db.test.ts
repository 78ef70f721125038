import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { watchStatements, type Statement } from '../../local/bench/statements';
import { BUSY, makeSurroundings, type Surroundings } from '../../local/bench/surroundings';
import { freshDatabase, type TestDatabase } from '../support/database';
import { call, FIELD_KEY, identityOf, openHouse } from '../support/house';
import { fillLogs } from '../support/manyLogs';
import { plansOf, readFromEndToEnd } from '../support/plans';

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

describe('D2.2 with 10,000 contacts of others around, nothing that grows is read from end to end', () => {
  it.each(['', 'li'])('the list, searched for %p', async (search) => {
    await call(house, identityOf({ personId: around.cadreId }), 'contact.list', search ? { search } : {});
    expect(await readFromEndToEnd(api.pool, asked, around.cadreId)).toEqual([]);
  });

  it('one youth', async () => {
    await call(house, identityOf({ personId: around.cadreId }), 'contact.youth', { contactId: around.contactId });
    expect(await readFromEndToEnd(api.pool, asked, around.cadreId)).toEqual([]);
  });

  it('the home of a cadre', async () => {
    await call(house, identityOf({ personId: around.cadreId }), 'org.me', {});
    expect(await readFromEndToEnd(api.pool, asked, around.cadreId)).toEqual([]);
  });

  it('who holds me', async () => {
    await call(house, identityOf({ personId: around.youthId }), 'contact.holders', {});
    expect(await readFromEndToEnd(api.pool, asked, around.youthId)).toEqual([]);
  });

  it('D1.3 the sums of the province find the contacts that have come due by their index', async () => {
    await call(house, identityOf({ personId: around.administratorId }), 'org.overview', {});
    const nodes = await plansOf(api.pool, asked, around.administratorId);
    expect(nodes.map((node) => node['Index Name'])).toContain('contact_due');
  });
});
