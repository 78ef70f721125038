import { policy } from '../../config/policy';
import { quotaFor } from '../../cloudfunctions/api/contact/rules';
import { dayOf, firstOfMonthAfter } from '../../cloudfunctions/api/kernel/calendar';
import { isWithin } from '../../cloudfunctions/api/org/rules';
import type { Factory, MadeCadre, MadePerson } from '../../tests/factory';
import { CAST, openidOf, type CastKey } from './cast';
import { publishChannels } from './channels';
import { aName } from './names';
import { seatsOf, type DemoPost, type Seat } from './posts';
import type { DemoOrg, Tree } from './tree';

export interface DemoCadre extends MadeCadre {
  org: DemoOrg;
  post: DemoPost;
  from: string;
}

const CADRES_OF_CAST = {
  'luo-jiashu': { org: '团省委', title: '青年发展部', service: 'fullTime', holds: 103 },
  'he-zhiyuan': { org: '佛山市委', title: '青年发展部副部长', service: 'fullTime', holds: 84 },
  'liang-qianwen': { org: '南海区团委', title: '组织部', service: 'partTime', approvedForMinors: true, holds: 93 },
  'mai-haoming': { org: '狮山镇团委', title: '委员', service: 'partTime', holds: 6 },
} as const satisfies Partial<Record<CastKey, DemoPost & { org: string }>>;

type CadreOfCast = keyof typeof CADRES_OF_CAST;

export interface Cadres {
  cast: Record<CadreOfCast, DemoCadre>;
  crowd: DemoCadre[];
}

/** Appointed before the first contact, and the administrators before the first approval. */
const MONTHS_IN_POST = { min: 12, max: 36 };
const MONTHS_SINCE_APPROVAL = 11;

/** One in so many of those who serve beside other work came only lately, and holds nobody yet. */
const NEW_ONE_IN = 25;
const DAYS_SINCE_NEW = 9;
const DAY_MS = 86_400_000;

/** D1.1 Everybody who holds a post, the administrators, and who may hold minors. */
export function makeCadres(factory: Factory, now: Date, tree: Tree, fieldKey: string): Cadres {
  const { random, today } = factory;
  const monthsAgo = (months: number) => firstOfMonthAfter(today, -months);

  function make(org: DemoOrg, post: DemoPost, person = factory.aPerson(aName(factory))): DemoCadre {
    const lately = dayOf(new Date(now.getTime() - DAYS_SINCE_NEW * DAY_MS));
    const from = post.holds === 0 ? lately : monthsAgo(random.number.int(MONTHS_IN_POST));
    return { ...factory.aCadre({ ...post, org, person, from }), org, post, from };
  }

  function ofCast(key: CadreOfCast): DemoCadre {
    const { org, ...post } = CADRES_OF_CAST[key];
    return make(tree.org(org), post, factory.aPerson(CAST[key], openidOf(key)));
  }

  const cast = {
    'luo-jiashu': ofCast('luo-jiashu'),
    'he-zhiyuan': ofCast('he-zhiyuan'),
    'liang-qianwen': ofCast('liang-qianwen'),
    'mai-haoming': ofCast('mai-haoming'),
  };
  /** D10.4 Where some of a city's cadres were before. */
  function makeFormerPost({ org, from, ...person }: DemoCadre): void {
    const [county] = random.helpers.shuffle(
      tree.orgs.filter(({ level, city }) => level === 'county' && city === org.city),
    );
    if (!county || random.datatype.boolean(0.75)) return;
    factory.aCadre({ org: county, title: '干事', person, from: monthsAgo(MONTHS_IN_POST.max * 2), until: from });
  }

  const holds = holdsByCity(factory);
  const crowd = tree.orgs.flatMap((org) =>
    seatsOf(org)
      .filter(({ inHundred = 100 }) => random.datatype.boolean(inHundred / 100))
      .map((seat) => make(org, { ...seat, holds: holds(org, seat) })),
  );
  const all = [...Object.values(cast), ...crowd];
  crowd.filter(({ org }) => org.level === 'city').forEach(makeFormerPost);
  publishChannels(factory, cast['he-zhiyuan'], crowd, fieldKey);
  appoint(factory, tree, all, monthsAgo);
  return { cast, crowd };
}

/**
 * D2.1 How many a post holds. 6 000 youths have 18 000 places: 225 full-time cadres with 39 on average, 235 others of
 * leading organs with 10 and 130 elsewhere with 8 take seven tenths of them. Some cities do better than others.
 */
function holdsByCity({ random }: Factory): (org: DemoOrg, seat: Seat) => number {
  const steepness = new Map<string | null, number>();
  const share = (city: string | null): number => {
    const steep = steepness.get(city) ?? random.number.float({ min: 1.8, max: 6 });
    steepness.set(city, steep);
    return random.number.float() ** steep;
  };
  return ({ city, leadingOrgan }, { service }) => {
    if (service === 'fullTime') return 20 + Math.round(84 * share(city));
    if (random.number.int({ min: 1, max: NEW_ONE_IN }) === 1) return 0;
    const all = quotaFor({ service, leadingOrgan }, policy.contact) === policy.contact.quota.full;
    return all ? 4 + Math.round(32 * share(city)) : random.number.int({ min: 3, max: 13 });
  };
}

/** D1.5, D9.3 The administrators of the cast hold no post; an approval comes from the nearest administrator above. */
function appoint(factory: Factory, tree: Tree, cadres: DemoCadre[], monthsAgo: (months: number) => string): void {
  const ofCast = (key: CastKey, org: string) => ({
    person: factory.aPerson(CAST[key], openidOf(key)),
    org: tree.org(org),
  });
  const from = monthsAgo(MONTHS_IN_POST.min);
  const administrators: { person: MadePerson; org: DemoOrg }[] = [
    ofCast('deng-qiwen', '佛山市委'),
    ...cadres.filter(({ post }) => post.administers).map((cadre) => ({ person: cadre, org: cadre.org })),
    ofCast('xian-yonglan', '团省委'),
  ];
  for (const administrator of administrators) factory.anAdministrator({ ...administrator, from });
  const nearestFirst = [...administrators].sort((a, b) => b.org.path.length - a.org.path.length);
  for (const cadre of cadres.filter(({ post }) => post.approvedForMinors)) {
    const above = nearestFirst.find(({ org, person }) => isWithin(cadre.org.path, [org.path]) && person !== cadre);
    if (!above) throw new Error(`Nobody administers ${cadre.org.name}.`);
    factory.approveMinors(cadre, above.person, monthsAgo(MONTHS_SINCE_APPROVAL));
  }
}
