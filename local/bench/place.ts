import { uuidv7 } from 'uuidv7';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import type { House } from '../../cloudfunctions/api/kernel/gate';
import { makeLimits } from '../../cloudfunctions/api/kernel/limits';
import { readSettings } from '../../cloudfunctions/api/kernel/settings';
import { answer } from '../../cloudfunctions/api/router';
import { functionEnvironment } from '../host/settings';
import { secretsOf } from '../secrets';
import { median, type Pair } from './ratio';

const WARM_UP = 8;
const CALLS = 24;

/** The product on a database, without its doors. */
export interface Place {
  house: House;
  close: () => Promise<void>;
}

export function openPlace(apiUrl: string, dataDir: string): Place {
  const secrets = secretsOf(dataDir);
  const url = 'http://127.0.0.1';
  const settings = readSettings(functionEnvironment({ url, apiUrl, secrets, staleIdentity: false }));
  const database = openDatabase(apiUrl);
  return { house: { settings, database, limits: makeLimits(database.pool) }, close: () => database.end() };
}

/** As a door would: the person is known, the rest is the product. */
export async function call({ house }: Place, personId: string, operation: string, input: object): Promise<void> {
  const identity = {
    kind: 'person' as const,
    personId,
    account: null,
    session: null,
    counted: { calls: { times: 1, untilMs: 0 }, codes: null },
  };
  const context = {
    identity,
    bySession: true,
    sender: null,
    device: { kind: 'miniProgram', words: '' } as const,
    address: '127.0.0.1',
    now: new Date(),
    house,
  };
  const answered = await answer(context, operation, input, uuidv7());
  if (!answered.ok) throw new Error(`${operation} was answered with ${answered.error.code}`);
}

/** Milliseconds of one and of the other, call by call by turns: a slow moment of the machine falls on both. */
export async function byTurns(ours: () => Promise<unknown>, baseline: () => Promise<unknown>): Promise<Pair> {
  const times = { ours: [] as number[], baseline: [] as number[] };
  for (let i = 0; i < WARM_UP + CALLS; i++) {
    const one = await timed(ours);
    const other = await timed(baseline);
    if (i < WARM_UP) continue;
    times.ours.push(one);
    times.baseline.push(other);
  }
  return { ours: median(times.ours), baseline: median(times.baseline) };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
