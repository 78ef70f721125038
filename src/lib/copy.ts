import Taro from '@tarojs/taro';

/** Puts a text where another app can paste it; whether it got there. */
export const copy = (data: string): Promise<boolean> =>
  Taro.setClipboardData({ data }).then(
    () => true,
    () => false,
  );
