import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 20_000;
const PAUSE_MS = 20;

/** Tries again until it neither throws nor answers false. */
export async function until<T>(attempt: () => Promise<T> | T): Promise<T> {
  const giveUp = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const result = await attempt();
      if (result !== false) return result;
    } catch (error) {
      if (Date.now() > giveUp) throw error;
    }
    if (Date.now() > giveUp) throw new Error('it did not happen in time');
    await pause(PAUSE_MS);
  }
}
