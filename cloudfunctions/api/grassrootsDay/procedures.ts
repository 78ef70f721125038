import { weeks } from './weekly';

export const grassrootsDay = { ...weeks };
