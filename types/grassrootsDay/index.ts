import { checkIns } from './checkIns';
import { patterns } from './patterns';
import { sites } from './sites';

export type { OwnCheckIn, Site } from './parts';

export const grassrootsDay = { ...sites, ...checkIns, ...patterns };
