import { PNG } from 'pngjs'
import type { Bitmap } from '#main/printing/raster/bitmap.ts'

/** A drawn picture, four bytes a dot: what readers of barcodes take as it is. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly colorSpace: 'srgb'
}

export function pixelsOf(width: number, height: number, data: Uint8ClampedArray): Pixels {
  return { width, height, data: new Uint8ClampedArray(data), colorSpace: 'srgb' }
}

/** Dots with so much white around them. */
export function pixelsOfBitmap({ width, height, bytesPerRow, rows }: Bitmap, margin = 0): Pixels {
  const across = width + 2 * margin
  const data = new Uint8ClampedArray(across * (height + 2 * margin) * 4).fill(255)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (((rows[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) continue
      data.fill(0, ((y + margin) * across + x + margin) * 4, ((y + margin) * across + x + margin) * 4 + 3)
    }
  }
  return { width: across, height: height + 2 * margin, data, colorSpace: 'srgb' }
}

/**
 * The picture with squares of `by` dots made one, black where they are darker than `threshold`. Hair lines and thin letters
 * are lighter than half once they are small, so more than half of white still counts as ink.
 */
export function shrunkToBitmap({ width, height, data }: Pixels, by: number, threshold: number): Bitmap {
  const [across, down] = [Math.floor(width / by), Math.floor(height / by)]
  const bytesPerRow = Math.ceil(across / 8)
  const rows = new Uint8Array(bytesPerRow * down)
  const limit = threshold * by * by * 3
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      let light = 0
      for (let dy = 0; dy < by; dy += 1) {
        let at = ((y * by + dy) * width + x * by) * 4
        for (let dx = 0; dx < by; dx += 1, at += 4) light += (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)
      }
      if (light >= limit) continue
      const byte = y * bytesPerRow + (x >> 3)
      rows[byte] = (rows[byte] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return { width: across, height: down, bytesPerRow, rows }
}

/** Dots of a PNG, with so much white around them. */
export function pixelsOfPng(png: Uint8Array, margin = 0): Pixels {
  const { width, height, data } = PNG.sync.read(Buffer.from(png))
  const across = width + 2 * margin
  const made = new Uint8ClampedArray(across * (height + 2 * margin) * 4).fill(255)
  for (let y = 0; y < height; y += 1) {
    made.set(data.subarray(y * width * 4, (y + 1) * width * 4), ((y + margin) * across + margin) * 4)
  }
  return { width: across, height: height + 2 * margin, data: made, colorSpace: 'srgb' }
}
