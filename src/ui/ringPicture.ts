import { tokens } from '@/theme/tokens';
import { svgUri } from './svg';

export interface RingShape {
  size: number;
  line: number;
  /** Parts of the whole, 0 to 1. */
  done: number;
  /** Reached beyond `done`: what a tap would add. */
  gain?: number;
}

const part = (share: number, whole: number) => `${Math.max(0, Math.min(1, share)) * whole} ${whole}`;

const svgOf = (size: number, line: number, strokes: string) =>
  svgUri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" fill="none" stroke-width="${line}" stroke-linecap="round">${strokes}</svg>`,
  );

/** A circle that fills up clockwise from the top. */
export const circle = ({ size, line, done, gain = 0 }: RingShape): string => {
  const middle = size / 2;
  const radius = (size - line) / 2;
  const length = 2 * Math.PI * radius;
  const stroke = (colour: string, share: number) =>
    share > 0
      ? `<circle cx="${middle}" cy="${middle}" r="${radius}" stroke="${colour}" stroke-dasharray="${part(share, length)}" transform="rotate(-90 ${middle} ${middle})"/>`
      : '';
  return svgOf(size, line, stroke(tokens.track, 1) + stroke(tokens.gain, gain) + stroke(tokens.brand, done));
};

/** The rounded square around a code, running out from the top. */
export const roundedSquare = ({ size, line, done }: RingShape): string => {
  const edge = line / 2;
  const side = size - line;
  const bow = 20;
  const straight = side - 2 * bow;
  const path = `M${size / 2} ${edge}h${straight / 2}a${bow} ${bow} 0 0 1 ${bow} ${bow}v${straight}a${bow} ${bow} 0 0 1 -${bow} ${bow}h-${straight}a${bow} ${bow} 0 0 1 -${bow} -${bow}v-${straight}a${bow} ${bow} 0 0 1 ${bow} -${bow}z`;
  const length = 4 * straight + 2 * Math.PI * bow;
  const stroke = (colour: string, share: number) =>
    share > 0 ? `<path d="${path}" stroke="${colour}" stroke-dasharray="${part(share, length)}"/>` : '';
  return svgOf(size, line, stroke(tokens.track, 1) + stroke(tokens.brand, done));
};
