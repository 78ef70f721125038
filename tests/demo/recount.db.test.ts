import { dayOf } from '../../cloudfunctions/api/kernel/calendar';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { LONGEST_REGISTERED_DAYS } from '../../local/demo/youths';
import { figuresAsOf, fixStock, recount, type FiguresOfPost } from '../../local/recount';
import { demoDatabase, type TestDatabase } from '../support/database';

const DAY_MS = 86_400_000;
const now = new Date();
const daysFromNow = (days: number): string => dayOf(new Date(now.getTime() + days * DAY_MS));

jest.setTimeout(60_000);

let database: TestDatabase;
let db: Database;
let posts: number;
let heldByHe: string;
beforeAll(async () => {
  database = await demoDatabase();
  db = openDatabase(database.ownerUrl);
  const rows = await db.kysely
    .selectFrom('post as p')
    .innerJoin('person as c', 'c.id', 'p.person_id')
    .select(['p.id', 'c.name'])
    .execute();
  posts = rows.length;
  heldByHe = rows.find(({ name }) => name === '何志远')?.id ?? '';
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
  expect(await recount(db)).toEqual({ posts, differences: [], lateOtherwise: 0 });
});

it('D2.1 a recount notices a stock that was changed by hand, and puts it right when asked', async () => {
  const { post_id: postId, school } = await db.kysely
    .updateTable('stock')
    .set((eb) => ({ school: eb('school', '+', 1) }))
    .where('post_id', '=', heldByHe)
    .returning(['post_id', 'school'])
    .executeTakeFirstOrThrow();
  const differences = [{ postId, figure: 'school', stock: school, recounted: school - 1 }];
  expect(await recount(db)).toEqual({ posts, differences, lateOtherwise: 0 });
  expect(await fixStock(db)).toEqual({ posts, differences, lateOtherwise: 0 });
  expect(await recount(db)).toEqual({ posts, differences: [], lateOtherwise: 0 });
});

it('D2.1 a recount notices a post without a stock', async () => {
  const { post_id: postId, held } = await db.kysely
    .deleteFrom('stock')
    .where('post_id', '=', heldByHe)
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
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  const held = Number(n);
  const { counted, overAge } = total(await figuresAsOf(db, daysFromNow(0)));
  expect(counted + overAge).toBe(held);
  expect(total(await figuresAsOf(db, daysFromNow(-LONGEST_REGISTERED_DAYS - 1)))).toEqual({ counted: 0, overAge: 0 });
  // the youngest are 14, and 36 after 22 years
  expect(total(await figuresAsOf(db, daysFromNow(23 * 365)))).toEqual({ counted: 0, overAge: held });
});

it('D10.1 as of a day: it ends at midnight in Shanghai', async () => {
  const [yesterday, today] = [daysFromNow(-1), daysFromNow(0)];
  const midnight = new Date(`${today}T00:00:00+08:00`);
  const { id } = await db.kysely
    .selectFrom('contact')
    .select('id')
    .where('ended_at', 'is', null)
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
    .where('ended_at', 'is', null)
    .where('counts_until', '>', today)
    .where('started_at', '<', new Date(now.getTime() - 2 * DAY_MS))
    .returning('id')
    .execute();
  expect(await figuresAsOf(db, yesterday)).toEqual(before.yesterday);
  expect(total(await figuresAsOf(db, today)).counted).toBe(before.today.counted - ended.length);
});
