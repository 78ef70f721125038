import Taro from '@tarojs/taro';
import { uuidV7 } from './uuid';

/** With callbacks: Taro hands this call to WeChat as it is and promises nothing of its own. */
const randomBytesOfWeChat = (length: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    void Taro.getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: reject,
    });
  });

const randomBytes = async (length: number): Promise<Uint8Array> =>
  process.env.TARO_ENV === 'h5' ? crypto.getRandomValues(new Uint8Array(length)) : randomBytesOfWeChat(length);

/** D8.1 The id of one intent: the same for every try of it. */
export const newRequestId = async (): Promise<string> => uuidV7(Date.now(), await randomBytes(10));
