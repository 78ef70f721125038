import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { day, id, orgId, requestId } from '../shared';
import { appointment } from './appointment';
import { done } from './parts';

export const cadres = {
  /** D1.5, D9.3 A cadre's entry, for the administrators of the organisation and of those above. */
  cadre: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ postId: id }).strict())
    .output(
      appointment.extend({
        name: z.string(),
        orgId,
        orgName: z.string(),
        /** The first day on which it is not held any more. */
        until: day.nullable(),
        /** D9.3 In force, or to come. */
        minors: z.object({ from: day, until: day.nullable() }).nullable(),
        /** What the person administers, as far as who asks may see. */
        administers: z.array(z.object({ orgId, name: z.string() })),
        /** It is who asks. */
        self: z.boolean(),
      }),
    ),

  /** D10.4 The post is held until the day before. */
  endPost: oc
    .errors(refusing('OUT_OF_SCOPE', 'DAY_OUT_OF_RANGE', 'POST_ENDED', 'REQUEST_REUSED'))
    .input(z.object({ postId: id, until: day, requestId }).strict())
    .output(done),

  /** D9.3 The cadre may hold youths under 18, from a day until the day before another, or open. */
  approveMinors: oc
    .errors(
      refusing(
        'OUT_OF_SCOPE',
        'DAY_OUT_OF_RANGE',
        'OWN_APPROVAL',
        'MINORS_APPROVED_ALREADY',
        'POST_ENDED',
        'REQUEST_REUSED',
      ),
    )
    .input(z.object({ postId: id, from: day, until: day.nullable(), requestId }).strict())
    .output(done),

  endMinors: oc
    .errors(refusing('OUT_OF_SCOPE', 'POST_ENDED', 'MINORS_NOT_APPROVED', 'REQUEST_REUSED'))
    .input(z.object({ postId: id, requestId }).strict())
    .output(done),

  /** D1.5 Those of one organisation. */
  administrators: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ orgId }).strict())
    .output(
      z.object({
        items: z.array(z.object({ administratorId: id, name: z.string(), from: day, self: z.boolean() })),
      }),
    ),

  /** D1.5 A cadre of one's own subtree becomes an administrator there. */
  makeAdministrator: oc
    .errors(refusing('OUT_OF_SCOPE', 'ADMINISTRATOR_ALREADY', 'POST_ENDED', 'REQUEST_REUSED'))
    .input(z.object({ postId: id, orgId, requestId }).strict())
    .output(done),

  /** Ends the right at once. */
  endAdministrator: oc
    .errors(refusing('OUT_OF_SCOPE', 'LAST_ADMINISTRATOR', 'REQUEST_REUSED'))
    .input(z.object({ administratorId: id, requestId }).strict())
    .output(done),
};
