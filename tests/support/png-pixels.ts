import { createCanvas, loadImage } from '@napi-rs/canvas'

/** The dots of a picture, black or white. */
export async function pixelsOfPng(
  png: Uint8Array,
): Promise<{ width: number; height: number; isBlack: (x: number, y: number) => boolean }> {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const { width, height } = image
  return { width, height, isBlack: (x, y) => (data[(y * width + x) * 4] ?? 255) < 128 }
}
