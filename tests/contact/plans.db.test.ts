import { Pool } from 'pg';
import { watchStatements, type Statement } from '../../local/bench/statements';
import { BUSY, makeSurroundings, type Surroundings } from '../../local/bench/surroundings';
import { freshDatabase, type TestDatabase } from '../support/database';
import { call, FIELD_KEY, identityOf, openHouse } from '../support/house';

const GROWING = ['person', 'youth', 'post', 'stock', 'contact', 'consent', 'channel', 'access_log'];

let database: TestDatabase;
let house: ReturnType<typeof openHouse>;
let api: Pool;
let around: Surroundings;
let asked: Statement[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  around = await makeSurroundings(database.ownerUrl, BUSY, FIELD_KEY);
  house = openHouse(database.apiUrl);
  watchStatements(house.database.pool, (statement) => asked.push(statement));
  api = new Pool({ connectionString: database.apiUrl, max: 1 });
}, 120_000);
beforeEach(() => (asked = []));
afterAll(async () => {
  await api.end();
  await house.end();
  await database.drop();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

interface Explained {
  'QUERY PLAN': { Plan: Plan }[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** What the plans of a statement are made of, as the acting person. */
async function planned(personId: string, { text, values }: Statement): Promise<Plan[]> {
  const client = await api.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.person', $1, true), set_config('app.actor_key', $2, true), set_config('app.day', $3, true)`,
      [personId, `p:${personId}`, '2026-11-26'],
    );
    // For these values, and for whatever values, which a statement is planned for from its sixth time on.
    const explained = [
      await client.query<Explained>(`explain (format json) ${text}`, values),
      await client.query<Explained>(`explain (format json, generic_plan) ${text}`),
    ];
    return explained
      .flatMap(({ rows }) => rows)
      .flatMap((row) => row['QUERY PLAN'])
      .flatMap(({ Plan }) => nodesOf(Plan));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function plansOf(personId: string): Promise<Plan[]> {
  const selects = asked.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && /\bfrom\b/.test(text));
  expect(selects.length).toBeGreaterThan(0);
  const nodes: Plan[] = [];
  for (const statement of selects) nodes.push(...(await planned(personId, statement)));
  return nodes;
}

/** The tables that grow with others and that are read from end to end. */
async function readFromEndToEnd(personId: string): Promise<string[]> {
  const nodes = await plansOf(personId);
  return nodes
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .flatMap((node) => node['Relation Name'] ?? [])
    .filter((table) => GROWING.includes(table));
}

describe('D2.2 with 10,000 contacts of others around, nothing that grows is read from end to end', () => {
  it.each(['', 'li'])('the list, searched for %p', async (search) => {
    await call(house, identityOf({ personId: around.cadreId }), 'contact.list', search ? { search } : {});
    expect(await readFromEndToEnd(around.cadreId)).toEqual([]);
  });

  it('one youth', async () => {
    await call(house, identityOf({ personId: around.cadreId }), 'contact.youth', { contactId: around.contactId });
    expect(await readFromEndToEnd(around.cadreId)).toEqual([]);
  });

  it('the home of a cadre', async () => {
    await call(house, identityOf({ personId: around.cadreId }), 'org.me', {});
    expect(await readFromEndToEnd(around.cadreId)).toEqual([]);
  });

  it('who holds me', async () => {
    await call(house, identityOf({ personId: around.youthId }), 'contact.holders', {});
    expect(await readFromEndToEnd(around.youthId)).toEqual([]);
  });

  it('D1.3 the sums of the province find the contacts that have come due by their index', async () => {
    await call(house, identityOf({ personId: around.administratorId }), 'org.overview', {});
    const nodes = await plansOf(around.administratorId);
    expect(nodes.map((node) => node['Index Name'])).toContain('contact_due');
  });
});
