import { isWithin } from '../../cloudfunctions/api/org/rules';
import type { Factory, MadeCadre, MadeOrg, MadePerson } from '../../tests/factory';
import { CAST, openidOf, type CastKey } from './cast';
import { POSTS, POSTS_OF_CITIES, type DemoPost } from './posts';
import type { Tree } from './tree';

export interface DemoCadre extends MadeCadre {
  post: DemoPost;
}

const CADRES_OF_CAST = {
  'luo-jiashu': { org: '团省委', title: '青年发展部', service: 'fullTime', holds: 103 },
  'he-zhiyuan': { org: '佛山市委', title: '青年发展部副部长', service: 'fullTime', holds: 84 },
  'liang-qianwen': { org: '南海区团委', title: '组织部', service: 'partTime', approvedForMinors: true, holds: 93 },
  'mai-haoming': { org: '狮山镇团委', title: '委员', service: 'partTime', holds: 6 },
} as const satisfies Partial<Record<CastKey, DemoPost>>;

type CadreOfCast = keyof typeof CADRES_OF_CAST;

const CHANNELS_OF_HE = [
  { kind: 'wechat', circle: 'contacts', value: 'hezhiyuan_foshan' },
  { kind: 'phone', circle: 'contacts', value: '13800138000' },
] as const;

export interface Cadres {
  cast: Record<CadreOfCast, DemoCadre>;
  crowd: DemoCadre[];
}

/** D1.1 Everybody who holds a post, the administrators, and who may hold minors. */
export function makeCadres(factory: Factory, { org, cities }: Tree, fieldKey: string): Cadres {
  const make = (post: DemoPost, person?: MadePerson): DemoCadre => ({
    ...factory.aCadre({ ...post, org: org(post.org), person }),
    post,
  });
  const ofCast = (key: CadreOfCast) => make(CADRES_OF_CAST[key], factory.aPerson(CAST[key], openidOf(key)));

  const cast = {
    'luo-jiashu': ofCast('luo-jiashu'),
    'he-zhiyuan': ofCast('he-zhiyuan'),
    'liang-qianwen': ofCast('liang-qianwen'),
    'mai-haoming': ofCast('mai-haoming'),
  };
  const crowd = [...POSTS, ...postsOfCities(factory, cities)].map((post) => make(post));
  for (const channel of CHANNELS_OF_HE) factory.aChannel(cast['he-zhiyuan'], channel, fieldKey);
  appoint(factory, org('佛山市委'), [...Object.values(cast), ...crowd]);
  return { cast, crowd };
}

/** One for every city that has none yet. */
const postsOfCities = ({ random }: Factory, cities: string[]): DemoPost[] =>
  cities
    .filter((city) => !POSTS.some(({ org }) => org === city))
    .map((org) => ({
      org,
      ...random.helpers.arrayElement(POSTS_OF_CITIES),
      holds: random.number.int({ min: 3, max: 20 }),
    }));

/** D1.5, D9.3 Foshan's administrator holds no post; an approval comes from an administrator above. */
function appoint(factory: Factory, foshan: MadeOrg, cadres: DemoCadre[]): void {
  const deng = factory.aPerson(CAST['deng-qiwen'], openidOf('deng-qiwen'));
  const administrators = [
    { person: deng, org: foshan },
    ...cadres.filter(({ post }) => post.administers).map((cadre) => ({ person: cadre, org: cadre.org })),
  ];
  for (const administrator of administrators) factory.anAdministrator(administrator);
  for (const cadre of cadres.filter(({ post }) => post.approvedForMinors)) {
    const above = administrators.find(({ org }) => isWithin(cadre.org.path, [org.path]));
    if (!above) throw new Error(`Nobody administers ${cadre.org.name}.`);
    factory.approveMinors(cadre, above.person);
  }
}
