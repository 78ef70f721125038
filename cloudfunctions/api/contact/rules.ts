import type { ContactPolicy } from '../../../config/policy';
import type { Verdict } from '../../../types/refusals';
import type { Standing } from '../../../types/shared';
import { FIELDS, type Field, type Service } from '../../../types/words';

/** How many of each field; a field that is missing is 0. */
export type ByField = Partial<Record<Field, number>>;

/** D2.1 How many youths this post must hold: 100 for full-time and seconded cadres and for leading organs, else 10. */
export const quotaFor = (post: { service: Service; leadingOrgan: boolean }, { quota }: ContactPolicy): number =>
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
