import * as z from 'zod';
import { databaseSettings } from '../api/kernel/connection';
import { readAs, templates, weixin } from '../api/kernel/settings';

/** WeChat, for the messages that it sends. The clock opens nothing that is sealed and holds no key. */
const own = z.object({ ...weixin.shape, ...templates.shape });
export type ClockSettings = z.infer<typeof own>;

/** Before the first run, so that a missing one is named, the database's among them, and not found out by a failing connection. */
export const readClockSettings = (env: Record<string, string | undefined>): ClockSettings =>
  readAs(databaseSettings.and(own), env);
