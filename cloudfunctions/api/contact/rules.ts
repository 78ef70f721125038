import type { ContactPolicy } from '../../../config/policy';
import type { Verdict } from '../../../types/refusals';
import type { DueStanding, Standing } from '../../../types/shared';
import { FIELDS, type Field, type Service } from '../../../types/words';
import { daysAfter } from '../kernel/calendar';

/** How many of each field; a field that is missing is 0. */
export type ByField = Partial<Record<Field, number>>;

/** What of a post decides its quota. */
export interface PostClass {
  service: Service;
  leadingOrgan: boolean;
}

/** D2.1 How many youths this post must hold: 100 for full-time and seconded cadres and for leading organs, else 10. */
export const quotaFor = (post: PostClass, { quota }: ContactPolicy): number =>
  post.service !== 'partTime' || post.leadingOrgan ? quota.full : quota.basic;

/**
 * D2.2 The fields to look for youths in next: those with the fewest, fewest first, as many as the policy names, and only
 * those with less than its part of an even share. Empty when nobody is held yet or the spread is even.
 */
export function thinFields(byField: ByField, { thin }: ContactPolicy): Field[] {
  const counts = FIELDS.map((field) => ({ field, n: byField[field] ?? 0 }));
  const evenShare = counts.reduce((sum, { n }) => sum + n, 0) / FIELDS.length;
  return counts
    .filter(({ n }) => n < evenShare * thin.partOfEvenShare)
    .sort((a, b) => a.n - b.n)
    .slice(0, thin.atMost)
    .map(({ field }) => field);
}

/** D2.1, D2.2 Where a post stands: `held` by field, of which `overAge` are over 35 and count for nothing (D1.3). */
export function standingOf(held: ByField, overAge: ByField, quota: number, policy: ContactPolicy): Standing {
  const entries = FIELDS.map((field) => [field, (held[field] ?? 0) - (overAge[field] ?? 0)] as const);
  const byField = Object.fromEntries(entries) as Record<Field, number>;
  const counted = entries.reduce((sum, [, n]) => sum + n, 0);
  const uncounted = FIELDS.reduce((sum, field) => sum + (overAge[field] ?? 0), 0);
  return {
    counted,
    overAge: uncounted,
    quota,
    missing: Math.max(0, quota - counted),
    byField,
    thin: thinFields(byField, policy),
  };
}

interface QuotaFacts {
  quota: number;
  /** Of the post before; null where there was none. */
  before: number | null;
  /** The first day of the post of today. */
  since: string;
}

/**
 * D2.1, C2 When a quota that has grown with the class is due: so many days after the change, and until then nothing is
 * short. Null when it is due, or when there is nothing to wait for.
 */
export function quotaDueOn({ quota, before, since }: QuotaFacts, today: string, dueAfterDays: number): string | null {
  if (before === null || quota <= before) return null;
  const dueOn = daysAfter(since, dueAfterDays);
  return today < dueOn ? dueOn : null;
}

/** D10.4 A post on a day, its first day, and the class of the post before it. */
export interface Tenure extends PostClass {
  since: string;
  before: PostClass | null;
}

/** D2.1, D10.4, C2 The same on a day, by the post of that day; without one nothing is asked. */
export function dueStandingOf(
  held: ByField,
  overAge: ByField,
  tenure: Tenure | null,
  day: string,
  policy: ContactPolicy,
): DueStanding {
  const quota = tenure ? quotaFor(tenure, policy) : 0;
  const before = tenure?.before ? quotaFor(tenure.before, policy) : null;
  const dueOn = tenure && quotaDueOn({ quota, before, since: tenure.since }, day, policy.quotaDueAfterDays);
  return { ...standingOf(held, overAge, quota, policy), dueOn };
}

/** D2.3 After which day without a log a contact is quiet: one of which the last log is older than that. */
export const quietBefore = (today: string, quietAfterDays: number): string => daysAfter(today, -quietAfterDays);

