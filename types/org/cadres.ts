import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { count, day, id, line, orgId, requestId } from '../shared';
import { appointment } from './appointment';
import { done } from './parts';

/** C11 What a post leaves behind. */
const handOver = z.object({
  /** How many youths have to choose, or will have; none where the cadre goes on in another post. */
  contacts: count,
  /** The last day on which they can. */
  until: day,
  /** Who was named, and is a cadre there still. */
  successor: z.object({ postId: id, name: z.string(), title: z.string() }).nullable(),
});

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
        /** C11 Of a post that ends or has ended lately; null for any other. */
        handOver: handOver.nullable(),
      }),
    ),

  /** D10.4 The post is held until the day before. */
  endPost: oc
    .errors(refusing('OUT_OF_SCOPE', 'DAY_OUT_OF_RANGE', 'POST_ENDED', 'REQUEST_REUSED'))
    .input(z.object({ postId: id, until: day, requestId }).strict())
    .output(done),

  /** C11 Who can follow in a post: the other cadres of its organisation, by name. */
  successors: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ postId: id, search: line(30).optional(), cursor: z.string().max(400).optional() }).strict())
    .output(
      z.object({
        items: z.array(z.object({ postId: id, name: z.string(), title: z.string() })),
        next: z.string().nullable(),
      }),
    ),

  /** C11 Names who follows in a post that ends, instead of whoever was named before; null takes it back. The youths choose. */
  nameSuccessor: oc
    .errors(refusing('OUT_OF_SCOPE', 'POST_NOT_ENDING', 'SUCCESSOR_NOT_THERE', 'REQUEST_REUSED'))
    .input(z.object({ postId: id, successorPostId: id.nullable(), requestId }).strict())
    .output(done),

  /** C11 The posts that have left contacts behind for which nobody was named; how many, never whose. */
  handOvers: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ cursor: z.string().max(200).optional() }).strict())
    .output(
      z.object({
        items: z.array(
          z.object({
            postId: id,
            name: z.string(),
            orgName: z.string(),
            title: z.string(),
            leftOn: day,
            contacts: count,
            until: day,
          }),
        ),
        next: z.string().nullable(),
      }),
    ),

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
