import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { readTestState } from './state';

export const TEMPLATE = 'template_youth';

export interface TestDatabase {
  ownerUrl: string;
  apiUrl: string;
  drop: () => Promise<void>;
}

/** An empty database with the schema in it, for one test file. */
export async function freshDatabase(): Promise<TestDatabase> {
  const state = readTestState('database');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(state.superuserUrl, `CREATE DATABASE ${name} OWNER youth_owner TEMPLATE ${TEMPLATE}`);
  return {
    ownerUrl: inDatabase(state.ownerUrl, name),
    apiUrl: inDatabase(state.apiUrl, name),
    drop: () => administer(state.superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(superuserUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
