import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { secretsOf } from '../secrets';
import { serverAccount, type Account } from './account';
import { postgresPrograms } from './binaries';

export const OWNER = 'youth_owner';
export const API = 'youth_api';
export const CLOCK = 'youth_clock';
const SUPERUSER = 'postgres';

/** As in the cloud where it matters: the number of connections, UTF-8, and a collation that is the same everywhere. */
const INITDB_OPTIONS = [
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--set=listen_addresses=127.0.0.1',
  '--set=unix_socket_directories=',
  '--set=max_connections=100',
  '--set=timezone=UTC',
];

export interface Cluster {
  port: number;
  superuserUrl: (database: string) => string;
  ownerUrl: (database: string) => string;
  apiUrl: (database: string) => string;
  clockUrl: (database: string) => string;
  stop: () => Promise<void>;
}

interface Start {
  dataDir: string;
  /** Any free port, unless one is wanted. */
  port?: number;
}

/** Starts the server that keeps its data below `dataDir`, making it first if need be. One that was left over is stopped. */
export async function startCluster({ dataDir, port: wanted }: Start): Promise<Cluster> {
  const server = serverIn(dataDir);
  await server.stopLeftOver();
  await server.create();
  const port = wanted ?? (await freePort());
  await server.start(port);
  const passwords = secretsOf(dataDir);
  const urlAs = (role: string, password: string) => (database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    port,
    superuserUrl: urlAs(SUPERUSER, passwords.superuserPassword),
    ownerUrl: urlAs(OWNER, passwords.ownerPassword),
    apiUrl: urlAs(API, passwords.apiPassword),
    clockUrl: urlAs(CLOCK, passwords.clockPassword),
    stop: server.stop,
  };
}

/** Stops a server that an earlier command left running there. */
export const stopLeftOverCluster = (dataDir: string): Promise<void> => serverIn(dataDir).stopLeftOver();

function serverIn(dataDir: string) {
  const data = join(dataDir, 'pgdata');
  const log = join(data, 'server.log');
  const account = serverAccount();
  const run = (program: string, args: string[]) =>
    runProgram(join(postgresPrograms(), program), args, dataDir, account);

  async function create(): Promise<void> {
    if (existsSync(data)) return;
    const unfinished = makeEmptyFolder(`${data}.new`, account);
    const passwordFile = join(unfinished, '..', 'password');
    writeFileSync(passwordFile, secretsOf(dataDir).superuserPassword, { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    await run('initdb', [...INITDB_OPTIONS, `--pwfile=${passwordFile}`, `--pgdata=${unfinished}`]);
    rmSync(passwordFile);
    renameSync(unfinished, data);
  }

  /** D9.8 The detail of an error may quote a row, so the server's log has none. */
  async function start(port: number): Promise<void> {
    rmSync(log, { force: true });
    await run('pg_ctl', [
      'start',
      '--wait',
      `--pgdata=${data}`,
      `--log=${log}`,
      `--options=-p ${port} -c log_error_verbosity=terse`,
    ]).catch(() => {
      throw new Error(
        `PostgreSQL did not start:\n${existsSync(log) ? readFileSync(log, 'utf8').trim() : 'it wrote no log'}`,
      );
    });
  }

  const stop = (): Promise<void> => run('pg_ctl', ['stop', '--wait', '--mode=fast', `--pgdata=${data}`]);

  async function stopLeftOver(): Promise<void> {
    if (await isServing(data, secretsOf(dataDir).superuserPassword)) await stop();
  }

  return { create, start, stop, stopLeftOver };
}

/** Asks the server itself: after a crash, the process id in its file may by now be somebody else's. */
async function isServing(data: string, password: string): Promise<boolean> {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  const client = new Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function makeEmptyFolder(path: string, owner: Account | null): string {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { mode: 0o700 });
  if (owner) chownSync(path, owner.uid, owner.gid);
  return path;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Waits for the program itself, not for its output to close: the server that pg_ctl leaves behind may hold that open. */
function runProgram(program: string, args: string[], cwd: string, account: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], ...account });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.on('error', reject);
    child.on('exit', (code) => {
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program} failed: ${complaint.trim()}`));
    });
  });
}
