import { openDatabase, type Database } from '../../cloudfunctions/api/kernel/db';
import { makeFactory, type Factory, type MadeCadre, type MadeOrg } from '../../tests/factory';

const SEED = 2016;
const CITIES = 21;
const COUNTIES_EACH = 4;

export interface Province {
  factory: Factory;
  owner: Database;
  root: MadeOrg;
  cities: MadeOrg[];
  /** The counties of all cities, those of one city together. */
  counties: MadeOrg[];
}

/** Makes the tree of a province in an empty database, lets the work fill it, saves, and brings the planner up to date. */
export async function makeProvince<T>(ownerUrl: string, fill: (province: Province) => T | Promise<T>): Promise<T> {
  const owner = openDatabase(ownerUrl);
  try {
    const factory = makeFactory(owner, { now: new Date(), seed: SEED });
    const root = await factory.anOrg({ level: 'province', name: '团省委', place: '广东', leadingOrgan: true });
    const cities: MadeOrg[] = [];
    const counties: MadeOrg[] = [];
    for (let c = 0; c < CITIES; c++) {
      const city = await factory.anOrg({ parent: root, level: 'city', name: `第${c}市`, leadingOrgan: true });
      cities.push(city);
      for (let k = 0; k < COUNTIES_EACH; k++)
        counties.push(await factory.anOrg({ parent: city, level: 'county', name: `第${c}市第${k}区` }));
    }
    const filled = await fill({ factory, owner, root, cities, counties });
    await factory.save();
    await owner.pool.query('vacuum analyze');
    return filled;
  } finally {
    await owner.end();
  }
}

/** Cadres, spread evenly over organisations, each with this many youths of their own. */
export function addCadres({ factory }: Province, orgs: readonly MadeOrg[], cadres: number, contactsEach: number) {
  return Array.from({ length: cadres }, (_, i): MadeCadre => {
    const org = orgs[i % orgs.length];
    if (!org) throw new Error('no organisation to put a cadre into');
    const cadre = factory.aCadre({ org });
    for (let c = 0; c < contactsEach; c++) factory.aContact({ cadre, youth: factory.aYouth() });
    return cadre;
  });
}
