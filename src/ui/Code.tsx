import { useMemo } from 'react';
import { Image } from '@tarojs/components';
import { qrPicture } from './qr';

/** In a browser Taro puts the real picture inside its own: that is the one to be named. */
const named = (label: string) =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: label } } : { 'aria-role': 'img', 'aria-label': label };

/** A code to be scanned; `data-code` carries what it says. */
export const Code = ({ text, label }: { text: string; label: string }) => {
  const picture = useMemo(() => qrPicture(text), [text]);
  return <Image id="code" className="code" src={picture} {...named(label)} data-code={text} />;
};
