import { Client } from 'pg';
import { migrate } from '../../cloudfunctions/api/kernel/migrate';
import { secretsOf } from '../secrets';
import { API, CLOCK, OWNER, type Cluster } from './cluster';

/** Makes the database if it is not there, brings its schema up to date and lets the functions' roles in. */
export async function prepareDatabase(cluster: Cluster, dataDir: string, database: string): Promise<void> {
  const { ownerPassword, apiPassword, clockPassword } = secretsOf(dataDir);
  await asSuperuser(cluster, async (client) => {
    await letIn(client, OWNER, ownerPassword, 'CREATEROLE');
    await createDatabase(client, database);
  });
  await migrate(cluster.ownerUrl(database));
  await asSuperuser(cluster, async (client) => {
    await letIn(client, API, apiPassword);
    await letIn(client, CLOCK, clockPassword);
  });
}

async function asSuperuser<T>(cluster: Cluster, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: cluster.superuserUrl('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function dropDatabase(cluster: Cluster, database: string): Promise<void> {
  await asSuperuser(cluster, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`),
  );
}

async function letIn(client: Client, role: string, password: string, attributes = ''): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  await client.query(
    `${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN ${attributes} PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function createDatabase(client: Client, database: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (!rowCount)
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${OWNER} TEMPLATE template0`);
}
