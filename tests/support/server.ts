import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { dataDirFor } from '../../local/places';
import { startCluster, stopLeftOverCluster } from '../../local/postgres/cluster';
import { prepareDatabase } from '../../local/postgres/database';
import { secretsOf, type Secrets } from '../../local/secrets';
import { until } from './until';

const DATABASE = 'youth';

/** A PostgreSQL of one test file, to be harmed; nothing of it is left when the file ends. */
export interface Server {
  port: number;
  dataDir: string;
  apiUrl: string;
  superuserUrl: string;
  secrets: Secrets;
  /** Runs a statement as the superuser. */
  command: <Row extends QueryResultRow>(statement: string) => Promise<Row[]>;
  /** Works on the database as its owner, with a connection that is closed afterwards. */
  within: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  /** Ends every one of its processes at once, as a power cut would. */
  cutPower: () => Promise<void>;
  /** Starts it again after a power cut, on the same port. */
  start: () => Promise<void>;
  end: () => Promise<void>;
}

export async function aServer(name: string): Promise<Server> {
  const purpose = `test-faults-${name}` as const;
  await remove(dataDirFor(purpose));
  const dataDir = dataDirFor(purpose);
  const cluster = await startCluster({ dataDir });
  const { port } = cluster;
  await prepareDatabase(cluster, dataDir, DATABASE);
  let superuser = await connect(cluster.superuserUrl(DATABASE));

  async function within<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const db = openDatabase(cluster.ownerUrl(DATABASE), { patient: true });
    try {
      return await work(db);
    } finally {
      await db.end();
    }
  }

  async function cutPower(): Promise<void> {
    const [postmaster] = readFileSync(join(dataDir, 'pgdata/postmaster.pid'), 'utf8').split('\n');
    const { rows } = await superuser.query<{ pid: number }>('select pid from pg_stat_activity');
    for (const pid of [Number(postmaster), ...rows.map((child) => child.pid)]) kill(pid);
  }

  /** A process of it that was born in that moment ends by itself; until then it does not start. */
  async function start(): Promise<void> {
    await until(() => startCluster({ dataDir, port }));
    superuser = await connect(cluster.superuserUrl(DATABASE));
  }

  async function end(): Promise<void> {
    await superuser.end();
    await remove(dataDir);
  }

  return {
    port,
    dataDir,
    apiUrl: cluster.apiUrl(DATABASE),
    superuserUrl: cluster.superuserUrl(DATABASE),
    secrets: secretsOf(dataDir),
    command: async <Row extends QueryResultRow>(statement: string) => (await superuser.query<Row>(statement)).rows,
    within,
    cutPower,
    start,
    end,
  };
}

async function remove(dataDir: string): Promise<void> {
  await stopLeftOverCluster(dataDir);
  rmSync(dataDir, { recursive: true });
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
