import { dayOf } from '../../cloudfunctions/api/kernel/calendar';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { loadDemo } from '../../local/demo/load';
import { figuresAsOf, fixStock, recount, type FiguresOfPost } from '../../local/recount';
import { freshDatabase, type TestDatabase } from '../support/database';
import { FIELD_KEY } from '../support/house';

const DAY_MS = 86_400_000;
const now = new Date();
const daysFromNow = (days: number): string => dayOf(new Date(now.getTime() + days * DAY_MS));

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await freshDatabase();
  await loadDemo(database.ownerUrl, { fieldKey: FIELD_KEY, now });
  db = openDatabase(database.ownerUrl);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const total = (posts: FiguresOfPost[]) => ({
  counted: posts.reduce((sum, { counted }) => sum + counted, 0),
  overAge: posts.reduce((sum, { overAge }) => sum + overAge, 0),
});

it('D2.1 the stock of the demo is what a recount finds', async () => {
  expect(await recount(db)).toEqual({ posts: 60, differences: [] });
});

it('D2.1 a recount notices a stock that was changed by hand, and puts it right when asked', async () => {
  const { post_id: postId, school } = await db.kysely
    .updateTable('stock')
    .set((eb) => ({ school: eb('school', '+', 1) }))
    .where('held', '=', 84)
    .returning(['post_id', 'school'])
    .executeTakeFirstOrThrow();
  const differences = [{ postId, figure: 'school', stock: school, recounted: school - 1 }];
  expect(await recount(db)).toEqual({ posts: 60, differences });
  expect(await fixStock(db)).toEqual({ posts: 60, differences });
  expect(await recount(db)).toEqual({ posts: 60, differences: [] });
});

it('D2.1 a recount notices a post without a stock', async () => {
  const { post_id: postId, held } = await db.kysely
    .deleteFrom('stock')
    .where('held', '=', 84)
    .returning(['post_id', 'held'])
    .executeTakeFirstOrThrow();
  const { differences } = await recount(db);
  expect(differences).toContainEqual({ postId, figure: 'held', stock: null, recounted: held });
  await fixStock(db);
  expect((await recount(db)).differences).toEqual([]);
});

it('D1.3 as of a day: contacts that had begun by then count, and youths over 35 by then do not', async () => {
  const { n } = await db.kysely
    .selectFrom('contact')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  const held = Number(n);
  const { counted, overAge } = total(await figuresAsOf(db, daysFromNow(0)));
  expect(counted + overAge).toBe(held);
  expect(total(await figuresAsOf(db, daysFromNow(-201)))).toEqual({ counted: 0, overAge: 0 });
  // the youngest are 15, and 36 after 21 years
  expect(total(await figuresAsOf(db, daysFromNow(22 * 365)))).toEqual({ counted: 0, overAge: held });
});

it('D10.1 as of a day: it ends at midnight in Shanghai', async () => {
  const [yesterday, today] = [daysFromNow(-1), daysFromNow(0)];
  const midnight = new Date(`${today}T00:00:00+08:00`);
  const { id } = await db.kysely
    .selectFrom('contact')
    .select('id')
    .where('counts_until', '>', today)
    .limit(1)
    .executeTakeFirstOrThrow();
  const countedYesterday = async (startedAt: Date) => {
    await db.kysely.updateTable('contact').set({ started_at: startedAt }).where('id', '=', id).execute();
    return total(await figuresAsOf(db, yesterday)).counted;
  };
  const inTime = await countedYesterday(new Date(midnight.getTime() - 1));
  expect(await countedYesterday(midnight)).toBe(inTime - 1);
});

it('D10.4 as of a day: a contact that ended later counts still, one that ended on it does not', async () => {
  const [yesterday, today] = [daysFromNow(-1), daysFromNow(0)];
  const before = { yesterday: await figuresAsOf(db, yesterday), today: total(await figuresAsOf(db, today)) };
  const ended = await db.kysely
    .updateTable('contact')
    .set({ ended_at: now, ended_by: 'left' })
    .where('counts_until', '>', today)
    .where('started_at', '<', new Date(now.getTime() - 2 * DAY_MS))
    .returning('id')
    .execute();
  expect(await figuresAsOf(db, yesterday)).toEqual(before.yesterday);
  expect(total(await figuresAsOf(db, today)).counted).toBe(before.today.counted - ended.length);
});
