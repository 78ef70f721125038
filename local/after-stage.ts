import { dataDirFor, type Purpose } from './places';
import { stopLeftOverCluster } from './postgres/cluster';

/** A stage that was broken off could not stop its server itself. */
export const main = (purpose: Purpose): Promise<void> => stopLeftOverCluster(dataDirFor(purpose));
