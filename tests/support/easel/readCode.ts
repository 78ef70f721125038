import type { Browser } from 'playwright-core';
import type jsQR from 'jsqr';

/** What a scanner reads in a picture. */
export async function readCode(browser: Browser, picture: Buffer): Promise<string> {
  const page = await browser.newPage();
  await page.addScriptTag({ path: require.resolve('jsqr') });
  const text = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, canvas.width, canvas.height);
      const read = (window as unknown as { jsQR: typeof jsQR }).jsQR;
      return pixels && read(pixels.data, pixels.width, pixels.height)?.data;
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  await page.close();
  return text ?? '';
}
