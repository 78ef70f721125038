import { demoIsLoaded, loadDemo } from '../../local/demo/load';
import { freshDatabase, type TestDatabase } from '../support/database';
import { FIELD_KEY } from '../support/house';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

it('a load that breaks off leaves nothing; done again, it loads all; once more, it refuses', async () => {
  const { ownerUrl } = database;
  await expect(loadDemo(ownerUrl, { fieldKey: 'k1:too-short' })).rejects.toThrow();
  expect(await demoIsLoaded(ownerUrl)).toBe(false);

  await loadDemo(ownerUrl, { fieldKey: FIELD_KEY });
  expect(await demoIsLoaded(ownerUrl)).toBe(true);
  await expect(loadDemo(ownerUrl, { fieldKey: FIELD_KEY })).rejects.toThrow('wants an empty one');
});
