import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely';
import { Pool } from 'pg';

interface Ledger {
  migration_hash: { name: string; hash: string };
}

const hashOf = (text: string) => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');

async function readMigrations(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((file) => /^\d{14}_[a-z_]+\.sql$/.test(file)).sort();
  const entries = names.map(
    async (file) => [path.basename(file, '.sql'), await readFile(path.join(folder, file), 'utf8')] as const,
  );
  return new Map(await Promise.all(entries));
}

/** A file that was applied never changes afterwards: Kysely does not notice, so the hash is kept here. */
async function refuseEdited(db: Kysely<Ledger>, files: Map<string, string>): Promise<void> {
  await sql`create table if not exists migration_hash (name text primary key, hash text not null)`.execute(db);
  for (const { name, hash } of await db.selectFrom('migration_hash').selectAll().execute()) {
    const text = files.get(name);
    if (text !== undefined && hashOf(text) !== hash)
      throw new Error(`The migration ${name} was edited after it was applied.`);
  }
}

/** Applies what is new, in order, as the owner of the database. Answers with the names applied. */
export async function migrate(
  connectionString: string,
  folder = path.join(__dirname, '..', 'migrations'),
): Promise<string[]> {
  const files = await readMigrations(folder);
  const pool = new Pool({ connectionString, max: 2 });
  const db = new Kysely<Ledger>({ dialect: new PostgresDialect({ pool }) });
  try {
    await refuseEdited(db, files);
    const migrations = Object.fromEntries(
      [...files].map(([name, text]): [string, Migration] => [
        name,
        {
          async up(tx: Kysely<Ledger>) {
            await sql.raw(text).execute(tx);
            await tx
              .insertInto('migration_hash')
              .values({ name, hash: hashOf(text) })
              .execute();
          },
        },
      ]),
    );
    const { error, results } = await new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
    }).migrateToLatest();
    if (error) throw error instanceof Error ? error : new Error('The migrations failed.', { cause: error });
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}
