/** What the QR code in a picture says, as a camera would read it. */
import type { Page } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';

/** @param png a picture of the code; any page of the site opens it. @throws when no code is found in it */
export async function readQr(page: Page, png: Buffer): Promise<string> {
  const { width, height, data } = await page.evaluate(async (coded) => {
    const bytes = Uint8Array.from(atob(coded), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const brush = canvas.getContext('2d');
    brush?.drawImage(picture, 0, 0);
    const pixels = brush?.getImageData(0, 0, picture.width, picture.height).data ?? [];
    // A page of pixels is a hundred times quicker as one text than as a list of numbers.
    const pieces = Array.from({ length: Math.ceil(pixels.length / 8192) }, (_, n) =>
      String.fromCharCode(...pixels.slice(n * 8192, (n + 1) * 8192)),
    );
    return { width: picture.width, height: picture.height, data: btoa(pieces.join('')) };
  }, png.toString('base64'));
  return decodeQR({ width, height, data: new Uint8Array(Buffer.from(data, 'base64')) });
}
