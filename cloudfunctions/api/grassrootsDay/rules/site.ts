import type { Policy } from '../../../../config/policy';
import type { Verdict } from '../../../../types/refusals';
import { daysAfter } from '../../kernel/calendar';

/** D4.1 From the day on which it closes nobody checks in at a site; null while it is open. */
export const openVerdict = (closedFrom: string | null, day: string): Verdict | null =>
  closedFrom !== null && closedFrom <= day ? { refuse: 'SITE_CLOSED', from: closedFrom } : null;

/** D4.1 A site closes today or later: the days before stay. */
export const closingSpan = (today: string, { daysAhead }: Policy['appointment']) => ({
  from: today,
  until: daysAfter(today, daysAhead),
});

export interface Position {
  latitude: number;
  longitude: number;
}

const EARTH_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** D9.6 How far a phone is from a site, in whole metres: this is kept, and not where it was. */
export function distanceMetres(a: Position, b: Position): number {
  const [north, east] = [radians(b.latitude - a.latitude) / 2, radians(b.longitude - a.longitude) / 2];
  const chord =
    Math.sin(north) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east) ** 2;
  return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, chord))));
}
