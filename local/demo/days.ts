import { sql } from 'kysely';
import { mondayOf } from '../../cloudfunctions/api/grassrootsDay/rules/week';
import { dayOf, daysAfter, isWorkingDay, type WorkYear } from '../../cloudfunctions/api/kernel/calendar';
import type { Tx } from '../../cloudfunctions/api/kernel/db';
import { policy } from '../../config/policy';
import type { Factory } from '../../tests/factory';
import { rebuildDays } from '../recountDays';
import type { Cadres, DemoCadre } from './cadres';
import { askAboutHaste, makeHaste } from './patterns';
import { makeSites, type DemoSite } from './sites';
import type { Tree } from './tree';

/** The weeks of the year in which 何志远 was nowhere, and the one that nobody has confirmed. */
const MISSED = [19, 29, 44];
const UNCONFIRMED = 34;
/** How often the others were somewhere, by cadre; of hundred days, so many took somebody's word, and so many still wait. */
const REGULAR = { min: 0.72, max: 0.99 };
const BY_WORD = 0.08;
const WAITING = 0.02;
/** Of Foshan's cadres, so many have been somewhere this week without a code. */
const WAIT_NOW = 3;
const DAY_MS = 86_400_000;

/** The first Monday of a year's weeks: that of the week with the year's first Thursday. */
const firstMonday = (today: string): string => mondayOf(`${today.slice(0, 4)}-01-04`);

/** D4.2 Where cadres of leading organs were this year, a day a week, as the check-ins themselves count it. */
export async function makeDays(factory: Factory, now: Date, tx: Tx, tree: Tree, cadres: Cadres): Promise<void> {
  const { random } = factory;
  const today = dayOf(now);
  const thisMonday = mondayOf(today);
  const sites = makeSites(factory, tree, cadres);
  const years = (await tx.selectFrom('work_year').select(['year', 'off', 'worked']).execute()) as WorkYear[];
  const he = cadres.cast['he-zhiyuan'];

  const sitesFor = ({ org }: DemoCadre): DemoSite[] => {
    const near = sites.filter((site) => site.org.city !== null && site.org.city === org.city);
    return near.length > 0 ? near : sites.slice(0, 6);
  };
  const asked = [...Object.values(cadres.cast), ...cadres.crowd].filter(
    ({ org, post }) => org.leadingOrgan && (policy.grassrootsDay.services as readonly string[]).includes(post.service),
  );

  /** A working day of a week, before today; null when there is none. */
  function aDay(monday: string): string | null {
    const days = [0, 1, 2, 3, 4].map((n) => daysAfter(monday, n));
    const working = days.filter((day) => day < today && isWorkingDay(day, years) !== false);
    return working.length > 0 ? random.helpers.arrayElement(working) : null;
  }

  const taken = new Set<string>();
  const isTaken = ({ personId }: DemoCadre, day: string) => taken.has(`${personId} ${day}`);

  /** The last working day, so many days ago or before, on which a cadre was nowhere. */
  function freeDay(cadre: DemoCadre, daysAgo: number): string {
    const day = daysAfter(today, -daysAgo);
    return isWorkingDay(day, years) === false || isTaken(cadre, day) ? freeDay(cadre, daysAgo + 1) : day;
  }

  const morning = (day: string): Date =>
    new Date(Date.parse(`${day}T09:00:00+08:00`) + random.number.int({ min: 0, max: 150 }) * 60_000);

  function wasAt(cadre: DemoCadre, day: string, how: 'code' | 'word' | 'waiting'): void {
    taken.add(`${cadre.personId} ${day}`);
    const site = random.helpers.arrayElement(sitesFor(cadre));
    const at = morning(day);
    const { contact } = site;
    if (how === 'waiting') {
      factory.aCheckIn({ cadre, site, at, state: 'unconfirmed', because: 'noCode' });
    } else if (how === 'word' && contact && contact.personId !== cadre.personId) {
      const answered = {
        by: contact,
        as: 'contact' as const,
        at: new Date(Math.min(at.getTime() + DAY_MS, now.getTime())),
      };
      factory.aCheckIn({ cadre, site, at, because: 'standing', answered });
    } else {
      factory.aCheckIn({ cadre, site, at, outAt: new Date(at.getTime() + 7 * 3_600_000) });
    }
  }

  const howOften = new Map(asked.map((cadre) => [cadre, random.number.float(REGULAR)]));
  for (let monday = firstMonday(today), week = 1; monday < thisMonday; monday = daysAfter(monday, 7), week += 1) {
    for (const cadre of asked) {
      const day = aDay(monday);
      if (!day || day < cadre.from) continue;
      if (cadre === he) {
        if (!MISSED.includes(week)) wasAt(cadre, day, week === UNCONFIRMED ? 'waiting' : 'code');
      } else if (random.datatype.boolean(howOften.get(cadre) ?? 1)) {
        const draw = random.number.float();
        wasAt(cadre, day, draw < WAITING ? 'waiting' : draw < WAITING + BY_WORD ? 'word' : 'code');
      }
    }
  }
  const ofFoshan = asked.filter((cadre) => cadre.org.city === he.org.city && cadre !== he && cadre.post.holds > 0);
  const [lookedAfter] = sites;
  if (!lookedAfter) throw new Error('There is no site.');
  for (const cadre of ofFoshan.slice(0, WAIT_NOW))
    factory.aCheckIn({ cadre, site: lookedAfter, at: now, state: 'unconfirmed', because: 'noCode' });

  const others = ofFoshan.slice(WAIT_NOW);
  const hastes = makeHaste(factory, { sites, cast: cadres.cast, others, freeDay });

  await sql`alter table check_in disable trigger day_of_check_in`.execute(tx);
  await factory.save();
  await sql`alter table check_in enable trigger day_of_check_in`.execute(tx);
  await rebuildDays(tx);
  await askAboutHaste(tx, now, hastes);
}
