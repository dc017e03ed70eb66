/** Makes a picture of flat colours small. In JavaScript: sharp 0.35 does not let TypeScript find its types. */
import sharp from 'sharp';

/**
 * The same picture with thirty-two colours.
 * @param {Uint8Array} png
 * @returns {Promise<Uint8Array>}
 */
export async function smallPng(png) {
  return sharp(png).png({ palette: true, colours: 32, compressionLevel: 9, effort: 10 }).toBuffer();
}
