import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { day, empty, id, line, orgId, personName, requestId } from '../shared';
import { ANSWERS, SERVICES } from '../words';
import { appointment, title } from './appointment';
import { cursor, done, session } from './parts';

/** D9.1 What somebody says who is nobody yet, under the notice. */
const newcomer = z.object({ name: personName, noticeVersion: z.number().int() }).strict();

const application = z.object({
  orgName: z.string(),
  service: z.enum(SERVICES),
  title: z.string(),
  madeOn: day,
  /** D9.4 By when it is answered. */
  dueOn: day,
  answer: z.enum(ANSWERS).nullable(),
  answeredOn: day.nullable(),
  reason: z.string().nullable(),
});

export const applications = {
  /** D1.1 Somebody says of themselves that they hold a post; an administrator answers. */
  apply: oc
    .errors(
      refusing(
        'ORG_NOT_FOUND',
        'POST_ALREADY',
        'APPLICATION_OPEN',
        'NOTICE_OUTDATED',
        'ALREADY_REGISTERED',
        'TEXT_RISKY',
        'REQUEST_REUSED',
      ),
    )
    .input(z.object({ orgId, service: z.enum(SERVICES), title, newcomer: newcomer.nullable(), requestId }).strict())
    .output(session),

  /** One's own latest, with its answer. */
  application: oc
    .errors(refusing())
    .input(empty)
    .output(z.object({ application: application.nullable() })),

  withdrawApplication: oc
    .errors(refusing('APPLICATION_ANSWERED', 'REQUEST_REUSED'))
    .input(z.object({ requestId }).strict())
    .output(done),

  /** What waits for an answer in everything that the person administers, the oldest first. */
  applications: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ cursor: cursor.optional() }).strict())
    .output(
      z.object({
        items: z.array(
          z.object({
            applicationId: id,
            name: z.string(),
            orgName: z.string(),
            service: z.enum(SERVICES),
            title: z.string(),
            madeOn: day,
            dueOn: day,
            overdue: z.boolean(),
          }),
        ),
        next: z.string().nullable(),
      }),
    ),

  approveApplication: oc
    .errors(refusing('OUT_OF_SCOPE', 'APPLICATION_ANSWERED', 'POST_ALREADY', 'DAY_OUT_OF_RANGE', 'REQUEST_REUSED'))
    .input(z.object({ applicationId: id, post: appointment, requestId }).strict())
    .output(done),

  refuseApplication: oc
    .errors(refusing('OUT_OF_SCOPE', 'APPLICATION_ANSWERED', 'REQUEST_REUSED'))
    .input(z.object({ applicationId: id, reason: line(100).pipe(z.string().min(1)), requestId }).strict())
    .output(done),
};
export type Application = z.infer<typeof application>;
