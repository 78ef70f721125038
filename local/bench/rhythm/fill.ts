import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openDatabase } from '../../../cloudfunctions/api/kernel/db';
import type { MadeOrg, MadePerson } from '../../../tests/factory';
import { fixStock } from '../../recount';
import type { Ground } from '../ground';
import { makeProvince } from '../province';
import { crowd, type CrowdSize, type Heap } from './crowd';

const ROWS_AT_ONCE = 2_000;

/** A quarter's figures are written in that quarter, one post after the other as it happens. */
const FLOWS_AS_THEY_COME = `
  create temp table counted as table flow;
  truncate flow;
  insert into flow select * from counted order by quarter, md5(post_id::text);
  drop table counted`;

export interface Crowd {
  name: string;
  ownerUrl: string;
  apiUrl: string;
  root: MadeOrg;
  city: MadeOrg;
  administrator: MadePerson;
}

/** A province in a database of its own, filled by COPY; its figures are counted from what was copied. */
export async function makeCrowd(ground: Ground, name: string, size: CrowdSize): Promise<Crowd> {
  const { ownerUrl, apiUrl } = await ground.database(name);
  const made = await makeProvince(ownerUrl, ({ factory, root, cities, counties }) => {
    const [city] = cities;
    if (!city) throw new Error('a province without cities');
    return { root, city, counties, administrator: factory.anAdministrator({ org: root }) };
  });
  await ground.administer(name, async (client) => {
    const indexes = await withoutIndexes(client, ['contact_log', 'contact_log_mark']);
    await client.query(`set session_replication_role = replica`);
    for (const heap of crowd(size, made.counties, new Date())) await copy(client, heap);
    for (const index of indexes) await client.query(index);
  });
  const owner = openDatabase(ownerUrl, { patient: true });
  try {
    await fixStock(owner);
    await owner.pool.query(FLOWS_AS_THEY_COME);
    await owner.pool.query('vacuum analyze');
  } finally {
    await owner.end();
  }
  return { name, ownerUrl, apiUrl, ...made };
}

/** Drops what only slows the copying down, and answers with how it is made again. */
async function withoutIndexes(client: Client, tables: string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where tablename = any($1) and indexname not in (select conname from pg_constraint)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${client.escapeIdentifier(name)}`);
  return rows.map(({ made }) => made);
}

const copy = (client: Client, { table, columns, rows }: Heap): Promise<void> =>
  pipeline(Readable.from(together(rows)), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)));

function* together(rows: Iterable<string>): Iterable<string> {
  let some: string[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < ROWS_AT_ONCE) continue;
    yield some.join('');
    some = [];
  }
  yield some.join('');
}
