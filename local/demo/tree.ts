import type { Factory, MadeOrg } from '../../tests/factory';
import { BRANCHES, DIRECTLY_MANAGED_UNITS } from './branches';
import divisions from './divisions.json';

export interface Tree {
  /** The organisation of a short name. */
  org: (shortName: string) => MadeOrg;
  /** D1.2 The short names of the cities' committees, and of Shunde's beside them. */
  cities: string[];
}

type Wish = Parameters<Factory['anOrg']>[0] & { shortName: string };
type City = (typeof divisions.cities)[number];
type County = City['counties'][number];

/** D1.2 Stands beside the cities, although tables of administrative divisions put it inside one. */
const BESIDE_THE_CITIES = '顺德区';

const placeOf = (division: string): string => division.replace(/[省市区]$/u, '');

/** D1.2 The province, its cities and directly managed units, and below some of them counties, townships and branches. */
export async function makeTree(factory: Factory): Promise<Tree> {
  const orgs = new Map<string, MadeOrg>();
  const cities: string[] = [];

  async function add(wish: Wish): Promise<MadeOrg> {
    if (orgs.has(wish.shortName)) throw new Error(`Two organisations are called ${wish.shortName}.`);
    const made = await factory.anOrg(wish);
    orgs.set(wish.shortName, made);
    return made;
  }

  function org(shortName: string): MadeOrg {
    const found = orgs.get(shortName);
    if (!found) throw new Error(`No organisation is called ${shortName}.`);
    return found;
  }

  async function addTownships(parent: MadeOrg, within: string, { townships }: County): Promise<void> {
    for (const township of townships) {
      const [body, short] = township.endsWith('街道') ? ['工作委员会', '团工委'] : ['委员会', '团委'];
      await add({
        parent,
        level: 'township',
        name: `共青团${within}${township}${body}`,
        shortName: `${township}${short}`,
      });
    }
  }

  async function addCounty(province: MadeOrg, city: MadeOrg, within: string, county: County): Promise<void> {
    const beside = county.name === BESIDE_THE_CITIES;
    const shortName = `${county.name}团委`;
    const made = await add({
      parent: beside ? province : city,
      level: beside ? 'city' : 'county',
      name: `共青团${within}${county.name}委员会`,
      shortName,
      place: placeOf(county.name),
      leadingOrgan: true,
    });
    if (beside) cities.push(shortName);
    await addTownships(made, within + county.name, county);
  }

  async function addCity(province: MadeOrg, { name, counties }: City): Promise<void> {
    const shortName = `${name}委`;
    const made = await add({
      parent: province,
      level: 'city',
      name: `共青团${name}委员会`,
      shortName,
      place: placeOf(name),
      leadingOrgan: true,
    });
    cities.push(shortName);
    for (const county of counties) await addCounty(province, made, name, county);
  }

  const province = await add({
    level: 'province',
    name: `共青团${divisions.province}委员会`,
    shortName: '团省委',
    place: placeOf(divisions.province),
    leadingOrgan: true,
  });
  for (const city of divisions.cities) await addCity(province, city);
  for (const unit of DIRECTLY_MANAGED_UNITS) await add({ parent: province, level: 'unit', ...unit });
  for (const { below, ...branch } of BRANCHES) await add({ parent: org(below), level: 'branch', ...branch });
  return { org, cities };
}
