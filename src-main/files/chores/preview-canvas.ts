import type { SKRSContext2D } from '@napi-rs/canvas'

/** Longest side of a preview, in pixels: sharp at the size screens show it, on screens of twice the density. */
const longestSide = 1000

/** How much a page or picture of this size is made smaller; never larger. */
export function previewScale(width: number, height: number): number {
  return Math.min(1, longestSide / Math.max(width, height))
}

/** Draws on white paper and gives the PNG. */
export async function drawnOnWhite(
  width: number,
  height: number,
  draw: (context: SKRSContext2D) => Promise<void> | void,
): Promise<Uint8Array> {
  // Loaded when first drawn on: threads that only hash never need it.
  const { createCanvas } = await import('@napi-rs/canvas')
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  await draw(context)
  return canvas.encode('png')
}
