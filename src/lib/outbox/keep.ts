import Taro from '@tarojs/taro';
import { kept } from '../kept';
import type { Item } from './item';

/** In a browser what waits is gone with the tab: whoever sits there next finds nothing. */
export const outlivesTheApp = process.env.TARO_ENV === 'weapp';

const isMissing = (error: unknown): boolean =>
  String((error as { errMsg?: unknown } | null)?.errMsg).includes('data not found');

/** WeChat encrypts these on the phone. */
const encrypted = (key: string) => ({
  read: async (): Promise<string | null> => {
    try {
      return (await Taro.getStorage<string>({ key, encrypt: true })).data;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  write: (data: string) => Taro.setStorage({ key, data, encrypt: true }),
  remove: () => Taro.removeStorage({ key }),
});

/** The items of one person, and of nobody else. */
export const keptFor = (personId: string) => {
  const key = `outbox.${personId}`;
  const { read, write, remove } = outlivesTheApp ? encrypted(key) : kept(key);
  return {
    read: async (): Promise<Item[]> => JSON.parse((await read()) ?? '[]') as Item[],
    write: async (items: Item[]): Promise<void> => {
      await (items.length === 0 ? remove() : write(JSON.stringify(items)));
    },
  };
};
