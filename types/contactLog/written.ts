import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { day, empty, id, requestId } from '../shared';
import { LOG_FIGURES } from '../words';
import { cursor, oneLine, ownLog, said, task, version, way } from './parts';

const writeRefusals = [
  'NOT_A_CADRE',
  'CONTACT_NOT_FOUND',
  'CONTACT_ENDED',
  'LOG_IN_FUTURE',
  'LOG_BEFORE_CONTACT',
  'LOG_WITHOUT_POST',
  'TEXT_RISKY',
  'REQUEST_REUSED',
] as const;

/** Which log was written; `one` tells what it says. */
const its = z.object({ logId: id });

/** A cadre's own logs. */
export const written = {
  /** What stands in the form already: the last log's task and way, and whom one was in touch with lately. */
  offer: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(empty)
    .output(
      z.object({
        today: day,
        /** D2.5 A log of an earlier day than this weighs half. */
        lateBefore: day,
        last: z.object({ logId: id, task, way, contactIds: z.array(id) }).nullable(),
        recent: z.array(z.object({ contactId: id, name: z.string(), lastOn: day })),
      }),
    ),

  /** D2.5, D2.6 记一笔: one log about one or several youths. */
  write: oc
    .errors(refusing(...writeRefusals))
    .input(z.object({ ...said, requestId }).strict())
    .output(its),

  /** The same again today, about those of its youths who are still held, with a line of its own. */
  repeat: oc
    .errors(refusing(...writeRefusals, 'LOG_NOT_FOUND'))
    .input(z.object({ logId: id, text: oneLine, requestId }).strict())
    .output(its),

  /** Changes a log on the day on which it was written; what it said before is kept. */
  edit: oc
    .errors(refusing(...writeRefusals, 'LOG_NOT_FOUND', 'LOG_CLOSED', 'LOG_DISPUTED', 'LOG_KEPT'))
    .input(z.object({ logId: id, ...said, requestId }).strict())
    .output(its),

  /** Deletes a log on the day on which it was written. */
  remove: oc
    .errors(refusing('NOT_A_CADRE', 'LOG_NOT_FOUND', 'LOG_CLOSED', 'REQUEST_REUSED'))
    .input(z.object({ logId: id, requestId }).strict())
    .output(its),

  /** One's own logs, the latest day first: all, of one contact, of a span of days (both ends in it), of one figure. */
  list: oc
    .errors(refusing('NOT_A_CADRE', 'CONTACT_NOT_FOUND'))
    .input(
      z
        .object({
          contactId: id.optional(),
          from: day.optional(),
          until: day.optional(),
          only: z.enum(LOG_FIGURES).optional(),
          cursor,
        })
        .strict(),
    )
    .output(z.object({ items: z.array(ownLog), next: z.string().nullable() })),

  /** One of one's own logs with everybody in it, and what it said before. */
  one: oc
    .errors(refusing('NOT_A_CADRE', 'LOG_NOT_FOUND'))
    .input(z.object({ logId: id }).strict())
    .output(z.object({ log: ownLog, versions: z.array(version) })),

  /** Answers a youth who says "这不是我": with a line, or, where it is null, by striking the youth from the log. */
  answer: oc
    .errors(refusing('NOT_A_CADRE', 'LOG_NOT_FOUND', 'DISPUTE_SETTLED', 'TEXT_RISKY', 'REQUEST_REUSED'))
    .input(z.object({ logId: id, contactId: id, text: oneLine.pipe(z.string().min(1)).nullable(), requestId }).strict())
    .output(its),
};
