import Taro from '@tarojs/taro';
import { copy } from './copy';

const cancelled = (error: unknown): boolean =>
  String((error as { errMsg?: unknown } | null)?.errMsg).includes('cancel');

/**
 * Writes a text into a file and hands it to a chat, which WeChat allows only right after a tap; where it does not, the
 * text goes to the clipboard. Says what became of it, in words.
 */
export const saveFile = async (fileName: string, text: string): Promise<string> => {
  try {
    const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName });
    return '已发出';
  } catch (error) {
    if (cancelled(error)) return '没有发出';
    return (await copy(text)) ? '没有发成文件，内容已复制' : '没有保存成';
  }
};
