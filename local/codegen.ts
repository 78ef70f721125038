import { execFileSync } from 'node:child_process';

/**
 * Writes the table types of `kernel/tables.ts` from a migrated database: `npm run codegen -- <connection string>`.
 * A test compares the file with the migrations.
 */
const [url] = process.argv.slice(2);
if (!url) throw new Error('usage: npm run codegen -- <connection string>');
execFileSync(
  process.execPath,
  ['node_modules/kysely-codegen/dist/cli/bin.js', '--dialect', 'postgres', '--url', url, '--date-parser', 'string', '--numeric-parser', 'number', '--out-file', 'cloudfunctions/api/kernel/tables.ts', '--exclude-pattern', '(kysely_*|migration_hash)'],
  { stdio: 'inherit' },
);
