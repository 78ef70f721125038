import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CHECKOUT } from '../places';

/** Packs each function into one file that needs no packages beside it. */
export async function buildFunctions(): Promise<void> {
  const folder = join(CHECKOUT, 'cloudfunctions');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.ts')));
  await Promise.all(names.map((name) => buildFunction(name)));
}

async function buildFunction(name: string): Promise<void> {
  const output = join(CHECKOUT, 'dist/cloudfunctions', name);
  const unfinished = `${output}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await build({
    entryPoints: [join(CHECKOUT, 'cloudfunctions', name, 'index.ts')],
    outfile: join(unfinished, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    // A function that wakes reads and compiles all of it. Names stay: a library asks for one of them.
    minifyWhitespace: true,
    external: ['pg-native'],
    logLevel: 'error',
  });
  rmSync(output, { recursive: true, force: true });
  renameSync(unfinished, output);
}
