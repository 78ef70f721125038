import { dataDirFor } from '../../local/places';
import { startCluster } from '../../local/postgres/cluster';
import { dropDatabase, prepareDatabase } from '../../local/postgres/database';
import { DEMO_TEMPLATE, TEMPLATE } from './database';
import { endAfterTests, endingOnFailure } from './ending';
import { writeTestState } from './state';

async function setUpDatabase(): Promise<void> {
  const dataDir = dataDirFor('test-database');
  const cluster = await startCluster({ dataDir });
  endAfterTests(cluster.stop);
  await dropDatabase(cluster, TEMPLATE);
  await dropDatabase(cluster, DEMO_TEMPLATE);
  await prepareDatabase(cluster, dataDir, TEMPLATE);
  writeTestState('database', {
    superuserUrl: cluster.superuserUrl('postgres'),
    ownerUrl: cluster.ownerUrl(TEMPLATE),
    apiUrl: cluster.apiUrl(TEMPLATE),
    clockUrl: cluster.clockUrl(TEMPLATE),
  });
}

/** One server for all database tests, with a database in it that every test file clones. */
export default () => endingOnFailure(setUpDatabase);
