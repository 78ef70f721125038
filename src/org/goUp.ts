import Taro from '@tarojs/taro';
import { goInstead, routes } from '@/lib/routes';

interface OpenPage {
  $taroParams?: Record<string, unknown>;
}

/** To an organisation above: back to its page where that is still open beneath, otherwise in place of this one. */
export const goUp = (orgId: number): void => {
  const pages = [...Taro.getCurrentPages()].reverse() as OpenPage[];
  const steps = pages.findIndex(({ $taroParams }) => Number($taroParams?.orgId) === orgId);
  // In a browser Taro loses its way when it goes back over several pages of one kind.
  const canGoBack = steps === 1 || (steps > 1 && process.env.TARO_ENV === 'weapp');
  if (canGoBack) void Taro.navigateBack({ delta: steps });
  else goInstead(routes.overview(orgId));
};
