import { weeks } from './weeks';

export type { Site } from './parts';
export type { Week } from './weeks';

export const grassrootsDay = { ...weeks };
