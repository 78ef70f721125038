import Taro from '@tarojs/taro';
import { makeObservable } from './observable';

/** Whether a call gets an answer, by the last one: what counts, since a phone with five bars may reach nobody. */
export const network = makeObservable(() => true);

const askPhone = async (): Promise<boolean> => {
  if (process.env.TARO_ENV === 'h5') return window.navigator.onLine;
  const { networkType } = await Taro.getNetworkType();
  return networkType !== 'none';
};

/** Whether the phone says that it has a network at all. It is asked each time: of itself it tells only of a change. */
export const hasNetwork = async (): Promise<boolean> => {
  const has = await askPhone();
  if (!has) network.set(false);
  return has;
};

/** Calls back when the phone says that it has a network again. */
export const onNetworkBack = (listener: () => void): void => {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', listener);
    return;
  }
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) listener();
  });
};