export interface HoldingFacts {
  scannedBy: 'cadre' | 'youth';
  /** The cadre holds a post today. */
  holderHasPost: boolean;
  /** Since when these two are in contact; null when they are not. */
  since: string | null;
  /** How many cadres hold the youth, these two not being in contact. */
  holders: number;
  minor: boolean;
  /** D9.3 The cadre may hold minors today. */
  approvedForMinors: boolean;
  /** D9.9 The youth does not want this cadre. */
  blocked: boolean;
}

/** D2.2, C5 Nobody holds oneself, whichever of the own codes it is: null when it is somebody else's. */
export const selfVerdict = (scannerId: string, ownerId: string): Verdict | null =>
  scannerId === ownerId ? { refuse: 'CONTACT_SELF' } : null;

/** D2.2 Whether a cadre may hold a youth: null when yes, else why not. D9.3 minors; D9.9 a block. */
export function holdingVerdict(facts: HoldingFacts, policy: ContactPolicy): Verdict | null {
  const { scannedBy } = facts;
  if (!facts.holderHasPost) return { refuse: 'HOLDER_NOT_CADRE' };
  if (facts.since) return { refuse: 'CONTACT_ALREADY', since: facts.since };
  if (facts.blocked) return { refuse: 'CADRE_BLOCKED', scannedBy };
  if (facts.minor && !facts.approvedForMinors) return { refuse: 'MINOR_NEEDS_APPROVAL', scannedBy };
  if (facts.holders >= policy.holdersPerYouth)
    return { refuse: 'YOUTH_FULL', scannedBy, holders: facts.holders, cap: policy.holdersPerYouth };
  return null;
}

/** Until when a contact can be undone, as if it had never been: the policy's seconds after it began. */
export const undoUntil = (startedAt: Date, { undoSeconds }: ContactPolicy): Date =>
  new Date(startedAt.getTime() + undoSeconds * 1000);

/** Whether a contact can still be undone: null when yes, else why not. */
export function undoVerdict(
  contact: { startedAt: Date; endedAt: Date | null },
  now: Date,
  policy: ContactPolicy,
): Verdict | null {
  if (contact.endedAt) return { refuse: 'CONTACT_ENDED' };
  if (now > undoUntil(contact.startedAt, policy)) return { refuse: 'UNDO_TOO_LATE', seconds: policy.undoSeconds };
  return null;
}

/** C11 A contact whose cadre holds no post: since when, and the last day on which its place is kept. */
export interface Waits {
  since: string;
  until: string;
}

/** C11 The last day on which what a post leaves behind keeps its place; `leftOn` is the first day without the post. */
export const keptUntil = (leftOn: string, { waitingDays }: Pick<ContactPolicy, 'waitingDays'>): string =>
  daysAfter(leftOn, waitingDays - 1);

/** C11 How a contact waits today; null while its cadre holds a post (`leftOn` is null), and when the time is over. */
export function waits(leftOn: string | null, today: string, policy: Pick<ContactPolicy, 'waitingDays'>): Waits | null {
  if (leftOn === null || today < leftOn) return null;
  const until = keptUntil(leftOn, policy);
  return today > until ? null : { since: leftOn, until };
}

export interface ChoiceFacts {
  ended: boolean;
  /** The first day on which the contact's cadre held no post any more; null while one is held. */
  leftOn: string | null;
  /** Whoever was chosen is a cadre of today of the organisation that was left. */
  choosable: boolean;
}

/** C11 Whether a youth may choose who follows in a contact, and this one: null when yes, else why not. */
export function choiceVerdict(facts: ChoiceFacts, today: string, policy: ContactPolicy): Verdict | null {
  if (facts.ended) return { refuse: 'CONTACT_ENDED' };
  if (facts.leftOn === null) return { refuse: 'CONTACT_NOT_WAITING' };
  if (!waits(facts.leftOn, today, policy)) return { refuse: 'CONTACT_ENDED' };
  return facts.choosable ? null : { refuse: 'CHOICE_NOT_THERE' };
}
