import type { Factory, MadeOrg } from '../../tests/factory';
import type { Field, Level } from '../../types/words';
import { BRANCHES, DIRECTLY_MANAGED_UNITS } from './branches';
import divisions from './divisions.json';

export interface DemoOrg extends MadeOrg {
  shortName: string;
  level: Level;
  leadingOrgan: boolean;
  /** The short name of the city's committee that it is or is below; null for the province and its units. */
  city: string | null;
  /** D2.1 Where its youths are its own: those of this field, and first of all those of this unit. */
  own?: { field: Field; unit?: string };
}

export interface Tree {
  orgs: DemoOrg[];
  /** The organisation of a short name. */
  org: (shortName: string) => DemoOrg;
  /** The counties of a city as its youths name them, or the city itself; by the short name of its committee. */
  places: Map<string, string[]>;
}

interface Wish {
  parent: DemoOrg | null;
  level: Level;
  name: string;
  shortName: string;
  place?: string;
  leadingOrgan?: boolean;
  own?: DemoOrg['own'];
}

/** D1.2 Stands beside the cities, although tables of administrative divisions put it inside one. */
const BESIDE_THE_CITIES = '顺德区';

/** D2.4 连山壮族瑶族自治县 is 连山, 南海区 is 南海. */
const placeOf = (division: string): string => division.replace(/(?:.族)*自治县$|[省市区县]$/u, '');

/** D1.2 The province, its cities and directly managed units, all counties, and below two cities townships and branches. */
export async function makeTree(factory: Factory): Promise<Tree> {
  const byShortName = new Map<string, DemoOrg>();
  const places: Tree['places'] = new Map();

  async function add({ own, ...wish }: Wish): Promise<DemoOrg> {
    const { parent, level, shortName, leadingOrgan = false } = wish;
    if (byShortName.has(shortName)) throw new Error(`Two organisations are called ${shortName}.`);
    const made = await factory.anOrg({ ...wish, parent: parent ?? undefined });
    const city = level === 'city' ? shortName : (parent?.city ?? null);
    const org = { ...made, shortName, level, leadingOrgan, city, own };
    byShortName.set(shortName, org);
    return org;
  }

  function org(shortName: string): DemoOrg {
    const found = byShortName.get(shortName);
    if (!found) throw new Error(`No organisation is called ${shortName}.`);
    return found;
  }

  async function addTownships(parent: DemoOrg, within: string, townships: string[]): Promise<void> {
    for (const township of townships) {
      const [body, short] = township.endsWith('街道') ? ['工作委员会', '团工委'] : ['委员会', '团委'];
      const name = `共青团${within}${township}${body}`;
      await add({ parent, level: 'township', name, shortName: `${township}${short}` });
    }
  }

  async function addCity(province: DemoOrg, { name, counties, townships }: (typeof divisions.cities)[number]) {
    const shortName = `${name}委`;
    const place = placeOf(name);
    const city = await add({
      parent: province,
      level: 'city',
      name: `共青团${name}委员会`,
      shortName,
      place,
      leadingOrgan: true,
    });
    places.set(shortName, counties.length === 0 ? [name] : []);
    await addTownships(city, name, townships);
    for (const county of counties) {
      const beside = county.name === BESIDE_THE_CITIES;
      const isJustUrban = county.name === '城区';
      const called = isJustUrban ? `${place}城区` : county.name;
      const made = await add({
        parent: beside ? province : city,
        level: beside ? 'city' : 'county',
        name: `共青团${name}${county.name}委员会`,
        shortName: `${called}团委`,
        place: isJustUrban ? called : placeOf(county.name),
        leadingOrgan: true,
      });
      const within = made.city ?? shortName;
      places.set(within, [...(places.get(within) ?? []), called.endsWith('自治县') ? placeOf(called) : called]);
      await addTownships(made, name + county.name, county.townships);
    }
  }

  const province = await add({
    parent: null,
    level: 'province',
    name: `共青团${divisions.province}委员会`,
    shortName: '团省委',
    place: placeOf(divisions.province),
    leadingOrgan: true,
  });
  for (const city of divisions.cities) await addCity(province, city);
  for (const unit of DIRECTLY_MANAGED_UNITS) await add({ parent: province, level: 'unit', ...unit });
  for (const { below, ...branch } of BRANCHES) await add({ parent: org(below), level: 'branch', ...branch });
  return { orgs: [...byShortName.values()], org, places };
}
