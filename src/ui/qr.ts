import qrcode from 'qrcode/lib/core/qrcode';
import { tokens } from '@/theme/tokens';
import { svgUri } from './svg';

/** A QR code as a picture, without its quiet zone: leave four modules of white around it. */
export const qrPicture = (text: string): string => {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, row) => row);
  const dark = rows.flatMap((row) =>
    rows.filter((column) => modules.get(row, column)).map((column) => `M${column} ${row}h1v1h-1z`),
  );
  return svgUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.size} ${modules.size}" shape-rendering="crispEdges"><path fill="${tokens.ink}" d="${dark.join('')}"/></svg>`,
  );
};
