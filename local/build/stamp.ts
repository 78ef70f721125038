import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../places';

interface Work {
  /** The folder below `dist/` that comes out. */
  name: string;
  /** Files and folders that go in. */
  inputs: readonly string[];
  /** Settings that go in. */
  settings: readonly string[];
  build: () => Promise<void>;
}

/** Does the work unless its result is there and nothing that goes in has changed. A broken-off one is done again. */
export async function unlessUnchanged({ name, inputs, settings, build }: Work): Promise<void> {
  const stamps = join(CHECKOUT, 'dist/.stamps');
  const stamp = join(stamps, name);
  const hash = hashOf(inputs, settings);
  const stamped = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (stamped && existsSync(join(CHECKOUT, 'dist', name))) return;
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, hash);
}

function hashOf(inputs: readonly string[], settings: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesIn).sort())
    hash.update(`${file}\0`).update(readFileSync(join(CHECKOUT, file)));
  for (const name of settings) hash.update(`${name}=${process.env[name] ?? ''}\0`);
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const found = statSync(join(CHECKOUT, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(CHECKOUT, path)).flatMap((name) => filesIn(`${path}/${name}`));
}
