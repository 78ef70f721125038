import qrcode from 'qrcode/lib/core/qrcode';
import { svgUri } from './svg';

/** The white around a code that a scanner needs, in modules. */
const quiet = 4;

/** Which modules of a QR code are dark, row by row. */
export const qrModules = (text: string): boolean[][] => {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const places = Array.from({ length: modules.size }, (_, place) => place);
  return places.map((row) => places.map((column) => Boolean(modules.get(row, column))));
};

/** A QR code as a picture, black on nothing: it lies on white in both themes. */
export const qrPicture = (text: string): string => {
  const rows = qrModules(text);
  const dark = rows.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])));
  const whole = rows.length + 2 * quiet;
  return svgUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-quiet} ${-quiet} ${whole} ${whole}" shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`,
  );
};
