import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { count, id, line, orgId, requestId } from '../shared';
import { LEVELS, SERVICES } from '../words';
import { cursor, done } from './parts';

const figures = z.object({ cadres: count, counted: count, quota: count });

const orgName = line(60).pipe(z.string().min(2));
const shortName = line(30).pipe(z.string().min(2));
/** D2.4 What stands in a cadre's name in the open. */
const place = line(20);

export const tree = {
  /** D1.5 An organisation, its own cadres by name, and the sums of those below, for its administrators. */
  overview: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ orgId: orgId.optional(), cursor: cursor.optional() }).strict())
    .output(
      z.object({
        org: z.object({
          orgId: count,
          name: z.string(),
          fullName: z.string(),
          place: z.string(),
          level: z.enum(LEVELS),
          /** D1.2 What may be added right below it. */
          below: z.array(z.enum(LEVELS)),
        }),
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

  /** Finds organisations by name, pinyin or initials: all, the tree being no secret, or those that one administers. */
  find: oc
    .errors(refusing())
    .input(z.object({ search: line(30).pipe(z.string().min(1)), mine: z.boolean() }).strict())
    .output(
      z.object({
        items: z.array(z.object({ orgId: count, name: z.string(), above: z.string().nullable() })),
        /** There are more than these: another letter finds them. */
        more: z.boolean(),
      }),
    ),

  /** D1.2 Adds an organisation right below one. Of a unit one says whether it acts for the province over a sector. */
  addOrg: oc
    .errors(refusing('OUT_OF_SCOPE', 'LEVEL_NOT_BELOW', 'ORG_NAME_TAKEN', 'REQUEST_REUSED'))
    .input(
      z
        .object({
          orgId,
          name: orgName,
          shortName,
          place,
          level: z.enum(LEVELS),
          forProvince: z.boolean(),
          requestId,
        })
        .strict(),
    )
    .output(done),

  renameOrg: oc
    .errors(refusing('OUT_OF_SCOPE', 'ORG_NAME_TAKEN', 'REQUEST_REUSED'))
    .input(z.object({ orgId, name: orgName, shortName, place, requestId }).strict())
    .output(done),
};
