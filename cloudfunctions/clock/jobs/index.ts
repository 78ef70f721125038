import type { Job } from '../job';
import type { ClockSettings } from '../settings';
import { lapses } from './lapses';
import { messages } from './messages';
import { patterns } from './patterns';
import { purge } from './purge';
import { reminders } from './reminders';

/** Everything that happens without anybody's tap, in this order: what somebody waits for first. */
export const jobsOf = (settings: ClockSettings): readonly Job[] => [
  messages(settings),
  reminders(settings),
  patterns,
  lapses,
  purge,
];
