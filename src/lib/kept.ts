import Taro from '@tarojs/taro';

/** A short text that this phone keeps; in a browser only until the tab is closed. */
export const kept = (key: string) => ({
  read: (): string | null =>
    process.env.TARO_ENV === 'h5' ? window.sessionStorage.getItem(key) : Taro.getStorageSync<string>(key) || null,
  write: (text: string): void => {
    if (process.env.TARO_ENV === 'h5') window.sessionStorage.setItem(key, text);
    else Taro.setStorageSync(key, text);
  },
  remove: (): void => {
    if (process.env.TARO_ENV === 'h5') window.sessionStorage.removeItem(key);
    else Taro.removeStorageSync(key);
  },
});
