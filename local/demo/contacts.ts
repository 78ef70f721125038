import type { Factory } from '../../tests/factory';
import { FIELDS, type Field } from '../../types/words';
import type { Cadres, DemoCadre } from './cadres';
import type { Holding } from './holding';
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

/** How much those who are held by few are preferred: 0 is not at all. */
const PREFERENCE = 0.25;

/** D2 Who is in contact with whom: the cast as it is written, the others as many as their posts hold. */
export function makeContacts({ random }: Factory, holding: Holding, cadres: Cadres, { cast, near }: Youths): void {
  const { hold, mayHold, holders, wanting } = holding;

  function holdSome(cadre: DemoCadre, wanted: number, fits: (youth: DemoYouth) => boolean = () => true): void {
    const free = near(cadre).filter((youth) => mayHold(cadre, youth) && fits(youth));
    if (free.length < wanted) throw new Error(`Too few youths are left for ${cadre.org.shortName}.`);
    const rank = (youth: DemoYouth) =>
      9 * distance(cadre, youth) + PREFERENCE * holders(youth) + random.number.float({ min: 0, max: 2 });
    free
      .map((youth) => ({ youth, rank: rank(youth) }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, wanted)
      .forEach(({ youth }) => hold(cadre, youth));
  }

  const firstOf = (org: string): DemoCadre => {
    const found = cadres.crowd.find((cadre) => cadre.org.shortName === org && cadre.post.holds > 0);
    if (!found) throw new Error(`Nobody holds a youth in ${org}.`);
    return found;
  };

  for (const org of HOLDERS_OF_LIN) hold(firstOf(org), cast['lin-xiaotong']);
  for (const org of HOLDERS_OF_ZHENG) hold(firstOf(org), cast['zheng-kexin']);
  hold(cadres.cast['liang-qianwen'], cast['kuang-guodong']);
  hold(cadres.cast['liang-qianwen'], cast['li-siying']);

  for (const field of FIELDS) {
    holdSome(cadres.cast['he-zhiyuan'], HE_HOLDS[field], (youth) => youth.field === field && counts(youth));
  }
  for (const cadre of Object.values(cadres.cast)) holdSome(cadre, wanting(cadre), counts);
  for (const cadre of mostFirst(cadres.crowd)) holdSome(cadre, wanting(cadre));
}

const counts = ({ ageGroup }: DemoYouth): boolean => ageGroup === 'counted';

/** D2.1 Where an organisation has youths of its own, those of its unit come first, then those of its field. */
function distance({ org: { own } }: DemoCadre, { unit, field }: DemoYouth): number {
  if (!own || (own.unit && unit?.includes(own.unit))) return 0;
  return field === own.field ? 1 : 2;
}

const mostFirst = (cadres: DemoCadre[]): DemoCadre[] => [...cadres].sort((a, b) => b.post.holds - a.post.holds);
