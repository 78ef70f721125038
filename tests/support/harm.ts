import { existsSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Server } from './server';
import { until } from './until';

/** A device that never has room. */
const FULL = '/dev/full';

/**
 * Leaves the disk without room for contacts; answers with what makes room again, without the contacts there were. Where
 * the system has no device that is always full, the server is made to say so.
 */
export async function fillDisk(server: Server): Promise<() => Promise<void>> {
  await server.command('truncate contact cascade');
  if (existsSync(FULL)) {
    const [table] = await server.command<{ path: string }>("select pg_relation_filepath('contact') as path");
    const file = join(server.dataDir, 'pgdata', table?.path ?? '');
    renameSync(file, `${file}.kept`);
    symlinkSync(FULL, file);
  } else {
    await server.command(`
      create function full_disk() returns trigger language plpgsql as
        $$ begin raise exception using errcode = 'disk_full'; end $$;
      create trigger full_disk before insert on contact for each row execute function full_disk()`);
  }
  return async () => {
    await server.command('drop function if exists full_disk cascade; truncate contact cascade');
  };
}

const OF_THE_ROLE = "from pg_stat_activity where usename = 'youth_api'";

/** Changes the functions' role, for its connections from now on; those that it has are ended. */
export async function alterRole(server: Server, change: string): Promise<void> {
  await server.command(`alter role youth_api ${change}`);
  await server.command(`select pg_terminate_backend(pid) ${OF_THE_ROLE}`);
  await until(async () => (await server.command(`select pid ${OF_THE_ROLE}`)).length === 0);
}

interface Holding {
  letGo: () => Promise<void>;
  /** Whether somebody waits for it. */
  isAwaited: () => Promise<boolean>;
}

/** Somebody else's transaction, which keeps what its statement has locked. */
export async function holding(server: Server, statement: string): Promise<Holding> {
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  await client.query(`begin; ${statement}`);
  return {
    letGo: () => client.end(),
    async isAwaited() {
      const { rows } = await client.query(
        'select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))',
      );
      return rows.length > 0;
    },
  };
}
