import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Drawing } from './Drawing';
import { circleSvg, type RingShape, roundedSquareSvg } from './ringSvg';

interface Props extends RingShape {
  /** How much is reached, 0 to 1. */
  done: number;
  /** Reached beyond `done`: what a tap would add. */
  gain?: number;
  /** Around a code, which keeps its size; a circle grows with the words in it. */
  square?: boolean;
  children?: ReactNode;
}

export const Ring = ({ size, line, done, gain = 0, square = false, children }: Props) => {
  const edge = square ? `${size}px` : `${size / 16}rem`;
  const svg = (share: number) => (square ? roundedSquareSvg : circleSvg)({ size, line }, share);
  return (
    <View className="ring" style={{ width: edge, height: edge }}>
      <Drawing className="ring-whole" svg={svg(1)} />
      {gain > 0 && <Drawing className="ring-gain" svg={svg(gain)} />}
      {done > 0 && <Drawing className="ring-done" svg={svg(done)} />}
      {children && <View className={square ? 'ring-middle' : 'ring-middle round'}>{children}</View>}
    </View>
  );
};
