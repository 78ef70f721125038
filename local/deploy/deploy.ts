import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { CHECKOUT } from '../places';
import { planFor, type Step } from './plan';
import { PARTS, readDeploySettings, type Part } from './settings';

const FILE = 'deploy.env';

const REMAINS = `Once in an environment, by hand: docs/deploy.md, "Once".`;

/** `npm run deploy -- [--dry-run] [--only database,functions,web,mini]`, with the settings of deploy.env. */
export async function main(args: string[]): Promise<void> {
  const parts = partsIn(args);
  const env = { ...settingsInFile(), ...process.env };
  const steps = planFor(parts, readDeploySettings(parts, env));
  const dry = args.includes('--dry-run');
  for (const [index, step] of steps.entries()) {
    console.log(`${index + 1}/${steps.length} ${step.title}\n    ${printed(step)}`);
    if (!dry) await run(step, env);
  }
  console.log(dry ? 'Nothing was done.' : `Deployed: ${parts.join(', ')}. ${REMAINS}`);
}

function partsIn(args: readonly string[]): Part[] {
  const at = args.indexOf('--only');
  const wanted = at < 0 ? PARTS : (args[at + 1] ?? '').split(',');
  const unknown = wanted.filter((part) => !PARTS.some((known) => known === part));
  if (unknown.length > 0) throw new Error(`--only takes ${PARTS.join(', ')}, and not ${unknown.join(', ')}.`);
  return PARTS.filter((part) => wanted.includes(part));
}

const settingsInFile = (): NodeJS.Dict<string> => {
  const file = join(CHECKOUT, FILE);
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
};

/** Without a secret: those travel in the environment. */
const printed = ({ command, env = {} }: Step): string =>
  [...Object.entries(env).map(([name, value]) => `${name}=${value}`), ...command].join(' ');

function run({ title, command: [name = '', ...args], env: more }: Step, env: NodeJS.Dict<string>): Promise<void> {
  const child = spawn(name, args, { cwd: CHECKOUT, stdio: 'inherit', env: { ...env, ...more } as NodeJS.ProcessEnv });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`${title}: failed with ${code}. What was done before it stays; begin again after mending it.`),
        );
    });
  });
}
