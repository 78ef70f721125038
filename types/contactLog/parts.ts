import * as z from 'zod';
import { policy } from '../../config/policy';
import { count, day, id, instant, line } from '../shared';
import { LOG_TASKS, LOG_WAYS, MARK_STATES, PROOFS, TEXT_STATES } from '../words';

const { youths, longest } = policy.contactLog;

/** One line that a person wrote; empty for none. */
export const oneLine = line(longest);
export const cursor = z.string().max(200).optional();
export const task = z.enum(LOG_TASKS);
export const way = z.enum(LOG_WAYS);
const textState = z.enum(TEXT_STATES);

export const contactIds = z
  .array(id)
  .min(1)
  .max(youths)
  .refine((ids) => new Set(ids).size === ids.length);

/** What a cadre says of a log. An activity (D2.3) is offline: in any other way it is none. */
export const said = { task, way, activity: z.boolean(), day, text: oneLine, contactIds };

/** What of a log both sides see. */
const shown = {
  logId: id,
  task,
  way,
  activity: z.boolean(),
  day,
  /** D2.5 Uploaded too late: it weighs half. */
  late: z.boolean(),
  /** Null where it is hidden, or names somebody who has left; while it waits, for all but its cadre. */
  text: z.string().nullable(),
  textState,
  writtenAt: instant,
  /** When it was changed last; null when never. */
  changedAt: instant.nullable(),
};

/** A youth of a log whom the cadre still holds. */
const logMark = z.object({
  contactId: id,
  name: z.string(),
  state: z.enum(MARK_STATES),
  /** D1.3 False for a youth who was over 35 on the day. */
  counts: z.boolean(),
  /** D2.3 What proves the meeting; null when nothing does, or when it was no meeting. */
  proof: z.enum(PROOFS).nullable(),
  /** What the cadre has answered to "这不是我"; others see it when it is shown. */
  answer: z.string().nullable(),
  answerState: textState.nullable(),
});

/** A log as the cadre sees it. */
export const ownLog = z.object({
  ...shown,
  /** D2.3 What it weighs in the rhythm: 1, or half when late; 0 while nobody stands in it who counts. */
  weight: z.number(),
  /** Those who are still held, the first of them in lists. */
  people: z.array(logMark),
  /** How many it is about, those included who have left. */
  youths: count,
  disputed: count,
  /** D2.5 It can be changed and deleted today still. */
  open: z.boolean(),
});

/** What a log said before it was changed. */
export const version = z.object({
  until: instant,
  task,
  way,
  activity: z.boolean(),
  day,
  text: z.string().nullable(),
  youths: count,
});

/** A log as the youth sees it whom it is about. */
export const logAboutMe = z.object({
  ...shown,
  /** The name is null when that account is closed (D9.5). */
  cadre: z.object({ name: z.string().nullable(), orgName: z.string() }),
  state: z.enum(MARK_STATES),
  proof: z.enum(PROOFS).nullable(),
  /** D2.3 Until which day a tap proves the meeting; null where none is needed or it is too late. */
  tapUntil: day.nullable(),
  /** I have hidden the text. */
  hidden: z.boolean(),
  answer: z.string().nullable(),
  /** Null when there is none. */
  answerState: textState.nullable(),
  /** D9.4 I said that it was not me, and nobody has answered in time: I may settle it either way. */
  overdue: z.boolean(),
  /** How many others it is about. */
  others: count,
});

export type LogMark = z.infer<typeof logMark>;
export type OwnLog = z.infer<typeof ownLog>;
export type LogAboutMe = z.infer<typeof logAboutMe>;
