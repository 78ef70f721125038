import { useSyncExternalStore } from 'react';
import { dayOf } from './day';

/**
 * D10.2 The server's clock as seen from this phone: its `now` when an answer came, less the phone's.
 * Late by the way of the answer, never ahead.
 */
export interface ServerClock {
  offset: number;
}

export const clockOf = (serverNow: string, phoneNow: number): ServerClock => ({
  offset: Date.parse(serverNow) - phoneNow,
});

const wholeSecond = (): number => Math.floor(Date.now() / 1000) * 1000;

/** Looks often enough not to skip a second; what is shown changes once a second. */
const ticking = (onTick: () => void) => {
  const timer = setInterval(onTick, 250);
  return () => clearInterval(timer);
};

const still = () => () => undefined;

/** The phone's time in whole seconds, moving on while `running`. */
export const usePhoneSeconds = (running: boolean): number =>
  useSyncExternalStore(running ? ticking : still, wholeSecond);

const phoneDay = (): string => dayOf(new Date().toISOString());

/** The day by the phone's clock, another one from midnight on. */
export const usePhoneDay = (): string => useSyncExternalStore(ticking, phoneDay);
