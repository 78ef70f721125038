import { rmSync } from 'node:fs';
import { Client, Pool } from 'pg';
import { dataDirFor } from '../places';
import { startCluster, stopLeftOverCluster, type Cluster } from '../postgres/cluster';
import { prepareDatabase } from '../postgres/database';

/** A PostgreSQL of the benchmark's own. */
export interface Ground {
  cluster: Cluster;
  dataDir: string;
  /** Makes a migrated, empty database. */
  database: (name: string) => Promise<{ ownerUrl: string; apiUrl: string }>;
  /** As the server's superuser, whom nothing holds back. */
  administer: <T>(database: string, work: (client: Client) => Promise<T>) => Promise<T>;
}

/** Gives the work a fresh PostgreSQL, and takes it away again however the work ends. */
export async function onFreshGround(work: (ground: Ground) => Promise<void>): Promise<void> {
  const dataDir = await emptyDataDir();
  const ending = brokenOff();
  const cluster = await startWithStatistics(dataDir);
  try {
    await Promise.race([work({ cluster, dataDir, database, administer }), ending]);
  } finally {
    await cluster.stop();
    rmSync(dataDir, { recursive: true });
  }

  async function database(name: string) {
    await prepareDatabase(cluster, dataDir, name);
    return { ownerUrl: cluster.ownerUrl(name), apiUrl: cluster.apiUrl(name) };
  }

  function administer<T>(name: string, task: (client: Client) => Promise<T>): Promise<T> {
    return connected(cluster.superuserUrl(name), task);
  }
}

/** What a benchmark has left that was killed would be measured along. */
async function emptyDataDir(): Promise<string> {
  const leftOver = dataDirFor('bench');
  await stopLeftOverCluster(leftOver);
  rmSync(leftOver, { recursive: true });
  return dataDirFor('bench');
}

/** Connections for the bare rule. The server may be stopped before the last of them has heard of its own end. */
export function barePool(connectionString: string, max: number): Pool {
  return new Pool({ connectionString, max }).on('error', () => undefined);
}

/** The server's own statistics have to be loaded at its start; they stay off until somebody turns them on. */
async function startWithStatistics(dataDir: string): Promise<Cluster> {
  const first = await startCluster({ dataDir });
  await connected(first.superuserUrl('postgres'), async (client) => {
    await client.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
    await client.query(`alter system set pg_stat_statements.track = 'none'`);
  });
  await first.stop();
  return startCluster({ dataDir });
}

async function connected<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const brokenOff = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => reject(new Error('Broken off.')));
  });
