import { rmSync } from 'node:fs';
import { dataDirsOf } from './places';
import { stopLeftOverCluster } from './postgres/cluster';

const HARMED = 'test-faults';

/** A stage that was broken off could not stop its servers itself, nor throw away those that it has harmed. */
export async function main(purpose: string): Promise<void> {
  for (const dataDir of dataDirsOf(purpose)) {
    await stopLeftOverCluster(dataDir);
    if (purpose === HARMED) rmSync(dataDir, { recursive: true });
  }
}
