import { Cannot } from './cannot.ts';

/** The largest square that fits, from the middle; nothing is made larger. Lengths in pixels. */
export function cut(
  width: number,
  height: number,
  most: number
): { x: number; y: number; from: number; to: number } {
  const from = Math.min(width, height);
  return {
    x: Math.floor((width - from) / 2),
    y: Math.floor((height - from) / 2),
    from,
    to: Math.max(1, Math.min(from, most))
  };
}

/**
 * A picture of a face for a profile: square, at most `most` pixels wide, WebP (JPEG where the browser cannot). Drawn
 * anew, so where and with what it was taken (EXIF) stays behind. Throws `Cannot` for what is no picture.
 */
export async function scalePicture(file: Blob, most = 512): Promise<Blob> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Cannot('This file is not a picture Hearth can read. Choose a JPEG, PNG or WebP.');
  });
  try {
    const { x, y, from, to } = cut(bitmap.width, bitmap.height, most);
    const canvas = new OffscreenCanvas(to, to);
    const pen = canvas.getContext('2d');
    if (!pen)
      throw new Cannot('This browser cannot make the picture smaller. Choose one that is small already.');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, x, y, from, from, 0, 0, to, to);
    const webp = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
    if (webp.type === 'image/webp') return webp;
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  } finally {
    bitmap.close();
  }
}
