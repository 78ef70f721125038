import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { demoIsLoaded, loadDemo } from '../../local/demo/load';
import { demoDatabase, freshDatabase, type TestDatabase } from '../support/database';
import { FIELD_KEY } from '../support/house';

jest.setTimeout(60_000);

let database: TestDatabase;
let loadedBefore: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  loadedBefore = await demoDatabase();
});
afterAll(() => Promise.all([database.drop(), loadedBefore.drop()]));

/** Everybody, with post, youth and all contacts, but for ids; and the moment of the load. */
async function contentOf({ ownerUrl }: TestDatabase) {
  const db = openDatabase(ownerUrl);
  try {
    const people = await db.kysely.selectFrom('person').select(['id', 'name', 'created_at']).execute();
    const posts = await db.kysely
      .selectFrom('post as p')
      .innerJoin('person as c', 'c.id', 'p.person_id')
      .innerJoin('org as o', 'o.id', 'p.org_id')
      .select(['c.name', 'o.name as org', 'p.title', 'p.service', 'p.from_day', 'p.until_day'])
      .execute();
    const contacts = await db.kysely
      .selectFrom('contact as c')
      .innerJoin('person as cadre', 'cadre.id', 'c.cadre_id')
      .innerJoin('person as held', 'held.id', 'c.youth_id')
      .innerJoin('youth as y', 'y.person_id', 'c.youth_id')
      .select(['cadre.name as cadre', 'held.name as youth', 'y.field', 'y.unit', 'y.birth_month', 'y.registered_at'])
      .select(['c.started_at', 'c.ended_at', 'c.ended_by', 'c.started_by', 'c.counts_until'])
      .execute();
    const now = new Date(Math.max(...people.map((person) => person.created_at.getTime())));
    const rows = [...people.map(({ name }) => ({ name })), ...posts, ...contacts];
    return { now, rows: rows.map((row) => JSON.stringify(row)).sort() };
  } finally {
    await db.end();
  }
}

it('a load that breaks off leaves nothing; done again, it loads all, the same as ever; once more, it refuses', async () => {
  const { ownerUrl } = database;
  const before = await contentOf(loadedBefore);
  await expect(loadDemo(ownerUrl, { fieldKey: 'k1:too-short' })).rejects.toThrow();
  expect(await demoIsLoaded(ownerUrl)).toBe(false);

  await loadDemo(ownerUrl, { fieldKey: FIELD_KEY, now: before.now });
  expect(await demoIsLoaded(ownerUrl)).toBe(true);
  expect((await contentOf(database)).rows).toEqual(before.rows);
  await expect(loadDemo(ownerUrl, { fieldKey: FIELD_KEY })).rejects.toThrow('wants an empty one');
});
