import { randomUUID } from 'node:crypto';
import { httpDoor, respond, type HttpEvent } from './doors/http';
import { doorOf, platformEnv, type PlatformContext } from './doors/platform';
import { wxDoor } from './doors/wx';
import { openDatabase } from './kernel/db';
import type { House } from './kernel/gate';
import { makeLimits } from './kernel/limits';
import { readSettings } from './kernel/settings';
import { Unavailable } from './kernel/unavailable';
import { failed, failure } from './router';

let house: House | undefined;

function openHouse(): House {
  const settings = readSettings(process.env);
  const database = openDatabase();
  return { settings, database, limits: makeLimits(database.pool) };
}

/** A phone gives up after 15 s; after 20 s the platform ends the process, with everybody's calls in it. */
const ANSWER_WITHIN_MS = 12_000;

/** What is not done in time goes on, and may yet be done: the same request again finds out. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable('no answer in time')), ANSWER_WITHIN_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function enter(event: Record<string, unknown>, context: PlatformContext): Promise<unknown> {
  house ??= openHouse();
  const env = platformEnv(context);
  const now = new Date();
  switch (doorOf(event, env)) {
    case 'wx':
      return wxDoor(house, event, env, now);
    case 'http':
      return httpDoor(house, event as unknown as HttpEvent, now);
    default:
      return failed('FORBIDDEN', 403, {});
  }
}

/** Every user's call, through one of its doors. It always answers: a thrown error's stack would reach the phone. */
export async function main(
  sent: Record<string, unknown> | null | undefined,
  context: PlatformContext,
): Promise<unknown> {
  const event = sent ?? {};
  try {
    return await inTime(enter(event, context));
  } catch (error) {
    const answer = failure(error, { requestId: randomUUID() });
    return typeof (event as { httpMethod?: unknown } | null)?.httpMethod === 'string' ? respond(answer) : answer;
  }
}
