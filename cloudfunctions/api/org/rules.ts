import type { AgePolicy, ContactPolicy, Policy } from '../../../config/policy';
import type { Verdict } from '../../../types/refusals';
import type { ChannelKind, Level } from '../../../types/words';
import { keptUntil } from '../contact/rules';
import { adultBornBy, daysAfter, firstOfMonthAfter, monthsBetween } from '../kernel/calendar';

/**
 * D1.3, C8 Completed years on a day. Only the month of birth is known, so a birthday is taken to fall on the first
 * day of the month after it: born in May 2010, 16 from 1 June 2026.
 */
export const ageOn = (birthMonth: string, day: string): number => Math.floor((monthsBetween(birthMonth, day) - 1) / 12);

/** D1.3 The first day on which a youth no longer counts: 36 in completed years. */
export const countsUntil = (birthMonth: string, age: AgePolicy): string =>
  firstOfMonthAfter(birthMonth, age.uncountedFrom * 12 + 1);

/** D1.3 Over 35: accepted and flagged, not counted. */
export const isOverAge = (birthMonth: string, day: string, age: AgePolicy): boolean =>
  day >= countsUntil(birthMonth, age);

/** D9.3 From 14 to 17: marked. */
export const isMinor = (birthMonth: string, day: string, age: AgePolicy): boolean =>
  ageOn(birthMonth, day) < age.adultFrom;

/** D9.3 A cadre on a day, to whom minors are shown only where that is approved. */
export const holderOn = (cadreId: string, today: string, age: AgePolicy) => ({
  cadreId,
  today,
  adultBornBy: adultBornBy(today, age),
});

/** D1.3 Under 14 is not registered. */
export const mayRegister = (birthMonth: string, day: string, age: AgePolicy): boolean =>
  ageOn(birthMonth, day) >= age.registerFrom;

interface Named {
  name: string;
  place: string;
  leadingOrgan: boolean;
}

/** D2.4 The name in the open: 共青团 + place + name for a cadre of a leading organ, the plain name for others. */
export const publicName = ({ name, place, leadingOrgan }: Named): string =>
  leadingOrgan ? `共青团${place}${name}` : name;

/** D1.5 Whether an organisation is one of those administered, or below one of them. Paths are ids from the root, `/1/23/`. */
export const isWithin = (path: string, administered: readonly string[]): boolean =>
  administered.some((root) => path.startsWith(root));

/** D1.5 Whether one of those administered stands below another of them: what waits in it waits there already. */
export const isNested = (path: string, administered: readonly string[]): boolean =>
  isWithin(
    path,
    administered.filter((root) => root !== path),
  );

/** D1.2 What stands right below a level, in the order of the tree. Two cities have no counties; a branch has nothing below it. */
export const levelsBelow = (level: Level): Level[] => {
  const below: Record<Level, Level[]> = {
    province: ['city', 'unit'],
    city: ['county', 'township'],
    unit: ['branch'],
    county: ['township', 'branch'],
    township: ['branch'],
    branch: [],
  };
  return below[level];
};

/** D1.2 The committees of province, city and county are leading organs, and a unit that acts for the province over a sector. */
export const isLeadingOrgan = (level: Level, forProvince: boolean): boolean =>
  ['province', 'city', 'county'].includes(level) || (level === 'unit' && forProvince);

interface Invited {
  claimedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
}

/** D1.1 Whether an invitation can still be withdrawn or made anew: by whomever it was not claimed yet. */
export function openVerdict({ claimedAt, revokedAt }: Omit<Invited, 'expiresAt'>): Verdict | null {
  if (claimedAt) return { refuse: 'INVITATION_USED' };
  return revokedAt ? { refuse: 'INVITATION_REVOKED' } : null;
}

/** D1.1 Whether an invitation can be claimed: once, until it expires, unless it was withdrawn. */
export const invitationVerdict = (invited: Invited, now: Date): Verdict | null =>
  openVerdict(invited) ?? (now < invited.expiresAt ? null : { refuse: 'INVITATION_EXPIRED' });

