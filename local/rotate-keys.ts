import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase, type Database } from '../cloudfunctions/api/kernel/db';
import { sealedColumns, type SealedColumn } from '../cloudfunctions/api/kernel/sealed';
import { fieldKey, readAs } from '../cloudfunctions/api/kernel/settings';
import { readKeys, seal, unseal, type Key } from '../cloudfunctions/api/kernel/secrets';

type Keys = [Key, ...Key[]];

const BATCH = 500;
const FIRST = '(0,0)';

interface Row {
  /** Where the row stands; after a change it stands elsewhere. */
  at: string;
  key: string[];
  sealed: string;
}

/** Values that cannot be opened: the table, and what names the row. */
export interface Unreadable {
  table: string;
  key: string[];
}

export interface Rotation {
  resealed: number;
  unreadable: Unreadable[];
}

const keyIdOf = (column: string) => sql`split_part(${sql.ref(column)}, '.', 1)`;

/** How many values each key has sealed. What names none of our keys is counted together: it may be no key's name. */
export async function countByKey({ kysely }: Database, { table, column }: SealedColumn, keys: Keys) {
  const ids = keys.map(({ id }) => id);
  const { rows } = await sql<{ id: string; n: number }>`
    select case when ${keyIdOf(column)} = any(${ids}::text[]) then ${keyIdOf(column)} else 'none of these' end as id,
      count(*)::int as n
    from ${sql.table(table)} where ${sql.ref(column)} <> '' group by 1 order by 1`.execute(kysely);
  return rows;
}

/** The next values after a place that are not sealed with the first key. */
async function nextRows({ kysely }: Database, { table, column, key }: SealedColumn, id: string, after: string) {
  const { rows } = await sql<Row>`
    select ctid::text as at, array[${sql.join(key.map((name) => sql`${sql.ref(name)}::text`))}] as key,
      ${sql.ref(column)} as sealed
    from ${sql.table(table)}
    where ctid > ${after}::tid and ${sql.ref(column)} <> '' and ${keyIdOf(column)} <> ${id}
    order by ctid limit ${BATCH}`.execute(kysely);
  return rows;
}

/** Writes values anew where they are still what was read; answers with how many. */
async function replace({ kysely }: Database, { table, column }: SealedColumn, rows: (Row & { fresh: string })[]) {
  const [at, before, fresh] = [rows.map((row) => row.at), rows.map((row) => row.sealed), rows.map((row) => row.fresh)];
  const done = await sql`
    update ${sql.table(table)} as t set ${sql.ref(column)} = n.fresh
    from unnest(${at}::tid[], ${before}::text[], ${fresh}::text[]) as n(at, before, fresh)
    where t.ctid = n.at and ${sql.ref(`t.${column}`)} = n.before`.execute(kysely);
  return Number(done.numAffectedRows ?? 0);
}

/** One walk through a column. A row that is changed meanwhile keeps what was written, and stands elsewhere from then on. */
async function walk(db: Database, sealed: SealedColumn, keys: Keys): Promise<Rotation & { missed: number }> {
  const found = { resealed: 0, missed: 0, unreadable: [] as Unreadable[] };
  for (let after = FIRST; ;) {
    const rows = await nextRows(db, sealed, keys[0].id, after);
    const opened = rows.map((row) => ({ ...row, text: unseal(keys, sealed.about(...row.key), row.sealed) }));
    const fresh = opened.flatMap(({ text, ...row }) =>
      text === null ? [] : [{ ...row, fresh: seal(keys, sealed.about(...row.key), text) }],
    );
    const replaced = fresh.length > 0 ? await replace(db, sealed, fresh) : 0;
    found.resealed += replaced;
    found.missed += fresh.length - replaced;
    found.unreadable.push(
      ...opened.filter(({ text }) => text === null).map(({ key }) => ({ table: sealed.table, key })),
    );
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return found;
    after = last.at;
  }
}

/**
 * D9.7 Seals every value of a column with the first key; may be broken off, begun again, and run beside people's
 * writes. It walks until there is nothing left to do.
 */
export async function rotate(db: Database, sealed: SealedColumn, keys: Keys): Promise<Rotation> {
  let resealed = 0;
  for (;;) {
    const round = await walk(db, sealed, keys);
    resealed += round.resealed;
    if (round.resealed + round.missed === 0) return { resealed, unreadable: round.unreadable };
  }
}

const USAGE = 'usage: APP_FIELD_KEY=<new>,<old> npm run rotate-keys -- <owner’s connection string> [--dry-run]';

async function print(db: Database, sealed: SealedColumn, keys: Keys, when: string): Promise<void> {
  const counts = await countByKey(db, sealed, keys);
  const said = counts.map(({ id, n }) => `${id} ${n}`).join(', ') || 'no value';
  console.log(`${sealed.table}.${sealed.column} ${when}: ${said}`);
}

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [url, ...others] = positionals;
  if (!url || others.length > 0) throw new Error(USAGE);
  const keys = readKeys(readAs(fieldKey, process.env).APP_FIELD_KEY);
  const db = openDatabase(url, { patient: true, max: 2 });
  try {
    for (const sealed of sealedColumns) {
      await print(db, sealed, keys, 'now');
      if (values['dry-run']) continue;
      const { resealed, unreadable } = await rotate(db, sealed, keys);
      for (const { table, key } of unreadable) console.log(`cannot be opened: ${table} ${key.join(' ')}`);
      console.log(`${resealed} sealed anew, ${unreadable.length} cannot be opened`);
      await print(db, sealed, keys, 'afterwards');
      if (unreadable.length > 0) process.exitCode = 1;
    }
  } finally {
    await db.end();
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
