import { Client } from 'pg';
import { migrate } from '../../cloudfunctions/api/kernel/migrate';
import { readDeploySettings } from './settings';

/** The functions' roles, which the migrations make, get their passwords with each deployment. */
async function main(): Promise<void> {
  const settings = readDeploySettings(['database'], process.env);
  const { DEPLOY_DATABASE_URL: url, API_PGPASSWORD = '', CLOCK_PGPASSWORD = '' } = settings;
  const applied = await migrate(url ?? '');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const [role, password] of [
      ['youth_api', API_PGPASSWORD],
      ['youth_clock', CLOCK_PGPASSWORD],
    ] as const)
      await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
  console.log(`${applied.length} migrations applied`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