/** D10.4 A day within a span, both ends in it; an open end is null. */
export const dayVerdict = (day: string, from: string, until: string | null): Verdict | null =>
  day < from || (until !== null && day > until) ? { refuse: 'DAY_OUT_OF_RANGE', from, until } : null;

/** D10.4 The first day of a post, which may have been held for long when it is entered here. */
export const appointmentVerdict = (from: string, today: string, { yearsBack, daysAhead }: Policy['appointment']) =>
  dayVerdict(from, firstOfMonthAfter(today, -yearsBack * 12), daysAfter(today, daysAhead));

interface Dated {
  from: string;
  until: string | null;
}

/**
 * D10.4 The first day on which a post is not held any more: never in the past, whose figures stay, and never later than
 * the end that is set already. A post that has not begun yet can end on its first day: then it was never held.
 */
export function endVerdict(until: string, post: Dated, today: string, { daysAhead }: Policy['appointment']) {
  if (post.until !== null && post.until <= today) return { refuse: 'POST_ENDED' } as const;
  const earliest = post.from > today ? post.from : today;
  return dayVerdict(until, earliest, post.until ?? daysAfter(earliest, daysAhead));
}

/** C11 The last day on which youths choose who follows in a post; null while it has no end. */
export const handOverEnds = (until: string | null, policy: Pick<ContactPolicy, 'waitingDays'>): string | null =>
  until && keptUntil(until, policy);

interface SuccessorFacts {
  /** The last day on which the youths choose; null where the post has no end. */
  ends: string | null;
  /** Another cadre of today of the same organisation; true where nobody is named. */
  isThere: boolean;
}

/** C11 Whether somebody is named to follow in a post: while it ends, or its youths still choose. */
export function successorVerdict({ ends, isThere }: SuccessorFacts, today: string): Verdict | null {
  if (ends === null || today > ends) return { refuse: 'POST_NOT_ENDING' };
  return isThere ? null : { refuse: 'SUCCESSOR_NOT_THERE' };
}

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;

/**
 * D9.3 An approval holds from today on at the earliest, begins while the post lasts and, where it is to end, is for a
 * day at least.
 */
export function approvalVerdict(
  { from, until }: Dated,
  postEnd: string | null,
  today: string,
  { daysAhead }: Policy['appointment'],
) {
  const latest = earlier(daysAfter(today, daysAhead), postEnd && daysAfter(postEnd, -1));
  return dayVerdict(from, today, latest) ?? (until === null ? null : dayVerdict(until, daysAfter(from, 1), null));
}

/** D9.3 An approval ends with the post at the latest. */
export const approvalEnd = (wished: string | null, postEnd: string | null): string | null => earlier(wished, postEnd);

/** D1.5 The province keeps an administrator: nobody above could make another one. */
export const lastVerdict = (isRoot: boolean, others: number): Verdict | null =>
  isRoot && others === 0 ? { refuse: 'LAST_ADMINISTRATOR' } : null;

/** D9.4 The day by which somebody answers. */
export const answerDue = (today: string, answerDays: number): string => daysAfter(today, answerDays);

const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const signsOf = (text: string): string[] => Array.from(signs.segment(text), ({ segment }) => segment);

/** From as many digits on, seven of them still leave four unknown. */
const WHOLE_NUMBER = 11;

/**
 * D9.7 What lists show of a channel: of a phone number the first three and the last four, of anything else the first and
 * the last sign, and never its length. Of two signs the first, of one none.
 */
export function masked(kind: ChannelKind, value: string): string {
  const all = signsOf(value);
  const isNumber = kind === 'phone' && /^\d+$/.test(value) && all.length >= WHOLE_NUMBER;
  const [head, tail] = isNumber ? [3, 4] : all.length > 2 ? [1, 1] : [all.length - 1, 0];
  return `${all.slice(0, head).join('')}****${all.slice(all.length - tail).join('')}`;
}

interface Administered {
  name: string;
  path: string;
}

/** D1.5 As administrator of what one looks at an organisation: the nearest above it. Null for one out of scope. */
export const administeredAbove = (path: string, administered: readonly Administered[]): string | null =>
  administered.filter((root) => path.startsWith(root.path)).sort((a, b) => b.path.length - a.path.length)[0]?.name ??
  null;
