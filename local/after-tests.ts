import { dataDirFor } from './places';
import { stopLeftOverCluster } from './postgres/cluster';

/** A test run that was broken off could not stop its servers itself. */
export async function main(): Promise<void> {
  await stopLeftOverCluster(dataDirFor('test-database'));
  await stopLeftOverCluster(dataDirFor('test-stand-in'));
}
