import { checkIns } from './checkIns';
import { importing } from './importing';
import { patterns } from './patterns';
import { sites } from './sites';
import { weeks } from './weeks';

export type { OwnCheckIn } from './parts';
export type { Week } from './weeks';

export const grassrootsDay = { ...sites, ...importing, ...checkIns, ...patterns, ...weeks };
