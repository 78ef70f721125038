import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Stage = 'database' | 'stand-in';

const FOLDER = join(process.cwd(), '.local');

const fileOf = (stage: Stage): string => join(FOLDER, `test-${stage}.json`);

/** Leaves for the tests, which run in processes of their own, what their set-up has started. */
export function writeTestState(stage: Stage, state: object): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(stage), JSON.stringify(state), { mode: 0o600 });
}

export const readTestState = <T>(stage: Stage): T => JSON.parse(readFileSync(fileOf(stage), 'utf8')) as T;
