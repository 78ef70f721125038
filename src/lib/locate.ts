import Taro from '@tarojs/taro';
import type { Inputs } from '../../types/contract';

type Located = NonNullable<Inputs['grassrootsDay']['checkIn']['location']>;

/** Whether a phone says here where it is, in the positions that WeChat's maps use (GCJ-02). */
export const canLocate: boolean = true;

/** A phone that knows it no better does not know it. */
const FARTHEST_METRES = 100_000;

/** D9.2 Where the phone is; null when it does not say, whatever the reason: it is never needed. */
export const locate = (): Promise<Located | null> =>
  Taro.getLocation({ type: 'gcj02' }).then(
    ({ latitude, longitude, accuracy }) =>
      accuracy <= FARTHEST_METRES ? { latitude, longitude, accuracyMetres: Math.max(0, accuracy) } : null,
    () => null,
  );
