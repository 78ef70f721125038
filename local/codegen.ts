import { execFileSync } from 'node:child_process';

const FILE = 'cloudfunctions/api/kernel/tables.ts';

/** Writes, or with `verify` only compares, the table types that a migrated database has. */
export function tableTypes(connectionString: string, { verify }: { verify: boolean }): void {
  const options = ['--dialect', 'postgres', '--date-parser', 'string', '--numeric-parser', 'number'];
  const target = ['--url', connectionString, '--out-file', FILE, '--exclude-pattern', '(kysely_*|migration_hash)'];
  const args = ['node_modules/kysely-codegen/dist/cli/bin.js', ...options, ...target, ...(verify ? ['--verify'] : [])];
  execFileSync(process.execPath, args, { stdio: 'pipe' });
}

if (require.main === module) {
  const [connectionString] = process.argv.slice(2);
  if (!connectionString) throw new Error('usage: npm run codegen -- <connection string of a migrated database>');
  tableTypes(connectionString, { verify: false });
}
