import { useEffect, useState } from 'react';

/** The server's clock as seen from this phone: its `now` when an answer came, less the phone's. Late by the way of the answer, never ahead (D10.2). */
export interface ServerClock {
  offset: number;
}

export const clockOf = (serverNow: string, phoneNow: number): ServerClock => ({ offset: Date.parse(serverNow) - phoneNow });

/** The phone's time, anew every second while `running`. */
export const usePhoneSeconds = (running: boolean): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
};
