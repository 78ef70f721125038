import { randomUUID } from 'node:crypto';
import { httpDoor, type HttpEvent } from './doors/http';
import { doorOf, platformEnv, type PlatformContext } from './doors/platform';
import { wxDoor } from './doors/wx';
import { openDatabase } from './kernel/db';
import type { House } from './kernel/gate';
import { makeLimits } from './kernel/limits';
import { logFault } from './kernel/log';
import { readSettings } from './kernel/settings';
import { failed } from './router';

let house: House | undefined;

function openHouse(): House {
  const settings = readSettings(process.env);
  const database = openDatabase();
  return { settings, database, limits: makeLimits(database.pool) };
}

/** Every user's call, through one of its doors. It always answers: a thrown error's stack would reach the phone. */
export async function main(
  sent: Record<string, unknown> | null | undefined,
  context: PlatformContext,
): Promise<unknown> {
  const event = sent ?? {};
  try {
    house ??= openHouse();
    const env = platformEnv(context);
    const now = new Date();
    switch (doorOf(event, env)) {
      case 'wx':
        return await wxDoor(house, event, env, now);
      case 'http':
        return await httpDoor(house, event as unknown as HttpEvent, now);
      default:
        return failed('FORBIDDEN', 403, {});
    }
  } catch (error) {
    const requestId = randomUUID();
    logFault(error, { requestId });
    const fault = failed('FAULT', 500, { requestId });
    return typeof event.httpMethod === 'string'
      ? { statusCode: 500, headers: {}, body: JSON.stringify(fault), isBase64Encoded: false }
      : fault;
  }
}
