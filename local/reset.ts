import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endEarlierStart } from './claim';
import { DATA_ROOT } from './places';
import { stopLeftOverCluster } from './postgres/cluster';

/** `npm run reset`: stops what still runs and throws its data away. */
export async function main(): Promise<void> {
  if (!existsSync(DATA_ROOT)) return console.log('There is no data.');
  for (const name of readdirSync(DATA_ROOT)) {
    const dataDir = join(DATA_ROOT, name);
    await endEarlierStart(dataDir);
    if (existsSync(join(dataDir, 'pgdata'))) await stopLeftOverCluster(dataDir);
  }
  rmSync(DATA_ROOT, { recursive: true, force: true });
  console.log('The data is gone. npm start makes it anew.');
}
