import Taro from '@tarojs/taro';

/** A short one, where the phone has a motor; where it has none, nothing is missing. */
export const vibrate = (): void => {
  if (process.env.TARO_ENV === 'weapp') Taro.vibrateShort({ type: 'light' }).catch(() => undefined);
};
