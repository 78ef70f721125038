import { policy } from '../../config/policy';
import type { Factory } from '../../tests/factory';
import type { DemoCadre } from './cadres';
import type { DemoYouth } from './youths';

const HOUR_MS = 3_600_000;

interface Span {
  startedAt: Date;
  ended?: { at: Date; by: 'undone' | 'left' };
}

export type Holding = ReturnType<typeof makeHolding>;

/** Who holds whom, as it is being made up: what the rules allow, and how many a cadre has by now. */
export function makeHolding(factory: Factory, now: Date) {
  const { random } = factory;
  const holdersOf = new Map<DemoYouth, DemoCadre[]>();
  const held = new Map<DemoCadre, number>();
  const lastHour = new Date(now.getTime() - HOUR_MS);

  /** D9.1 After the youth registered. */
  const aMoment = ({ registeredAt }: DemoYouth): Date => random.date.between({ from: registeredAt, to: lastHour });

  /** D2.2 One that has ended takes a place all the same: the cap held on every day. D9.3 minors where approved. */
  function mayHold(cadre: DemoCadre, youth: DemoYouth): boolean {
    const by = holdersOf.get(youth);
    if (by && (by.length >= policy.contact.holdersPerYouth || by.includes(cadre))) return false;
    return youth.ageGroup !== 'minor' || cadre.post.approvedForMinors === true;
  }

  function hold(cadre: DemoCadre, youth: DemoYouth, { startedAt, ended }: Span = { startedAt: aMoment(youth) }): void {
    const startedBy = random.datatype.boolean(0.8) ? 'cadre' : 'youth';
    factory.aContact({ cadre, youth, startedAt, startedBy, ended });
    holdersOf.set(youth, [...(holdersOf.get(youth) ?? []), cadre]);
    if (!ended) held.set(cadre, (held.get(cadre) ?? 0) + 1);
  }

  /** How many the cadre is still to hold. */
  const wanting = (cadre: DemoCadre): number => Math.max(0, cadre.post.holds - (held.get(cadre) ?? 0));

  const holders = (youth: DemoYouth): number => holdersOf.get(youth)?.length ?? 0;

  return { aMoment, mayHold, hold, holders, wanting };
}
