import { useEffect, useState } from 'react';
import Taro from '@tarojs/taro';
import type { Box } from './mapView';

/** How large the element of an id is drawn; null until that is known. */
export const useBox = (id: string): Box | null => {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    Taro.nextTick(() =>
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .boundingClientRect()
        .exec(([found]: [Box | null]) => {
          if (found) setBox({ width: found.width, height: found.height });
        }),
    );
  }, [id]);
  return box;
};
