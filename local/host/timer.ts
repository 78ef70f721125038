import { contextFor, timerEnvironment } from './context';
import type { HostedFunction, Outcome } from './hosted-function';

const MINUTE_MS = 60_000;

/** From a moment to the next full minute, at which the trigger is due. */
export const untilNext = (now: number): number => MINUTE_MS - (now % MINUTE_MS);

/** Delivers what a trigger sends to the clock, once. */
export async function deliver(functions: readonly HostedFunction[]): Promise<Outcome> {
  const clock = functions.find(({ config }) => config.name === 'clock');
  if (!clock) return { kind: 'processDied' };
  const event = { Type: 'Timer', TriggerName: 'every-minute', Time: new Date().toISOString(), Message: '' };
  return clock.call(event, contextFor(clock.config, timerEnvironment()));
}

/**
 * The clock's trigger: at the start, and then every minute. As on the platform, an event may be delivered twice: every
 * other one is. Answers with how to stop it.
 */
export function startTimer(functions: readonly HostedFunction[]): () => void {
  let waiting: NodeJS.Timeout | undefined;
  let firings = 0;
  function fire(): void {
    for (let times = firings++ % 2 === 0 ? 2 : 1; times > 0; times--) void deliver(functions);
    waiting = setTimeout(fire, untilNext(Date.now()));
  }
  fire();
  return () => clearTimeout(waiting);
}
