import type { LogPolicy, Policy } from '../../../../config/policy';
import type { Verdict } from '../../../../types/refusals';
import type { LogWay, MarkState, Proof } from '../../../../types/words';
import { dayOf, daysAfter } from '../../kernel/calendar';

/** D2.5 A log of an earlier day than this is late. */
export const lateBefore = (today: string, { lateAfterDays }: LogPolicy): string => daysAfter(today, -lateAfterDays);

/** D2.5, C19 Dated D and uploaded on D+7 it is on time, on D+8 late. */
export const isLate = (day: string, uploadedOn: string, policy: LogPolicy): boolean =>
  day < lateBefore(uploadedOn, policy);

/** D2.3, D2.5 What a log weighs: 1, or ½ when late; 0 while it counts in no youth. */
export function weightOf({ late, standing }: { late: boolean; standing: number }, { lateWeight }: LogPolicy): number {
  if (standing === 0) return 0;
  return late ? lateWeight : 1;
}

/** D2.3 An activity is offline and brings several together; anything else is none. */
export const isActivity = (
  wish: boolean,
  { way, youths }: { way: LogWay; youths: number },
  policy: LogPolicy,
): boolean => wish && way === 'faceToFace' && youths >= policy.activityFrom;

/** A contact of a log, as far as it decides whether the log may be written. */
export interface Logged {
  startedAt: Date;
  endedAt: Date | null;
}

export interface LogFacts {
  day: string;
  /** How many contacts are named, and which of them are one's own and may be seen. */
  named: number;
  contacts: Logged[];
  /** One held a post on that day. */
  inPost: boolean;
}

/**
 * D2.5, C19 Whether a log may be written: null when yes, else why not. Every contact stands, and had begun by that day;
 * no day ahead of today. D10.4 The post is the one of that day, so there must have been one.
 */
export function logVerdict({ day, named, contacts, inPost }: LogFacts, today: string): Verdict | null {
  if (day > today) return { refuse: 'LOG_IN_FUTURE', today };
  if (contacts.length < named) return { refuse: 'CONTACT_NOT_FOUND' };
  if (contacts.some(({ endedAt }) => endedAt)) return { refuse: 'CONTACT_ENDED' };
  const since = contacts.map(({ startedAt }) => dayOf(startedAt)).reduce((a, b) => (a > b ? a : b));
  if (day < since) return { refuse: 'LOG_BEFORE_CONTACT', since };
  return inPost ? null : { refuse: 'LOG_WITHOUT_POST', day };
}

/** D2.5 A log can be changed and deleted on the day on which it was written: null when yes. */
export function changeVerdict(writtenAt: Date, today: string): Verdict | null {
  const writtenOn = dayOf(writtenAt);
  return writtenOn === today ? null : { refuse: 'LOG_CLOSED', writtenOn };
}

const DISPUTED: readonly MarkState[] = ['disputed', 'answered', 'struck'];

export interface EditFacts {
  states: MarkState[];
  /** How many it is about, and how many of them the cadre holds and may see today. */
  youths: number;
  seen: number;
}

/**
 * D2.5 What a youth has disputed is answered, and not changed. C3, D9.5 A log stays as it is once somebody in it has left
 * or is not seen any more: whoever changes it would drop them, and what has counted in them.
 */
export function editVerdict({ states, youths, seen }: EditFacts): Verdict | null {
  if (states.some((state) => DISPUTED.includes(state))) return { refuse: 'LOG_DISPUTED' };
  return seen < youths ? { refuse: 'LOG_KEPT' } : null;
}

/** D2.5 A cadre answers what is disputed, and may answer again until it is settled. */
export const answerVerdict = (state: MarkState): Verdict | null =>
  state === 'disputed' || state === 'answered' ? null : { refuse: 'DISPUTE_SETTLED' };

/** A youth says to a log that it was so, or that it was not: once; what is in dispute is settled. */
export const sayVerdict = (state: MarkState): Verdict | null =>
  DISPUTED.includes(state) ? { refuse: 'DISPUTE_ALREADY' } : null;

/** D9.4 What was raised on a day waits for the cadre's answer so many days, whether there is a cadre still or not. */
export const isOverdue = (raisedOn: string, today: string, { answerDays }: Pick<Policy, 'answerDays'>): boolean =>
  today > daysAfter(raisedOn, answerDays);

/** The last word is the youth's: "it was me" at any time, "it was not" once the cadre has answered, or is overdue. */
export function settleVerdict(state: MarkState, wasMe: boolean, overdue: boolean): Verdict | null {
  if (state !== 'disputed' && state !== 'answered') return { refuse: 'DISPUTE_SETTLED' };
  return wasMe || overdue || state === 'answered' ? null : { refuse: 'DISPUTE_UNANSWERED' };
}

/** D2.3 Until which day a youth's tap proves a meeting: so many days after it was written down. */
export const tapUntil = (writtenAt: Date, { tapWithinDays }: LogPolicy): string =>
  daysAfter(dayOf(writtenAt), tapWithinDays);

/** D2.3 What proves a meeting once the youth has tapped: a live code already, or the tap, if it comes in time. */
export function proofAfterTap(
  { way, writtenAt, proof }: { way: LogWay; writtenAt: Date; proof: Proof | null },
  today: string,
  policy: LogPolicy,
): Proof | null {
  if (proof || way !== 'faceToFace') return proof;
  return today <= tapUntil(writtenAt, policy) ? 'tap' : null;
}
