import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const WEAPP = join(process.cwd(), 'dist/weapp');
const H5 = join(process.cwd(), 'dist/h5');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

const bytesOf = (files: string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0);

it('the mini-program fits: its main package in 700 kB, all of it in 2 MB', () => {
  const app = JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const roots = (app.subPackages ?? []).map(({ root }) => join(WEAPP, root.replace(/\/?$/, '/')));
  const files = filesBelow(WEAPP);
  const main = files.filter((file) => !roots.some((root) => file.startsWith(root)));
  expect(bytesOf(main)).toBeLessThanOrEqual(700 * KB);
  expect(bytesOf(files)).toBeLessThanOrEqual(2000 * KB);
});

it('the first screen in a browser takes 220 kB over the wire', () => {
  const page = readFileSync(join(H5, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, name]) => join(H5, name ?? ''));
  expect(named.length).toBeGreaterThan(0);
  const packed = [join(H5, 'index.html'), ...named].map((file) => gzipSync(readFileSync(file)).length);
  expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(220 * KB);
});
