import Taro from '@tarojs/taro';
import { positionText } from './positionText';

/** WeChat's own map: its person picks a place, in GCJ-02; null where none was picked. */
export const choosePlace = async (): Promise<{ name: string; address: string; position: string } | null> => {
  try {
    const { name, address, latitude, longitude } = await Taro.chooseLocation({});
    return { name, address, position: positionText({ latitude, longitude }) };
  } catch {
    return null;
  }
};
