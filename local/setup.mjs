import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;

/** Brings a fresh clone, or one whose first start was broken off, to where the packages can be used. */
export async function setUp() {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new Error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`);
  }
  if (await packagesAreInstalled()) return;
  console.log('Installing the packages (about a minute)');
  await npm(['ci']);
}

/** npm writes its list of what it installed last of all, so a broken-off installation has none. */
async function packagesAreInstalled() {
  const wanted = await packagesListedIn('package-lock.json');
  const installed = await packagesListedIn('node_modules/.package-lock.json').catch(() => null);
  if (!installed) return false;
  const present = (path) => installed[path]?.version === wanted[path].version;
  const needless = (path) => wanted[path].optional && !(path in installed);
  return (
    Object.keys(wanted).every((path) => path === '' || present(path) || needless(path)) &&
    Object.keys(installed).every((path) => path in wanted)
  );
}

async function packagesListedIn(file) {
  return JSON.parse(await readFile(file, 'utf8')).packages;
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const child = cli
    ? spawn(process.execPath, [cli, ...args], { stdio: 'inherit' })
    : spawn('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`npm ${args.join(' ')} failed`))));
  });
}
