import { toBuffer } from 'qrcode';
import { no } from './say';

interface Asked {
  scene?: string;
  page?: string;
  width?: number;
}

const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/;

/** `POST /wxa/getwxacodeunlimit`: a QR code of one size stands for the round one, with what its scanner would open. */
export async function drawCode({ scene = '', page = '', width = 430 }: Asked): Promise<Buffer | object> {
  if (!SCENE.test(scene)) return no(40169, 'invalid length for scene, or the data is not json string');
  if (page.startsWith('/') || page.includes('?')) return no(41030, 'invalid page');
  if (width < 280 || width > 1280) return no(40097, 'invalid args');
  return toBuffer(`${page}?scene=${encodeURIComponent(scene)}`, { scale: 3, errorCorrectionLevel: 'M' });
}
