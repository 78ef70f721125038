import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CHECKOUT } from '../places';

const KB = 1000;

/** What may be built at the most, in bytes. */
export const BUDGETS = { mainPackage: 700 * KB, miniProgram: 2000 * KB, firstScreen: 220 * KB };

export const WEAPP = join(CHECKOUT, 'dist/weapp');
export const H5 = join(CHECKOUT, 'dist/h5');

/** The sizes of what lies in `dist/`; the first screen in a browser as it goes over the wire, packed. */
export function builtSizes(): Record<keyof typeof BUDGETS, number> {
  const app = JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const roots = (app.subPackages ?? []).map(({ root }) => join(WEAPP, root.replace(/\/?$/, '/')));
  const files = filesBelow(WEAPP);
  const main = files.filter((file) => !roots.some((root) => file.startsWith(root)));
  const packed = firstScreenFiles().map((file) => gzipSync(readFileSync(file)).length);
  return {
    mainPackage: bytesOf(main),
    miniProgram: bytesOf(files),
    firstScreen: packed.reduce((sum, bytes) => sum + bytes, 0),
  };
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

const bytesOf = (files: string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0);

/** The page, what it names, and the parts that the home screen waits for: scripts and styles alike. */
export function firstScreenFiles(): string[] {
  const page = join(H5, 'index.html');
  const named = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, name]) =>
    join(H5, name ?? ''),
  );
  const parts = named
    .filter((file) => file.endsWith('.js'))
    .flatMap((script) => homeParts(readFileSync(script, 'utf8')));
  if (parts.length === 0) throw new Error('no script of the first page says what the home screen loads');
  return [page, ...named, ...parts];
}

/** webpack writes a route's parts by number, and beside them the hash that is in each part's file name. */
function homeParts(script: string): string[] {
  const route = /"path":"home\/index","load":function.*?\.then\(/s.exec(script)?.[0] ?? '';
  const numbers = [...route.matchAll(/\.e\((\d+)\)/g)].map(([, number]) => number ?? '');
  const files = filesBelow(H5);
  return numbers.flatMap((number) => {
    const hash = new RegExp(`"?\\b${number}"?:"([0-9a-f]{8})"`).exec(script)?.[1];
    const found = files.filter((file) => hash && new RegExp(`\\.${hash}\\.(js|css)$`).test(file));
    if (found.length === 0) throw new Error(`part ${number} of the home screen is in no file`);
    return found;
  });
}
