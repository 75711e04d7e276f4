import { type Canvas, createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas'

/** Black dots, one bit each, rows padded to whole bytes: what every thermal printer burns. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly bytesPerRow: number
  readonly rows: Uint8Array
}

/** A white canvas with black ink. */
export function whiteCanvas(
  width: number,
  height: number,
): { readonly canvas: Canvas; readonly context: SKRSContext2D } {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#000000'
  return { canvas, context }
}

export function bitmapOf(context: SKRSContext2D, width: number, height: number): Bitmap {
  const { data } = context.getImageData(0, 0, width, height)
  return pack(width, height, (x, y) => (data[(y * width + x) * 4] ?? 255) < 128)
}

function pack(width: number, height: number, isBlack: (x: number, y: number) => boolean): Bitmap {
  const bytesPerRow = Math.ceil(width / 8)
  const rows = new Uint8Array(bytesPerRow * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * bytesPerRow + (x >> 3)
      if (isBlack(x, y)) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return { width, height, bytesPerRow, rows }
}

/** A picture fitted into a place, its greys spread as dots (Floyd and Steinberg). Null when the bytes are no picture. */
export async function bitmapOfPicture(bytes: Uint8Array, maxWidth: number, maxHeight: number): Promise<Bitmap | null> {
  const image = await loadImage(bytes).catch(() => null)
  if (image === null || image.width === 0 || image.height === 0) return null
  const scale = Math.min(maxWidth / image.width, maxHeight / image.height)
  const width = Math.max(1, Math.round(image.width * scale))
  const height = Math.max(1, Math.round(image.height * scale))
  const { context } = whiteCanvas(width, height)
  context.drawImage(image, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  const light = Float32Array.from({ length: width * height }, (_, at) => {
    const [red, green, blue] = [data[at * 4] ?? 255, data[at * 4 + 1] ?? 255, data[at * 4 + 2] ?? 255]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  })
  const spread = (x: number, y: number, error: number) => {
    if (x < 0 || x >= width || y >= height) return
    light[y * width + x] = (light[y * width + x] ?? 0) + error
  }
  // The walk goes left to right, top to bottom: errors only ever move to dots not yet decided.
  return pack(width, height, (x, y) => {
    const value = light[y * width + x] ?? 255
    const isBlack = value < 128
    const error = value - (isBlack ? 0 : 255)
    spread(x + 1, y, (error * 7) / 16)
    spread(x - 1, y + 1, (error * 3) / 16)
    spread(x, y + 1, (error * 5) / 16)
    spread(x + 1, y + 1, error / 16)
    return isBlack
  })
}

/** Puts black dots onto a canvas, each `scale` pixels wide. */
export function paintBitmap(context: SKRSContext2D, bitmap: Bitmap, left: number, top: number, scale = 1): void {
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const byte = bitmap.rows[y * bitmap.bytesPerRow + (x >> 3)] ?? 0
      if ((byte & (0x80 >> (x & 7))) !== 0) context.fillRect(left + x * scale, top + y * scale, scale, scale)
    }
  }
}
