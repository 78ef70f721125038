import Taro from '@tarojs/taro';

const key = 'session';

/** The session of the mini-program over HTTP. A browser's is a cookie that no script sees. */
export const session = {
  token: (): string | null => Taro.getStorageSync<string>(key) || null,
  keep: (token: string) => Taro.setStorageSync(key, token),
  forget: () => Taro.removeStorageSync(key),
};
