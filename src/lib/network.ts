import Taro from '@tarojs/taro';
import { makeShared } from './shared';

/** Whether the last call got an answer: what counts, since a phone with five bars may reach nobody. */
export const network = makeShared(() => true);

let connected = true;

/** Whether the phone says that it has a network at all. */
export const hasNetwork = (): boolean => (process.env.TARO_ENV === 'h5' ? window.navigator.onLine : connected);

/** Calls back when the phone says that it has a network again. */
export const onNetworkBack = (listener: () => void): void => {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', listener);
    return;
  }
  Taro.onNetworkStatusChange(({ isConnected }) => {
    connected = isConnected;
    if (isConnected) listener();
  });
};
