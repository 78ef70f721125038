import { applications } from './applications';
import { cadres } from './cadres';
import { invitations } from './invitations';
import { self } from './self';
import { tree } from './tree';

export type { Application } from './applications';
export type { Appointment } from './appointment';
export type { Channel, Me } from './self';

/** People, posts and the tree of organisations. */
export const org = { ...self, ...tree, ...invitations, ...applications, ...cadres };
