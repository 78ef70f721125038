/** Longest side, in pixels, at which a picture is searched: enough for a code, quick on an old phone. */
const searchedSide = 960;

type Source = HTMLVideoElement | ImageBitmap;

const sizeOf = (source: Source) =>
  source instanceof HTMLVideoElement
    ? { width: source.videoWidth, height: source.videoHeight }
    : { width: source.width, height: source.height };

/** Comes when a reader opens, and is there when the network has gone. */
export const loadDecoder = () => import('jsqr');

/** The text of the QR code in a picture or in the camera's present frame; null when there is none. Fails when the decoder cannot be loaded. */
export const decode = async (source: Source): Promise<string | null> => {
  const { width, height } = sizeOf(source);
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, searchedSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { default: jsQR } = await loadDecoder();
  return jsQR(data, canvas.width, canvas.height)?.data.trim() || null;
};
