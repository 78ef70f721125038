import { View } from '@tarojs/components';
import { type IconName, iconSvg, type IconSize } from './icons';
import { svgUri } from './svg';

/** Drawn as a mask over the text's colour, so it takes its colour from where it stands. */
export const Icon = ({ name, size = 24 }: { name: IconName; size?: IconSize }) => {
  const picture = `url("${svgUri(iconSvg(name, size))}")`;
  return (
    <View
      className="icon"
      aria-hidden="true"
      style={{ width: `${size}px`, height: `${size}px`, WebkitMaskImage: picture, maskImage: picture }}
    />
  );
};
