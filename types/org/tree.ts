import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { count, id, orgId } from '../shared';
import { LEVELS, SERVICES } from '../words';

const figures = z.object({ cadres: count, counted: count, quota: count });

export const tree = {
  /** D1.5 An organisation, its own cadres by name, and the sums of those below, for its administrators. */
  overview: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ orgId: orgId.optional(), cursor: z.string().max(200).optional() }).strict())
    .output(
      z.object({
        org: z.object({ orgId: count, name: z.string(), level: z.enum(LEVELS) }),
        /** From the organisation that the person administers down to this one. */
        trail: z.array(z.object({ orgId: count, name: z.string() })),
        total: figures,
        below: z.array(z.object({ orgId: count, name: z.string(), level: z.enum(LEVELS), figures })),
        cadres: z.array(
          z.object({
            postId: id,
            name: z.string(),
            title: z.string(),
            service: z.enum(SERVICES),
            leadership: z.boolean(),
            counted: count,
            quota: count,
          }),
        ),
        next: z.string().nullable(),
      }),
    ),
};
