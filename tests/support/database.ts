import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { demoIsLoaded, loadDemo } from '../../local/demo/load';
import { FIELD_KEY } from './house';
import { readTestState } from './state';

export const TEMPLATE = 'template_youth';
export const DEMO_TEMPLATE = 'template_demo';

const DEMO_LOCK = 2016;

export interface TestDatabase {
  ownerUrl: string;
  apiUrl: string;
  clockUrl: string;
  drop: () => Promise<void>;
}

/** An empty database with the schema in it, for one test file. */
export const freshDatabase = (): Promise<TestDatabase> => cloneOf(TEMPLATE);

/** A database with the demo in it, for one test file: loaded once in a run, by whoever comes first. */
export async function demoDatabase(): Promise<TestDatabase> {
  const { superuserUrl, ownerUrl } = readTestState('database');
  await withClient(superuserUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [DEMO_LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DEMO_TEMPLATE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DEMO_TEMPLATE} OWNER youth_owner TEMPLATE ${TEMPLATE}`);
    const url = inDatabase(ownerUrl, DEMO_TEMPLATE);
    if (!(await demoIsLoaded(url))) await loadDemo(url, { fieldKey: FIELD_KEY });
  });
  return cloneOf(DEMO_TEMPLATE);
}

async function cloneOf(template: string): Promise<TestDatabase> {
  const state = readTestState('database');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const administer = (statement: string) =>
    withClient(state.superuserUrl, async (client) => {
      await client.query(statement);
    });
  await administer(`CREATE DATABASE ${name} OWNER youth_owner TEMPLATE ${template}`);
  return {
    ownerUrl: inDatabase(state.ownerUrl, name),
    apiUrl: inDatabase(state.apiUrl, name),
    clockUrl: inDatabase(state.clockUrl, name),
    drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
