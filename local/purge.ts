import { parseArgs } from 'node:util';
import { openDatabase, type Database } from '../cloudfunctions/api/kernel/db';
import { purgeAll } from '../cloudfunctions/clock/jobs/purge';
import { dueOf } from '../cloudfunctions/clock/purging';
import { periods, type Period } from '../config/retention';

interface Line extends Period {
  /** Rows that would go, or have gone. */
  rows: number;
  oldest: Date | null;
}

/** D9.10 What would go now, table by table. */
export const dryRun = (db: Database, now: Date): Promise<Line[]> =>
  Promise.all(
    periods.map(async (period) => {
      const { due, oldest } = await dueOf(db, period.table, now);
      return { ...period, rows: due, oldest };
    }),
  );

/** D9.10 Lets it go. The oldest of each table is looked for before. */
export async function purge(db: Database, now: Date): Promise<Line[]> {
  const due = await dryRun(db, now);
  const { counts } = await purgeAll({ db, now, hasTime: () => true });
  return due.map((line) => ({ ...line, rows: counts[line.table] ?? 0 }));
}

const USAGE = 'usage: npm run purge -- <connection string, as owner or as youth_clock> [--dry-run]';

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [url, ...others] = positionals;
  if (!url || others.length > 0) throw new Error(USAGE);
  const dry = values['dry-run'];
  const db = openDatabase(url, { patient: true });
  try {
    const lines = await (dry ? dryRun : purge)(db, new Date());
    for (const { table, days, from, rows, oldest } of lines) {
      const since = oldest ? `, the oldest ${oldest.toISOString()}` : '';
      console.log(`${table.padEnd(12)} ${String(rows).padStart(7)}  ${days} days from ${from}${since}`);
    }
    const total = lines.reduce((sum, { rows }) => sum + rows, 0);
    console.log(dry ? `${total} rows would go` : `${total} rows have gone`);
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
