import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import type { Bitmap } from '#main/printing/raster/bitmap.ts'
import { oneBitPng, readOneBitPng } from './one-bit-png.ts'

const kept = new URL('../printing/golden/papers/', import.meta.url)
const seen = new URL('../../.cache/golden/', import.meta.url)

/**
 * Another processor rounds the edge of a letter the other way: a dot may lie one beside its place. Ink that has nothing near
 * it in the other picture is a change, and so is more such rounding than edges have.
 */
const tolerance = { strayDots: 6, movedShareOfInk: 0.01, movedAtLeast: 20 } as const

/** What a picture has against its golden one; null: nothing. With COUNTERPROOF_GOLDEN=write it becomes the golden one. */
export function goldenProblem(name: string, drawn: Bitmap): string | null {
  const file = new URL(`${name}.png`, kept)
  if (process.env.COUNTERPROOF_GOLDEN === 'write') {
    mkdirSync(kept, { recursive: true })
    writeFileSync(file, oneBitPng(drawn))
    return null
  }
  if (!existsSync(file)) return `${name}: no golden picture; ${howToWrite}`
  const golden = readOneBitPng(readFileSync(file))
  const found = differenceOf(golden, drawn)
  if (found === null) return null
  mkdirSync(seen, { recursive: true })
  writeFileSync(new URL(`${name}.actual.png`, seen), oneBitPng(drawn))
  writeFileSync(new URL(`${name}.difference.png`, seen), coloured(golden, drawn))
  return `${name}: ${found}; see ${fileURLToPath(new URL(`${name}.difference.png`, seen))} (red: gone, blue: new); ${howToWrite}`
}

const howToWrite = 'when it is right so, COUNTERPROOF_GOLDEN=write makes it the golden one'

/** Why two pictures are not the same within the tolerance. */
export function differenceOf(golden: Bitmap, drawn: Bitmap): string | null {
  if (golden.width !== drawn.width || golden.height !== drawn.height)
    return `${drawn.width} × ${drawn.height} dots instead of ${golden.width} × ${golden.height}`
  const { width, height } = golden
  let [stray, moved, ink] = [0, 0, 0]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [before, after] = [isBlack(golden, x, y), isBlack(drawn, x, y)]
      if (before) ink += 1
      if (before === after) continue
      moved += 1
      if (!hasInkNear(before ? drawn : golden, x, y)) stray += 1
    }
  }
  const allowed = Math.max(tolerance.movedAtLeast, ink * tolerance.movedShareOfInk)
  return stray > tolerance.strayDots || moved > allowed ? `${moved} of ${ink} dots differ, ${stray} by far` : null
}

export function isBlack({ width, height, bytesPerRow, rows }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width || y >= height) return false
  return ((rows[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
}

function hasInkNear(picture: Bitmap, x: number, y: number): boolean {
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) if (isBlack(picture, x + dx, y + dy)) return true
  }
  return false
}

function coloured(golden: Bitmap, drawn: Bitmap): Buffer {
  const [width, height] = [Math.max(golden.width, drawn.width), Math.max(golden.height, drawn.height)]
  const picture = new PNG({ width, height })
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [before, after] = [isBlack(golden, x, y), isBlack(drawn, x, y)]
      const ink = before && after ? [170, 170, 170] : before ? [220, 0, 0] : after ? [0, 0, 220] : [255, 255, 255]
      picture.data.set([...ink, 255], (y * width + x) * 4)
    }
  }
  return PNG.sync.write(picture)
}
