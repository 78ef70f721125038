import * as z from 'zod';
import { instant } from '../shared';

export const cursor = z.string().max(200);
export const done = z.object({ done: z.literal(true) });

/** The session that holds from now on; null where none is needed. A browser's goes into its cookie. */
export const session = z.object({ token: z.string().nullable(), expiresAt: instant.nullable() });
