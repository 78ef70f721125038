import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CHECKOUT } from '../places';
import type { Figure } from './figure';
import { comparison, interleaved, ratioOf, type Pair } from './ratio';

const AIM = 2.5;
/** Starting a process is noisy: many a run. */
const LOADS_A_RUN = 4;
const BUILT = join(CHECKOUT, 'dist/cloudfunctions');
const CLOCK = 'const t = performance.now(); require(process.argv[1]); console.log(performance.now() - t)';

const node = promisify(execFile);

/** Milliseconds that a fresh process takes to load a file, by the process's own clock. */
async function loadMs(file: string): Promise<number> {
  const { stdout } = await node(process.execPath, ['-e', CLOCK, file]);
  return Number(stdout);
}

/** How long each built function takes to load, against `require('pg')`. */
export const loading: Figure = {
  name: 'loading',
  async measure({ runs, quick }) {
    const pg = createRequire(join(CHECKOUT, 'package.json')).resolve('pg');
    const loads: { name: string; pairs: Pair[] }[] = [];
    for (const name of readdirSync(BUILT)) {
      const built = join(BUILT, name, 'index.js');
      await interleaved(
        0,
        () => loadMs(built),
        () => loadMs(pg),
      );
      const pairs: Pair[] = [];
      for (let run = 0; run < runs * (quick ? 1 : LOADS_A_RUN); run++)
        pairs.push(
          await interleaved(
            run,
            () => loadMs(built),
            () => loadMs(pg),
          ),
        );
      loads.push({ name, pairs });
    }
    const table = {
      title: `Loading a built function (ms) / loading pg alone; aim ${AIM} or less`,
      heads: ['function', 'function', 'pg', 'ratio', 'lowest', 'highest'],
      rows: loads.map(({ name, pairs }) => [name, ...comparison(pairs, 0)]),
    };
    return { tables: [table], figures: loads.map((load) => ({ ...load, ratio: ratioOf(load.pairs) })) };
  },
};
