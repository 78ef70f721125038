import { policy } from '../../config/policy';
import type { Factory } from '../../tests/factory';
import { FIELDS, type Field } from '../../types/words';
import type { Cadres, DemoCadre } from './cadres';
import type { DemoYouth, Youths } from './youths';

const HE_HOLDS: Record<Field, number> = {
  school: 31,
  community: 18,
  enterprise: 11,
  government: 11,
  socialOrg: 9,
  rural: 4,
  newMedia: 0,
};

/** None of the cast's own cadres, so that each of them can try these two. */
const HOLDERS_OF_LIN = ['南海区团委', '新合精工团支部'];
const HOLDERS_OF_ZHENG = ['禅城区团委', '桂城街道团工委', '祖庙街道团工委'];

const HOUR_MS = 3_600_000;

/** D2 Who is in contact with whom: never more holders than the cap (D2.2), minors only where approved (D9.3). */
export function makeContacts(factory: Factory, now: Date, cadres: Cadres, youths: Youths): void {
  const { random } = factory;
  const holders = new Map<DemoYouth, number>();
  const held = new Map<DemoCadre, number>();
  const holdersOf = (youth: DemoYouth) => holders.get(youth) ?? 0;
  const heldBy = (cadre: DemoCadre) => held.get(cadre) ?? 0;

  function hold(cadre: DemoCadre, youth: DemoYouth): void {
    const startedAt = random.date.between({ from: youth.registeredAt, to: new Date(now.getTime() - HOUR_MS) });
    const startedBy = random.datatype.boolean(0.8) ? 'cadre' : 'youth';
    factory.aContact({ cadre, youth, startedAt, startedBy });
    holders.set(youth, holdersOf(youth) + 1);
    held.set(cadre, heldBy(cadre) + 1);
  }

  /** The cadre must hold nobody yet who fits. */
  function holdOfCrowd(cadre: DemoCadre, wanted: number, fits: (youth: DemoYouth) => boolean): void {
    const free = youths.crowd.filter((youth) => holdersOf(youth) < policy.contact.holdersPerYouth && fits(youth));
    if (free.length < wanted) throw new Error(`Too few youths are left for ${cadre.post.org}.`);
    random.helpers.arrayElements(free, wanted).forEach((youth) => hold(cadre, youth));
  }

  const holdTheRest = (cadre: DemoCadre, fits: (youth: DemoYouth) => boolean) =>
    holdOfCrowd(cadre, cadre.post.holds - heldBy(cadre), fits);

  const firstOf = (org: string): DemoCadre => {
    const found = cadres.crowd.find(({ post }) => post.org === org);
    if (!found) throw new Error(`Nobody holds a post in ${org}.`);
    return found;
  };

  for (const org of HOLDERS_OF_LIN) hold(firstOf(org), youths.cast['lin-xiaotong']);
  for (const org of HOLDERS_OF_ZHENG) hold(firstOf(org), youths.cast['zheng-kexin']);
  hold(cadres.cast['liang-qianwen'], youths.cast['kuang-guodong']);
  hold(cadres.cast['liang-qianwen'], youths.cast['li-siying']);

  for (const field of FIELDS) {
    holdOfCrowd(cadres.cast['he-zhiyuan'], HE_HOLDS[field], (youth) => youth.field === field && counts(youth));
  }
  for (const cadre of Object.values(cadres.cast)) holdTheRest(cadre, counts);
  for (const cadre of cadres.crowd) {
    holdTheRest(cadre, ({ ageGroup }) => ageGroup !== 'minor' || cadre.post.approvedForMinors === true);
  }
}

const counts = ({ ageGroup }: DemoYouth): boolean => ageGroup === 'counted';
