import { checkIns } from './checkIns';
import { importing } from './importing';
import { sites } from './sites';

export type { OwnCheckIn, Site } from './parts';

export const grassrootsDay = { ...sites, ...importing, ...checkIns };
