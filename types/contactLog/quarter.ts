import { oc } from '@orpc/contract';
import * as z from 'zod';
import { refusing } from '../refusals';
import { count, day, dueStanding, id } from '../shared';
import { HELPS } from '../words';

/** Between 0 and 1; null where there is nothing to take a share of (C33). */
const share = z.number().min(0).max(1).nullable();
/** The first day of a quarter, or any day in it. */
const quarter = day.optional();

/** Where a cadre stands: each demand of D2, whatever the posts (C1). */
export const ownQuarter = z.object({
  today: day,
  from: day,
  until: day,
  /** D2.3 The daily voice: the weight of the days over the quarter's days so far. */
  voice: z.object({ weight: z.number(), days: count, of: count, share, logs: count }),
  /** D2.3 At least so many a quarter. */
  activities: z.object({ done: count, wanted: count }),
  /** D2.3 Of the youths held today, how many were met this calendar year; and with how many more it is not proved. */
  faceToFace: z.object({ met: count, of: count, share, unproved: count }),
  /** D2.1, D10.4 Against the quota of the post on the quarter's last day, while it runs on today: 0 before the first post. */
  quota: dueStanding,
  /** D2.2 */
  breadth: z.object({
    fields: count,
    /** Of those who count, how many hold no post themselves. */
    ordinary: z.object({ n: count, of: count, share }),
    /** D2.1 Of the own unit; null for whom it is not looked at. */
    ownUnit: z.object({ n: count, of: count, share }).nullable(),
    /** How many are held by one cadre, by two, and so on. */
    byHolders: z.array(count),
    /** This quarter: 0 as spread as it can be, 1 always the same one; null where nothing can be said. */
    concentration: share,
  }),
  /** D2.8 Days with a meeting this quarter, and on how many of its working days so far; null in an unknown year (D10.3). */
  amongYouths: z.object({ days: count, onWorkingDays: count.nullable(), workingDays: count.nullable() }),
  /** D2.4 At least one of WeChat, QQ, Weibo. */
  identity: z.object({ open: z.boolean() }),
  disputed: count,
  /** What would help most next, the first first. */
  helps: z.array(z.object({ what: z.enum(HELPS), n: count })),
});

export const quarters = {
  /** D2.1 – D2.4, D2.8 我的季度. Its figures open by `list` of the same span with `only`, and by `contact.list`. */
  quarter: oc.errors(refusing('NOT_A_CADRE')).input(z.object({ quarter }).strict()).output(ownQuarter),

  /** D2.3 The days with a voice of a calendar year, for the heat map: only those with a weight. */
  year: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(z.object({ year: z.number().int().min(2016).max(2100).optional() }).strict())
    .output(z.object({ today: day, from: day, until: day, days: z.array(z.object({ day, weight: z.number() })) })),

  /** D7.4 A text for the self-check, drafted from the same figures, to be copied. */
  selfCheck: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(z.object({ quarter }).strict())
    .output(z.object({ text: z.string() })),

  /** What waits for a cadre, or comes: youths whom one was not in touch with for long, the activity of the quarter, disputes. */
  todos: oc
    .errors(refusing('NOT_A_CADRE'))
    .input(z.object({}).strict())
    .output(
      z.object({
        /** D2.3 The quietest first; those who begin the list, and how many in all. */
        quiet: z.object({
          n: count,
          days: count,
          items: z.array(z.object({ contactId: id, name: z.string(), /** Null when never. */ lastOn: day.nullable() })),
        }),
        /** D2.3 Until when the activity of the quarter is missing; null when there was one. */
        activityUntil: day.nullable(),
        /** D2.5 Who has said "这不是我" and waits for an answer; the name is null when they have left. */
        disputes: z.array(z.object({ logId: id, contactId: id, name: z.string().nullable(), day })),
        /** C11 Youths for whom I was named to follow and who choose still, until that day for the first of them: no names before. */
        choices: z.object({ n: count, until: day }).nullable(),
      }),
    ),
};

export type OwnQuarter = z.infer<typeof ownQuarter>;
