import { self } from './self';
import { tree } from './tree';

export type { Channel, Me } from './self';

/** People, posts and the tree of organisations. */
export const org = { ...self, ...tree };
