import { sql } from 'kysely';
import { openDatabase, type Database, type Tx } from '../../cloudfunctions/api/kernel/db';
import { isUnavailable } from '../../cloudfunctions/api/kernel/unavailable';
import { freshDatabase, type TestDatabase } from '../support/database';
import { aWire, type Wire } from '../support/wire';

let fresh: TestDatabase;
let wire: Wire;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  const url = new URL(fresh.ownerUrl);
  wire = await aWire(Number(url.port));
  url.port = String(wire.port);
  database = openDatabase(url.href, { max: 1 });
  await sql`create table noted (id int generated always as identity, word text unique)`.execute(database.kysely);
});
beforeEach(() => sql`delete from noted`.execute(database.kysely));
afterAll(async () => {
  await database.end();
  await wire.close();
  await fresh.drop();
});

const note = (tx: Tx, word: string) => sql`insert into noted (word) values (${word})`.execute(tx);

async function noted(tx: Tx = database.kysely): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select word from noted order by id`.execute(tx);
  return rows.map(({ word }) => word);
}

it('what is asked at once is done in its order, and is all there or not at all', async () => {
  const [, , seen] = await database.transaction((tx) => Promise.all([note(tx, '甲'), note(tx, '乙'), noted(tx)]));
  expect(seen).toEqual(['甲', '乙']);
  const failing = database.transaction((tx) => Promise.all([note(tx, '丙'), note(tx, '甲'), note(tx, '丁')]));
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await noted()).toEqual(['甲', '乙']);
});

it('a failure that nobody heeds is not committed in silence', async () => {
  const work = async (tx: Tx) => {
    await note(tx, '甲');
    await note(tx, '甲').catch(() => undefined);
  };
  await expect(database.transaction(work)).rejects.toThrow('nothing was committed');
  expect(await noted()).toEqual([]);
});

it('nothing gets in after its end, not even what had begun before', async () => {
  let late: Promise<unknown> = Promise.resolve();
  const work = async (tx: Tx) => {
    late = note(tx, '甲').then(() => note(tx, '乙'));
    await Promise.all([late, sql`select 1 / 0`.execute(tx)]);
  };
  await expect(database.transaction(work)).rejects.toMatchObject({ code: '22012' });
  await expect(late).rejects.toThrow(/has ended|is aborted/);
  expect(await noted()).toEqual([]);
  const { tx } = await database.transaction((open) => Promise.resolve({ tx: open }));
  await expect(note(tx, '丙')).rejects.toThrow('the transaction has ended');
  expect(await noted()).toEqual([]);
});

it('`begin` travels with the first statement: one packet is asked, one is answered', async () => {
  await database.transaction((tx) => note(tx, '甲'));
  const before = wire.packets();
  await database.transaction((tx) => Promise.all([note(tx, '乙'), note(tx, '丙'), noted(tx)]));
  expect(wire.packets() - before).toBe(2);
});

it('a connection that dies under it is not given to the next', async () => {
  const lost = (word: string) => database.transaction((tx) => note(tx, word)).catch(isUnavailable);
  wire.loseAnswersTo('begin');
  expect(await lost('甲')).toBe(true);
  wire.loseAnswersTo('commit');
  expect(await lost('乙')).toBe(true);
  await database.transaction((tx) => note(tx, '丙'));
  expect(await noted()).toEqual(['乙', '丙']);
});

it('what loses to another transaction is done again: two that lock each other out both stand', async () => {
  const two = openDatabase(fresh.ownerUrl, { max: 2 });
  await database.transaction((tx) => Promise.all([note(tx, '甲'), note(tx, '乙')]));
  let tries = 0;
  let holding = 0;
  let meet: () => void = () => undefined;
  const bothHaveOne = new Promise<void>((resolve) => (meet = resolve));
  const add = (first: string, then: string) =>
    two.transaction(async (tx) => {
      tries += 1;
      const more = (word: string) => sql`update noted set word = word || '+' where word like ${`${word}%`}`.execute(tx);
      await more(first);
      holding += 1;
      if (holding === 2) meet();
      await bothHaveOne;
      await more(then);
    });
  await Promise.all([add('甲', '乙'), add('乙', '甲')]);
  await two.end();
  expect(tries).toBe(3);
  expect((await noted()).sort()).toEqual(['乙++', '甲++']);
});

it('what always loses is given up after three tries, and what fails otherwise after one', async () => {
  let tries = 0;
  const failing = (state: string) =>
    database.transaction((tx) => {
      tries += 1;
      return sql.raw(`do $$ begin raise sqlstate '${state}'; end $$`).execute(tx);
    });
  await expect(failing('40001')).rejects.toMatchObject({ code: '40001' });
  expect(tries).toBe(3);
  await expect(failing('23505')).rejects.toMatchObject({ code: '23505' });
  expect(tries).toBe(4);
});
