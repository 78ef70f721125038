import { View } from '@tarojs/components';
import { svgUri } from './svg';

interface Props {
  svg: string;
  /** Gives the colour, and the size where none is given. */
  className: string;
  size?: string;
}

/** A drawing in one colour: a mask over the colour of its class, so that it follows the theme as text does. */
export const Drawing = ({ svg, className, size }: Props) => {
  const picture = `url("${svgUri(svg)}")`;
  return (
    <View
      className={`drawing ${className}`}
      aria-hidden="true"
      style={{ ...(size && { width: size, height: size }), WebkitMaskImage: picture, maskImage: picture }}
    />
  );
};
