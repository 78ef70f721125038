import { useMemo } from 'react';
import { Image } from '@tarojs/components';
import { qrPicture } from './qr';
import { role } from './role';

/** A code to be scanned; `data-code` carries what it says. */
export const Code = ({ text, label }: { text: string; label: string }) => {
  const picture = useMemo(() => qrPicture(text), [text]);
  return <Image id="code" className="code" src={picture} {...role('img')} aria-label={label} data-code={text} />;
};
