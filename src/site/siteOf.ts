import type { Outputs } from '../../types/contract';

/** A site as its administrators see it. */
export type Site = Outputs['grassrootsDay']['site'];
