import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a set-up has started and its tests use; they run in processes of their own. */
export interface TestStates {
  database: { superuserUrl: string; ownerUrl: string; apiUrl: string; clockUrl: string };
  'stand-in': { url: string; ownerUrl: string; apiUrl: string };
}

const FOLDER = join(process.cwd(), '.local');

const fileOf = (stage: keyof TestStates): string => join(FOLDER, `test-${stage}.json`);

export function writeTestState<S extends keyof TestStates>(stage: S, state: TestStates[S]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(stage), JSON.stringify(state), { mode: 0o600 });
}

export const readTestState = <S extends keyof TestStates>(stage: S): TestStates[S] =>
  JSON.parse(readFileSync(fileOf(stage), 'utf8')) as TestStates[S];
