import { execFileSync } from 'node:child_process';
import { RUNS_AS_ROOT } from '../places';

const NAME = 'postgres';

export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: there it runs as the system's user `postgres`. Otherwise as whoever we are. */
export function serverAccount(): Account | null {
  if (!RUNS_AS_ROOT) return null;
  return find() ?? create();
}

function find(): Account | null {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return null;
  }
}

function create(): Account {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', NAME]);
  } catch (cause) {
    throw new Error('PostgreSQL cannot run as root and no user for it could be made. Start as an ordinary user.', {
      cause,
    });
  }
  return { uid: idOf('-u'), gid: idOf('-g') };
}

const idOf = (flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
