import type { Policy } from '../../../../config/policy';
import type { Verdict } from '../../../../types/refusals';
import type { CheckInReason, CheckInState, DayClock } from '../../../../types/words';
import { dayOf } from '../../kernel/calendar';

/** What somebody has to show for being at a site: the step of a live code, the printed code, or nothing but the site. */
export type Shown = { step: number } | 'standing' | 'noCode';

/** The day of a check-in and what proves it; `because` says why a code did not confirm it, null when one did. */
export interface Proof {
  day: string;
  clock: DayClock;
  state: Exclude<CheckInState, 'refused'>;
  because: CheckInReason | null;
}

type ProofPolicy = Pick<Policy, 'codes' | 'grassrootsDay'>;

const stepTime = (step: number, { codes }: Pick<Policy, 'codes'>): number => step * codes.stepSeconds * 1000;

/**
 * D4.2, D10.2 A live code proves the day of its own step (C13): within the minutes it confirms it, within the hours it is
 * recorded and waits; the printed code and the site alone prove nothing but that of the arrival, and wait. Never of a step
 * ahead of the server. D8.2 The code of the site whose contact one is oneself, or was when it was shown, confirms nothing either.
 */
export function proofOf(shown: Shown, ownSite: boolean, now: Date, policy: ProofPolicy): Proof | { refused: Verdict } {
  if (typeof shown === 'string') return { day: dayOf(now), clock: 'arrival', state: 'unconfirmed', because: shown };
  const at = stepTime(shown.step, policy);
  const ageSeconds = (now.getTime() - at) / 1000;
  const { recordHours } = policy.grassrootsDay;
  if (ageSeconds < 0) return { refused: { refuse: 'CODE_AHEAD' } };
  if (ageSeconds > recordHours * 3600) return { refused: { refuse: 'CHECK_IN_TOO_LATE', hours: recordHours } };
  const day = { day: dayOf(new Date(at)), clock: 'step' } as const;
  if (ageSeconds > policy.codes.acceptMinutes * 60) return { ...day, state: 'unconfirmed', because: 'late' };
  return ownSite ? { ...day, state: 'unconfirmed', because: 'ownSite' } : { ...day, state: 'confirmed', because: null };
}

/** D10.2 The time of a check-in: that of its live code's step, or else that of its arrival. */
export const timeOf = ({ step, at }: { step: number | null; at: Date }, policy: Pick<Policy, 'codes'>): Date =>
  step === null ? at : new Date(stepTime(step, policy));

/**
 * D8.2 From when on whoever looked after a site can have had a step's code from it: the showing phone gets those of some
 * steps in advance. Null without a live code.
 */
export const ownSince = (shown: Shown, { codes }: Pick<Policy, 'codes'>): Date | null =>
  typeof shown === 'string' ? null : new Date((shown.step - codes.stepsInAdvance) * codes.stepSeconds * 1000);

/** D10.2 The day that a check-in would be of, whatever becomes of it. */
export const dayShown = (shown: Shown, now: Date, policy: ProofPolicy): string =>
  dayOf(typeof shown === 'string' ? now : new Date(Math.min(stepTime(shown.step, policy), now.getTime())));

/**
 * C18 What is left when one checks in again at a site where one was on that day already: a live code confirms what waited
 * or was refused; anything else changes nothing.
 */
export const raises = (before: CheckInState, now: Proof['state']): boolean =>
  now === 'confirmed' && before !== 'confirmed';

/** Until when a check-in can be undone as if it had never been. */
export const undoUntil = (at: Date, { undoSeconds }: Policy['grassrootsDay']): Date =>
  new Date(at.getTime() + undoSeconds * 1000);

export const undoVerdict = (at: Date, now: Date, days: Policy['grassrootsDay']): Verdict | null =>
  now <= undoUntil(at, days) ? null : { refuse: 'UNDO_TOO_LATE', seconds: days.undoSeconds };

/** One leaves a site on the day on which one was there. */
export const leavingVerdict = (day: string, today: string): Verdict | null =>
  day === today ? null : { refuse: 'CHECK_IN_OVER', day };

/** D4.2 A confirmation is asked for while the day waits, and once a day. */
export function askingVerdict(state: CheckInState, askedAt: Date | null, today: string): Verdict | null {
  if (state !== 'unconfirmed') return { refuse: 'CHECK_IN_ANSWERED' };
  return askedAt && dayOf(askedAt) === today ? { refuse: 'ASKED_TODAY' } : null;
}
