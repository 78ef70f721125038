import type { SignInPolicy } from '../../../config/policy';
import type { Verdict } from '../../../types/refusals';
import { dayOf } from '../kernel/calendar';

/** A browser's asking to be signed in, as it stands. */
export interface SignIn {
  expiresAt: Date;
  /** Null while nobody has answered. */
  answer: 'approved' | 'refused' | null;
  /** When the session was given out; null while it was not. */
  finishedAt: Date | null;
}

/** Whether a phone may still answer: once, and before the minute is over. */
export function answerVerdict({ expiresAt, answer }: SignIn, now: Date): Verdict | null {
  if (answer) return { refuse: 'SIGN_IN_ANSWERED' };
  return now < expiresAt ? null : { refuse: 'SIGN_IN_EXPIRED' };
}

/** Whether a browser may wait on, or come in: once, and only a little after the minute when that was approved in it. */
export function finishVerdict(signIn: SignIn, now: Date, policy: SignInPolicy): Verdict | null {
  const { expiresAt, answer, finishedAt } = signIn;
  if (answer === 'refused') return { refuse: 'SIGN_IN_REFUSED' };
  const graceMs = answer === 'approved' ? policy.fetchSeconds * 1000 : 0;
  const isLate = now.getTime() >= expiresAt.getTime() + graceMs;
  return finishedAt || isLate ? { refuse: 'SIGN_IN_EXPIRED' } : null;
}

/** D9.4 The last day for an answer to what was asked now. */
export const answerDueOn = (now: Date, answerDays: number): string =>
  dayOf(new Date(now.getTime() + answerDays * 86_400_000));

/** D1.5 An administrator above sees numbers and not youths: of a unit, enough to recognise what one was told. */
export function maskedUnit(unit: string | null): string | null {
  const characters = Array.from(unit ?? '');
  if (characters.length === 0) return null;
  return characters.length <= 4
    ? `${characters[0]}…`
    : `${characters.slice(0, 2).join('')}…${characters.slice(-1).join('')}`;
}

/** When somebody was last seen, to the hour. */
export const toTheHour = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 3_600_000) * 3_600_000);
