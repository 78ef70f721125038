import type { ReactNode } from 'react';
import { Image, View } from '@tarojs/components';
import { circle, type RingShape, roundedSquare } from './ringPicture';

interface Props extends RingShape {
  square?: boolean;
  children?: ReactNode;
}

export const Ring = ({ square = false, children, ...shape }: Props) => (
  <View className="ring" style={{ width: `${shape.size}px`, height: `${shape.size}px` }}>
    <Image className="ring-picture" src={square ? roundedSquare(shape) : circle(shape)} aria-hidden="true" />
    <View className="ring-middle">{children}</View>
  </View>
);
