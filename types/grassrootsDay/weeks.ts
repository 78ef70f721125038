import { oc } from '@orpc/contract';
import * as z from 'zod';
import { policy } from '../../config/policy';
import { cursor, done } from '../org/parts';
import { refusing } from '../refusals';
import { count, day, id, instant, line, orgId, requestId } from '../shared';
import { LEAVE_STATES, WEEK_STATES } from '../words';
import { site } from './parts';

/** Of which weeks are asked for: none were kept before. */
const year = z.number().int().min(2021).max(2100).optional();
const { reason } = policy.grassrootsDay;

/** D4.3 One week, Monday to Sunday, and everything that its sentence says. */
const week = z.object({
  monday: day,
  /** D10.1 The first day of its quarter, which is that of its Thursday. */
  quarter: day,
  state: z.enum(WEEK_STATES),
  /** Days that count, and days that wait for somebody's word. */
  confirmed: z.array(day),
  waiting: z.array(day),
  /** Its working days on which a day is asked; null while the calendar of one of its years is missing (D10.3). */
  working: z.array(day).nullable(),
  /** The others: on approved leave, in a posting, on which no such post was held (D10.4). None is counted twice. */
  onLeave: count,
  posted: count,
  outside: count,
  /** How many days it takes; fewer than usual where fewer working days are left. */
  wanted: count,
});
export type Week = z.infer<typeof week>;

const leaveFacts = { leaveId: id, from: day, until: day, state: z.enum(LEAVE_STATES), askedAt: instant };

const grid = z.object({
  year: z.number().int(),
  today: day,
  /** All of the year's. A row has a letter of each that has begun, in this order. */
  mondays: z.array(day),
  quarters: z.array(day),
});

/** Weeks and shares: `eligible` weeks are over and not exempt, or met already (C33: no share where there are none). */
const shares = z.object({ cadres: count, eligible: count, met: count, share: z.number().min(0).max(1).nullable() });

/** D4.3 The week, leave and the calendar behind it. */
export const weeks = {
  /** One's own weeks of a year in which a day was asked, up to this one, and where one was. */
  year: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(z.object({ year }).strict())
    .output(
      z.object({
        today: day,
        year: z.number().int(),
        /** D4.1 Whether a day a week is asked of the post that one holds today. */
        asked: z.boolean(),
        weeks: z.array(week),
        sites: z.array(site.extend({ days: count, last: day })),
      }),
    ),

  /** Leave: asked for by the cadre, also for days that are over (C17). */
  askLeave: oc
    .errors(refusing('NOT_A_CADRE', 'LEAVE_OVERLAPS', 'DAY_OUT_OF_RANGE', 'REQUEST_REUSED'))
    .input(
      z
        .object({ from: day, until: day, requestId })
        .strict()
        .refine(({ from, until }) => from <= until),
    )
    .output(z.object({ leaveId: id })),

  /** Takes back one that is asked for or approved. */
  cancelLeave: oc
    .errors(refusing('LEAVE_NOT_FOUND', 'LEAVE_OVER', 'REQUEST_REUSED'))
    .input(z.object({ leaveId: id, requestId }).strict())
    .output(done),

  /** One's own, the latest first. */
  leaves: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(z.object({ cursor: cursor.optional() }).strict())
    .output(
      z.object({
        items: z.array(z.object({ ...leaveFacts, reason: z.string().nullable(), answeredAt: instant.nullable() })),
        next: z.string().nullable(),
      }),
    ),

  /** Those that wait for one's answer, the oldest first, of an organisation and of all below it; none of one's own. */
  askedLeaves: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ orgId, cursor: cursor.optional() }).strict())
    .output(
      z.object({
        items: z.array(z.object({ ...leaveFacts, cadreName: z.string(), orgName: z.string() })),
        next: z.string().nullable(),
      }),
    ),

  /** By an administrator of the cadre's organisation or above, never about oneself. */
  answerLeave: oc
    .errors(refusing('OUT_OF_SCOPE', 'LEAVE_NOT_FOUND', 'LEAVE_ANSWERED', 'LEAVE_OWN', 'REQUEST_REUSED'))
    .input(
      z
        .object({ leaveId: id, approved: z.boolean(), reason: line(reason).nullable(), requestId })
        .strict()
        .refine(({ approved, reason: said }) => approved || (said !== null && said !== '')),
    )
    .output(done),

  /** D8.2, C33 Week by cadre of an organisation's own cadres, or of those of the organisations below it. */
  grid: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(
      z
        .object({
          orgId,
          year,
          of: z.enum(['own', 'below']),
          leadership: z.boolean().optional(),
          cursor: cursor.optional(),
        })
        .strict(),
    )
    .output(
      grid.extend({
        rows: z.array(
          z.object({
            postId: id,
            /** Null of somebody who has closed the account (D9.5). */
            name: z.string().nullable(),
            orgName: z.string(),
            leadership: z.boolean(),
            /** `WEEK_LETTERS`, one a week; a blank where no day was asked of the post. */
            weeks: z.string(),
            /** Days that count in them. */
            days: count,
            met: count,
            eligible: count,
          }),
        ),
        next: z.string().nullable(),
        /** How many cadres are asked in all; with the first page only. */
        cadres: count.nullable(),
        /** With the first page only, and null where there are more cadres than are summed up at once. */
        sums: z.object({ all: shares, leaders: shares, others: shares }).nullable(),
      }),
    ),

  /** One cadre's weeks for who manages the post: the sentence behind a letter. */
  weeksOf: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({ postId: id, year }).strict())
    .output(z.object({ today: day, year: z.number().int(), name: z.string().nullable(), weeks: z.array(week) })),

  /** D10.3 The years that are known. */
  calendar: oc
    .errors(refusing('OUT_OF_SCOPE'))
    .input(z.object({}).strict())
    .output(
      z.object({
        years: z.array(
          z.object({ year: z.number().int(), off: z.array(day), worked: z.array(day), by: z.string().nullable() }),
        ),
        /** Whether one may load a year: an administrator of the province. */
        mayLoad: z.boolean(),
      }),
    ),

  /** D10.3 Loads a year from the text of the State Council's notice; with `dryRun` only says what it reads there. */
  loadCalendar: oc
    .errors(refusing('OUT_OF_SCOPE', 'CALENDAR_UNREADABLE', 'REQUEST_REUSED'))
    .input(
      z
        .object({
          year: z.number().int().min(2016).max(2100),
          notice: z.string().min(1).max(4000),
          dryRun: z.boolean(),
          requestId,
        })
        .strict(),
    )
    .output(
      z.object({
        year: z.number().int(),
        off: z.array(day),
        worked: z.array(day),
        /** What is known of that year already, and would be replaced. */
        replaces: z.boolean(),
        loaded: z.boolean(),
      }),
    ),
};
