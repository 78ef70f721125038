import Taro from '@tarojs/taro';
import { tell } from '@/lib/tell';
import type { Site } from './siteOf';

/** WeChat's own map, with the place on it; its positions are GCJ-02 too. */
export const openPlace = async ({ name, address, position }: Pick<Site, 'name' | 'address' | 'position'>) => {
  if (position) await Taro.openLocation({ ...position, name, address }).catch(() => tell('微信地图没有打开'));
};
