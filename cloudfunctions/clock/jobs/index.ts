import type { Job } from '../job';
import { purge } from './purge';

/** Everything that happens without anybody's tap, in this order. */
export const jobs: readonly Job[] = [purge];
