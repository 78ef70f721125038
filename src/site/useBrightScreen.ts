import { useEffect, useState } from 'react';
import Taro from '@tarojs/taro';

/** Turns the screen up and keeps it on; gives back how it was. */
const turnUp = async (): Promise<number> => {
  const { value } = await Taro.getScreenBrightness();
  await Taro.setScreenBrightness({ value: 1 });
  await Taro.setKeepScreenOn({ keepScreenOn: true });
  return value;
};

const putBack = async (value: number): Promise<void> => {
  await Taro.setScreenBrightness({ value });
  await Taro.setKeepScreenOn({ keepScreenOn: false });
};

/** While a code is held out the screen is as bright as it gets, and stays on. Whether it is; a browser leaves it as it was. */
export const useBrightScreen = (shown: boolean): boolean => {
  const [bright, setBright] = useState(false);
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5' || !shown) return undefined;
    const before = turnUp();
    before.then(
      () => setBright(true),
      () => setBright(false),
    );
    return () => void before.then(putBack).catch(() => undefined);
  }, [shown]);
  return bright;
};
