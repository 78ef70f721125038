import type { OwnCheckIn } from '../../../types/grassrootsDay';
import type { Scene } from '../kernel/gate';
import { timeOf, undoUntil } from './rules/checkIn';
import { shownSite } from './scope';
import type { OwnRow } from './store/checkIns';

/** A check-in as who made it sees it. */
export function ownCheckIn({ now, policy }: Scene, row: OwnRow): OwnCheckIn {
  const until = undoUntil(row.at, policy.grassrootsDay);
  return {
    checkInId: row.id,
    site: shownSite(row),
    day: row.day,
    state: row.state,
    because: row.because,
    answeredBy: row.answeredAs,
    reason: row.reason,
    clock: row.clock,
    at: timeOf(row, policy).toISOString(),
    outAt: row.outAt && row.outAt.toISOString(),
    distanceMetres: row.distanceMetres,
    line: row.line,
    askedAt: row.askedAt && row.askedAt.toISOString(),
    undoUntil: now <= until ? until.toISOString() : null,
  };
}
