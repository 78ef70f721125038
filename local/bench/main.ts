import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildFunctions } from '../build/functions';
import { buildScreens } from '../build/taro';
import { CHECKOUT } from '../places';
import type { Figure } from './figure';
import { onFreshGround } from './ground';
import { loading } from './loading';
import { days } from './days/days';
import { readOptions } from './options';
import { reads } from './reads';
import { registrations } from './registrations';
import { rhythm } from './rhythm/rhythm';
import { sizes } from './sizes';
import { printTable } from './table';

const FIGURES: readonly Figure[] = [registrations, reads, rhythm, days, loading, sizes];

/** `npm run bench`: what is promised in numbers, each against a baseline of the same run. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    args,
    FIGURES.map(({ name }) => name),
  );
  const chosen = FIGURES.filter(({ name }) => options.only.includes(name));
  await buildFunctions();
  if (chosen.some(({ needsScreens }) => needsScreens)) {
    await buildScreens('weapp');
    await buildScreens('h5');
  }
  const figures: Record<string, object> = {};
  await onFreshGround(async (ground) => {
    for (const { name, measure } of chosen) {
      const measured = await measure(options, ground);
      measured.tables.forEach(printTable);
      figures[name] = measured.figures;
    }
  });
  const folder = join(CHECKOUT, '.local');
  mkdirSync(folder, { recursive: true });
  const { runs, scale, quick } = options;
  const report = {
    at: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    runs,
    scale,
    quick,
    figures,
  };
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\n${runs} runs each; the figures are in .local/bench.json`);
}
