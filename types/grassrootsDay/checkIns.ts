import { oc } from '@orpc/contract';
import * as z from 'zod';
import { cursor, done } from '../org/parts';
import { refusing } from '../refusals';
import { count, day, id, instant, line, orgId, requestId, scanned } from '../shared';
import { checkInState, located, ownCheckIn, site } from './parts';
import { CHECK_IN_REASONS } from '../words';
import { policy } from '../../config/policy';

const { line: lineLength, reason } = policy.grassrootsDay;

const scanRefusals = [
  'NOT_A_CADRE',
  'CODE_FOREIGN',
  'CODE_UNKNOWN',
  'CODE_OF_PERSON',
  'CODE_AHEAD',
  'SITE_NOT_FOUND',
  'SITE_CLOSED',
  'CHECK_IN_TOO_LATE',
] as const;

/** By a code that was scanned, or, where there is none to scan, by the site (D8.2). */
const where = z.union([z.object({ text: scanned }).strict(), z.object({ siteId: id }).strict()]);

/** A day that waits for somebody's word, as the site's contact and the administrators of the cadre's organisation see it. */
const waiting = z.object({
  checkInId: id,
  cadreName: z.string(),
  orgName: z.string(),
  site,
  day,
  at: instant,
  state: checkInState,
  distanceMetres: count.nullable(),
  askedAt: instant.nullable(),
  /** Why no code confirmed it; null when one did. */
  because: z.enum(CHECK_IN_REASONS).nullable(),
});

/** D4.2, D8.2 A day at the grass roots and its proof. */
export const checkIns = {
  /** What checking in would do, said before it is done. Writes nothing. */
  previewCheckIn: oc
    .errors(refusing(...scanRefusals))
    .input(z.object({ where }).strict())
    .output(
      z.object({
        site,
        day,
        /** D4.2 Confirmed at once, or unconfirmed until somebody says so. */
        state: checkInState,
        because: z.enum(CHECK_IN_REASONS).nullable(),
        /** There is a check-in on that day already: the day stays one (C18). */
        already: ownCheckIn.nullable(),
        /** D9.2 Whether one has allowed the location to be looked at; null when never asked. */
        location: z.boolean().nullable(),
      }),
    ),

  /**
   * D4.2 Checks in. The day is that of a live code's step, else that of the arrival (D10.2). At the same site on the same
   * day it is the same check-in, which a live code confirms where it waited or was refused. A live code of the site whose
   * contact one is oneself confirms nothing: somebody else says so.
   */
  checkIn: oc
    .errors(refusing(...scanRefusals, 'CHECK_IN_NOT_FOUND', 'LOCATION_NOT_ALLOWED', 'REQUEST_REUSED'))
    .input(z.object({ where, location: located.nullable(), requestId }).strict())
    .output(ownCheckIn),

  /** Takes back a check-in within the minute. */
  undoCheckIn: oc
    .errors(refusing('CHECK_IN_NOT_FOUND', 'UNDO_TOO_LATE', 'REQUEST_REUSED'))
    .input(z.object({ checkInId: id, requestId }).strict())
    .output(done),

  /** Leaves the site; optional, and on the day only. */
  checkOut: oc
    .errors(refusing('CHECK_IN_NOT_FOUND', 'CHECK_IN_OVER', 'REQUEST_REUSED'))
    .input(z.object({ checkInId: id, requestId }).strict())
    .output(ownCheckIn),

  /** A line about the day for oneself; an empty one takes it away. */
  noteDay: oc
    .errors(refusing('CHECK_IN_NOT_FOUND', 'REQUEST_REUSED'))
    .input(z.object({ checkInId: id, line: line(lineLength), requestId }).strict())
    .output(ownCheckIn),

  /** Asks for the confirmation of a day; once a day. */
  askToConfirm: oc
    .errors(refusing('CHECK_IN_NOT_FOUND', 'CHECK_IN_ANSWERED', 'ASKED_TODAY', 'REQUEST_REUSED'))
    .input(z.object({ checkInId: id, requestId }).strict())
    .output(ownCheckIn),

  /** One's own check-ins, the latest first. */
  days: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(z.object({ from: day.optional(), until: day.optional(), cursor: cursor.optional() }).strict())
    .output(z.object({ items: z.array(ownCheckIn), next: z.string().nullable() })),

  /** Who was at a site on a day, for its contact: those that wait first; and how many of earlier days wait. */
  visitors: oc
    .errors(refusing('SITE_NOT_FOUND'))
    .input(z.object({ siteId: id, day: day.optional() }).strict())
    .output(z.object({ day, items: z.array(waiting), earlier: z.int() })),

  /** Days that wait, the oldest first: of the sites whose contact I am, or of an organisation's cadres and of all below it. */
  waitingDays: oc
    .errors(refusing('OUT_OF_SCOPE', 'SITE_NOT_FOUND'))
    .input(
      z
        .object({
          of: z.union([z.object({ siteId: id }).strict(), z.object({ orgId }).strict()]),
          cursor: cursor.optional(),
        })
        .strict(),
    )
    .output(z.object({ items: z.array(waiting), next: z.string().nullable() })),

  /** Confirms or refuses several at once; one that was answered meanwhile stays as it was answered first. Never one's own. */
  answerDays: oc
    .errors(refusing('CHECK_IN_NOT_FOUND', 'CHECK_IN_OWN', 'REQUEST_REUSED'))
    .input(
      z
        .object({
          checkInIds: z.array(id).min(1).max(100),
          confirmed: z.boolean(),
          /** Said to the cadre; needed for a refusal. */
          reason: line(reason).nullable(),
          requestId,
        })
        .strict()
        .refine(({ confirmed, reason: said }) => confirmed || (said !== null && said !== '')),
    )
    .output(z.object({ answered: count, answeredBefore: count })),

  /** D9.2 Allows the phone's location to be looked at when checking in, or no more. */
  allowLocation: oc
    .errors(refusing('NOT_A_CADRE', 'REQUEST_REUSED'))
    .input(z.object({ allowed: z.boolean(), requestId }).strict())
    .output(done),
};
