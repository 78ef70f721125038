export interface RingShape {
  size: number;
  line: number;
}

const svgOf = ({ size, line }: RingShape, stroke: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" fill="none" stroke="#000" stroke-width="${line}" stroke-linecap="round">${stroke}</svg>`;

const dashes = (share: number, whole: number) => `stroke-dasharray="${Math.min(1, share) * whole} ${whole}"`;

/** A circle that fills up clockwise from the top. */
export const circleSvg = (shape: RingShape, share: number): string => {
  const middle = shape.size / 2;
  const radius = (shape.size - shape.line) / 2;
  return svgOf(
    shape,
    `<circle cx="${middle}" cy="${middle}" r="${radius}" ${dashes(share, 2 * Math.PI * radius)} transform="rotate(-90 ${middle} ${middle})"/>`,
  );
};

/** The rounded square around a code, running out from the top. */
export const roundedSquareSvg = (shape: RingShape, share: number): string => {
  const { size, line } = shape;
  const bow = 20;
  const straight = size - line - 2 * bow;
  const path = `M${size / 2} ${line / 2}h${straight / 2}a${bow} ${bow} 0 0 1 ${bow} ${bow}v${straight}a${bow} ${bow} 0 0 1 -${bow} ${bow}h-${straight}a${bow} ${bow} 0 0 1 -${bow} -${bow}v-${straight}a${bow} ${bow} 0 0 1 ${bow} -${bow}z`;
  return svgOf(shape, `<path d="${path}" ${dashes(share, 4 * straight + 2 * Math.PI * bow)}/>`);
};
