import { explain } from '../../cloudfunctions/api/grassrootsDay/store/patterns';
import { daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { Tx } from '../../cloudfunctions/api/kernel/db';
import { lookAtDay } from '../../cloudfunctions/clock/jobs/patterns';
import { policy } from '../../config/policy';
import type { Factory } from '../../tests/factory';
import type { Explanation } from '../../types/words';
import type { Cadres, DemoCadre } from './cadres';
import type { DemoSite } from './sites';

/** A day on which somebody checked in at two sites too far apart, and what they have said to it since. */
interface Haste {
  cadre: DemoCadre;
  day: string;
  said: Explanation | null;
}

interface Ground {
  sites: DemoSite[];
  cast: Cadres['cast'];
  /** Two more, of Foshan. */
  others: DemoCadre[];
  /** The last working day, so many days ago or before, on which somebody was nowhere. */
  freeDay: (cadre: DemoCadre, daysAgo: number) => string;
}

const { lookedAtAfterDays } = policy.grassrootsDay.patterns;

/** D4.2 Two are asked now; of two who were asked weeks ago, one has answered. */
export function makeHaste(factory: Factory, { sites, cast, others, freeDay }: Ground): Haste[] {
  const siteOf = (fits: (site: DemoSite) => boolean): DemoSite => {
    const found = sites.find(fits);
    if (!found) throw new Error('A site is missing.');
    return found;
  };
  const named = (name: string) => siteOf((site) => site.name === name);
  const first = (org: string) => siteOf((site) => site.org.shortName === org);

  function hurry(
    cadre: DemoCadre,
    daysAgo: number,
    from: DemoSite,
    minutes: number,
    to: DemoSite,
  ): Omit<Haste, 'said'> {
    const day = freeDay(cadre, daysAgo);
    const at = new Date(`${day}T09:40:00+08:00`);
    factory.aCheckIn({ cadre, site: from, at });
    factory.aCheckIn({ cadre, site: to, at: new Date(at.getTime() + minutes * 60_000) });
    return { cadre, day };
  }

  const [one, other] = others;
  if (!one || !other) throw new Error('Foshan has too few cadres.');
  const shunde = first('顺德区团委');
  return [
    { ...hurry(cast['liang-qianwen'], lookedAtAfterDays, named('罗村青少年服务台'), 8, shunde), said: null },
    { ...hurry(cast['luo-jiashu'], lookedAtAfterDays, named('大沥五金园区'), 6, first('三水区团委')), said: null },
    { ...hurry(one, 16, named('祖庙街区'), 9, shunde), said: 'positionWrong' },
    { ...hurry(other, 21, named('新合精工'), 8, shunde), said: null },
  ];
}

/** The clock looks at those days as it did in their time, and who has answered says so the day after. */
export async function askAboutHaste(tx: Tx, now: Date, hastes: Haste[]): Promise<void> {
  // The clock looks at the days before as well: each is found in its own time, the oldest first.
  for (const { cadre, day, said } of [...hastes].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const asked = Date.parse(`${daysAfter(day, lookedAtAfterDays)}T03:00:00+08:00`);
    await lookAtDay({ db: { kysely: tx }, now: new Date(Math.min(asked, now.getTime())) });
    const { id } = await tx
      .selectFrom('pattern')
      .select('id')
      .where('cadre_id', '=', cadre.personId)
      .where('day', '=', day)
      .executeTakeFirstOrThrow();
    if (said) await explain(tx, cadre.personId, id, said, new Date(asked + 30 * 3_600_000));
  }
}
