import qrcode from 'qrcode/lib/core/qrcode';
import { svgUri } from './svg';

/** The white around a code that a scanner needs, in modules. */
const quiet = 4;

/** A QR code as a picture, black on nothing: it lies on white in both themes. */
export const qrPicture = (text: string): string => {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, row) => row);
  const dark = rows.flatMap((row) =>
    rows.filter((column) => modules.get(row, column)).map((column) => `M${column} ${row}h1v1h-1z`),
  );
  const whole = modules.size + 2 * quiet;
  return svgUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-quiet} ${-quiet} ${whole} ${whole}" shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`,
  );
};
