import { checkIns } from './checkIns';
import { sites } from './sites';
import { weeks } from './weeks';

export type { OwnCheckIn, Site } from './parts';

export const grassrootsDay = { ...sites, ...checkIns, ...weeks };
