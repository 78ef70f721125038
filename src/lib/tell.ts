import Taro from '@tarojs/taro';

/** Says it to a screen reader, in a browser: what is new on a page is not always read out. */
export const sayAloud = (text: string): void => {
  if (process.env.TARO_ENV === 'h5') document.getElementById('told')?.replaceChildren(text);
};

/** Says in passing what happened. */
export const tell = async (title: string): Promise<void> => {
  sayAloud(title);
  await Taro.showToast({ title, icon: 'none' });
};
