import { checkIns } from './checkIns';
import { sites } from './sites';

export type { OwnCheckIn, Site } from './parts';

export const grassrootsDay = { ...sites, ...checkIns };
