import type { Bitmap } from '../../raster/bitmap.ts'

/** A strip of a picture that has ink in it; it begins at a whole byte. */
export interface InkBand {
  /** Dots from the left. */
  readonly x: number
  readonly y: number
  readonly bytesPerRow: number
  readonly height: number
  /** A set bit is black. */
  readonly rows: Uint8Array
}

/** So many white rows are worth the words of another command. */
const whiteBetween = 8

/** What has to be sent of a picture: white above, below, beside and between is left out, since the label is white. */
export function inkBands(bitmap: Bitmap): InkBand[] {
  const bands: InkBand[] = []
  let start = -1
  let last = -1
  for (let y = 0; y < bitmap.height; y += 1) {
    if (!hasInk(bitmap, y)) continue
    if (start >= 0 && y - last > whiteBetween) {
      bands.push(cut(bitmap, start, last))
      start = y
    }
    if (start < 0) start = y
    last = y
  }
  if (start >= 0) bands.push(cut(bitmap, start, last))
  return bands
}

function rowOf({ rows, bytesPerRow }: Bitmap, y: number): Uint8Array {
  return rows.subarray(y * bytesPerRow, (y + 1) * bytesPerRow)
}

function hasInk(bitmap: Bitmap, y: number): boolean {
  return rowOf(bitmap, y).some((byte) => byte !== 0)
}

function cut(bitmap: Bitmap, top: number, bottom: number): InkBand {
  let [left, right] = [bitmap.bytesPerRow - 1, 0]
  for (let y = top; y <= bottom; y += 1) {
    const row = rowOf(bitmap, y)
    const first = row.findIndex((byte) => byte !== 0)
    if (first < 0) continue
    left = Math.min(left, first)
    right = Math.max(
      right,
      row.findLastIndex((byte) => byte !== 0),
    )
  }
  const bytesPerRow = right - left + 1
  const height = bottom - top + 1
  const rows = new Uint8Array(bytesPerRow * height)
  for (let y = top; y <= bottom; y += 1) rows.set(rowOf(bitmap, y).subarray(left, right + 1), (y - top) * bytesPerRow)
  return { x: left * 8, y: top, bytesPerRow, height, rows }
}

/** For printers that burn where a bit is not set. */
export function inverted(rows: Uint8Array): Uint8Array {
  return rows.map((byte) => ~byte & 0xff)
}
