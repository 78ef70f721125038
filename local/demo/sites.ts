import type { Factory, MadePerson, MadeSite } from '../../tests/factory';
import type { SiteKind } from '../../types/words';
import { aName } from './names';
import type { Cadres } from './cadres';
import positions from './positions.json';
import type { DemoOrg, Tree } from './tree';

export interface DemoSite extends MadeSite {
  org: DemoOrg;
  contact: MadePerson | null;
}

/** D4.1 Those of Foshan that have a name of their own: what they are, whose, where, and who looks after them. */
const NAMED: readonly [name: string, kind: SiteKind, org: string, address: string, at: [number, number], by: string][] =
  [
    ['罗村青少年服务台', 'servicePlatform', '狮山镇团委', '罗村街道北湖一路 8 号', [23.0659, 113.0379], 'mai-haoming'],
    ['大沥五金园区', 'park', '南海区团委', '大沥镇盐步广佛路 112 号', [23.1102, 113.0931], 'somebody'],
    ['新合精工', 'enterprise', '狮山镇团委', '狮山镇科韵路 3 号', [23.1306, 112.9923], 'somebody'],
    ['启航志愿服务队', 'socialOrg', '大沥镇团委', '大沥镇振兴路 26 号', [23.1004, 113.1093], 'nobody'],
    ['祖庙街区', 'area', '禅城区团委', '祖庙路 21 号', [23.0298, 113.1122], 'somebody'],
    ['佛山青年服务平台', 'servicePlatform', '佛山市委', '季华五路 22 号', [23.0049, 113.1187], 'nobody'],
  ];

const PLACES = new Map<string, number[]>(Object.entries(positions));

const KINDS: readonly [kind: SiteKind, ending: string][] = [
  ['servicePlatform', '青年之家'],
  ['park', '产业园'],
  ['area', '中心街区'],
  ['enterprise', '青创公司'],
  ['socialOrg', '青年志愿者协会'],
];

/** Where a division's town is, roughly; three of them have none. */
const positionOf = ({ shortName }: DemoOrg) => {
  const [latitude, longitude] = PLACES.get(shortName.replace(/团?委$/u, '')) ?? [];
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
};

/** D4.1 Six in Foshan, and one each of the other cities and counties. */
export function makeSites(factory: Factory, { orgs, org }: Tree, { cast }: Cadres): DemoSite[] {
  const contactOf = (by: string): MadePerson | null => {
    if (by === 'nobody') return null;
    return by === 'somebody' ? factory.aPerson(aName(factory)) : cast['mai-haoming'];
  };
  const registeredBy = factory.aPerson(aName(factory));
  const named = NAMED.map(([name, kind, of, address, [latitude, longitude], by]) => {
    const contact = contactOf(by);
    const wish = {
      org: org(of),
      registeredBy,
      name,
      kind,
      address,
      position: { latitude, longitude },
      contact: contact ?? undefined,
    };
    return { ...factory.aSite(wish), org: org(of), contact };
  });
  const others = orgs
    .filter(({ leadingOrgan, level }) => leadingOrgan && (level === 'city' || level === 'county'))
    .map((of, i) => {
      const [kind, ending] = KINDS[i % KINDS.length] ?? ['area', '中心街区'];
      const place = of.shortName.replace(/(市委|区?团委|市?团委)$/u, '');
      const wish = { org: of, registeredBy, name: `${place}${ending}`, kind, address: `${place}青年路 ${i + 1} 号` };
      return { ...factory.aSite({ ...wish, position: positionOf(of) }), org: of, contact: null };
    });
  return [...named, ...others];
}
