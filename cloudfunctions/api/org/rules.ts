import type { AgePolicy } from '../../../config/policy';
import { firstOfMonthAfter, monthsBetween } from '../kernel/calendar';

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

/** D9.3 The latest month of birth of somebody who is no minor on a day. */
export const adultBornBy = (day: string, age: AgePolicy): string => firstOfMonthAfter(day, -(age.adultFrom * 12 + 1));

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
