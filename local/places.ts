import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Every command changes to the checkout before it does anything else. */
export const CHECKOUT = realpathSync(process.cwd());

export const RUNS_AS_ROOT = process.getuid?.() === 0;

/**
 * Where everything is kept that the laptop makes up as it runs. PostgreSQL's own user, whom it needs when we are root,
 * cannot enter a checkout below a private folder; then it is a folder that anybody can enter, one for each checkout.
 */
export const DATA_ROOT = RUNS_AS_ROOT
  ? join('/var/tmp', `to-the-youth-${createHash('sha256').update(CHECKOUT).digest('hex').slice(0, 12)}`)
  : join(CHECKOUT, '.local');

/** A test that harms its server has one of its own, `test-faults-<test>`. */
export type Purpose = 'demo' | 'test-database' | 'test-stand-in' | 'bench' | `test-faults-${string}`;

/** The folder of one data set, made if it is not there. */
export function dataDirFor(purpose: Purpose): string {
  makeOwnFolder(DATA_ROOT);
  return makeOwnFolder(join(DATA_ROOT, purpose));
}

/** The data sets that are there of one purpose. */
export const dataDirsOf = (purpose: string): string[] =>
  readdirSync(makeOwnFolder(DATA_ROOT))
    .filter((name) => name === purpose || name.startsWith(`${purpose}-`))
    .map((name) => join(DATA_ROOT, name));

function makeOwnFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  const found = lstatSync(path);
  if (!found.isDirectory() || (RUNS_AS_ROOT && found.uid !== 0)) {
    throw new Error(`${path} was made by somebody else; remove it and start again.`);
  }
  chmodSync(path, 0o755);
  return path;
}
