import Taro from '@tarojs/taro';

/** WeChat shows it whole; a long press there saves it or sends it on, which needs no permission. */
export const savePicture = async (base64: string, type: string, name: string): Promise<void> => {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}.${type}`;
  Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64');
  await Taro.previewImage({ urls: [filePath] });
};

export const savedWords = '长按图片，保存或发出去。';
