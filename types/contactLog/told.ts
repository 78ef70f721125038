import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { day, id, orgId, requestId } from '../shared';
import { DISPUTE_OUTCOMES } from '../words';
import { cursor, logAboutMe } from './parts';

const aboutOne = z.object({ logId: id, requestId }).strict();

/** What both sides, and an administrator, do about a log once there is one. */
export const told = {
  /** D9.4 Every log about me, the latest day first. */
  aboutMe: oc
    .errors(refusing('NOT_A_YOUTH'))
    .input(z.object({ cursor }).strict())
    .output(z.object({ items: z.array(logAboutMe), next: z.string().nullable() })),

  /** It was so. Of a meeting, within the days of D2.3, this proves it. */
  confirm: oc
    .errors(refusing('NOT_A_YOUTH', 'LOG_NOT_FOUND', 'DISPUTE_ALREADY', 'REQUEST_REUSED'))
    .input(aboutOne)
    .output(logAboutMe),

  /** "这不是我": from now on, and until it is settled, the log counts for nothing as far as I am in it. */
  dispute: oc
    .errors(refusing('NOT_A_YOUTH', 'LOG_NOT_FOUND', 'DISPUTE_ALREADY', 'REQUEST_REUSED'))
    .input(aboutOne)
    .output(logAboutMe),

  /** The last word is the youth's: it was me after all, or, once the cadre has answered, it was not. */
  settle: oc
    .errors(refusing('NOT_A_YOUTH', 'LOG_NOT_FOUND', 'DISPUTE_SETTLED', 'DISPUTE_UNANSWERED', 'REQUEST_REUSED'))
    .input(z.object({ logId: id, wasMe: z.boolean(), requestId }).strict())
    .output(logAboutMe),

  /** Nobody reads the text any more, the cadre included; the log stays. */
  hideText: oc
    .errors(refusing('NOT_A_YOUTH', 'LOG_NOT_FOUND', 'REQUEST_REUSED'))
    .input(aboutOne)
    .output(logAboutMe),

  /** D1.5 That there is a dispute, and what the cadre has answered; neither the youth nor the log. */
  disputes: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ orgId: orgId.optional(), cursor }).strict())
    .output(
      z.object({
        items: z.array(
          z.object({
            disputeId: id,
            /** Null when that account is closed (D9.5). */
            cadre: z.string().nullable(),
            orgName: z.string(),
            raisedOn: day,
            answer: z.string().nullable(),
            answeredOn: day.nullable(),
            settledOn: day.nullable(),
            outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
          }),
        ),
        next: z.string().nullable(),
      }),
    ),
};
