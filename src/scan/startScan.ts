import Taro from '@tarojs/taro';
import { goTo, routes } from '@/lib/routes';
import { scannedText } from '@/lib/scannedText';

const isCancel = (cause: unknown): boolean => String((cause as { errMsg?: unknown } | null)?.errMsg).includes('cancel');

/**
 * Opens WeChat's scanner and gives back what it read, null when it was closed.
 * Where it cannot be opened, and in a browser, the scan page has the other ways.
 */
export const startScan = async (): Promise<string | null> => {
  if (process.env.TARO_ENV === 'weapp') {
    try {
      const { result, path } = await Taro.scanCode({ scanType: ['qrCode', 'wxCode'] });
      return scannedText({ from: 'scanner', result, path });
    } catch (cause) {
      if (isCancel(cause)) return null;
    }
  }
  goTo(routes.scan());
  return null;
};
