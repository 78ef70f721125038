import * as z from 'zod';
import { day, line } from '../shared';
import { SERVICES } from '../words';

export const title = line(30).pipe(z.string().min(1));

/** D1.1 What an administrator settles with a post, from a day on. */
export const appointment = z
  .object({ service: z.enum(SERVICES), inEstablishment: z.boolean(), leadership: z.boolean(), title, from: day })
  .strict();
export type Appointment = z.infer<typeof appointment>;
