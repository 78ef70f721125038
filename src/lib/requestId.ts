import Taro from '@tarojs/taro';
import { uuidV7 } from './uuid';

const randomBytes = async (length: number): Promise<Uint8Array> => {
  if (process.env.TARO_ENV === 'h5') return crypto.getRandomValues(new Uint8Array(length));
  const { randomValues } = await Taro.getRandomValues({ length });
  return new Uint8Array(randomValues);
};

/** D8.1 The id of one intent: the same for every try of it. */
export const newRequestId = async (): Promise<string> => uuidV7(Date.now(), await randomBytes(10));
