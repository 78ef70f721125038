import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { CHECKOUT } from '../places';

const APART = '.apart.ts';

/** A module `x.apart` becomes a file of its own beside the function's, read when it is first needed. */
const apart: Plugin = {
  name: 'apart',
  setup: (packing) =>
    packing.onResolve({ filter: /\.apart$/ }, ({ path }) => ({ path: `./${basename(path)}.js`, external: true })),
};

const filesApart = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(APART))
    .map((name) => join(folder, name));

/** Packs each function into one file that needs no packages beside it, and what is rarely needed into others. */
export async function buildFunctions(): Promise<void> {
  const folder = join(CHECKOUT, 'cloudfunctions');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.ts')));
  await Promise.all(names.map((name) => buildFunction(name)));
}

async function buildFunction(name: string): Promise<void> {
  const output = join(CHECKOUT, 'dist/cloudfunctions', name);
  const unfinished = `${output}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const folder = join(CHECKOUT, 'cloudfunctions', name);
  await build({
    entryPoints: [join(folder, 'index.ts'), ...filesApart(folder)],
    entryNames: '[name]',
    outdir: unfinished,
    plugins: [apart],
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
