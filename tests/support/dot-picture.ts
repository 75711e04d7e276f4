import { type Bitmap, paintBitmap, whiteCanvas } from '#main/printing/raster/bitmap.ts'

/** What a print head burns, dot by dot, as a decoder of a printer's language fills it. */
export class DotPicture {
  readonly bitmap: Bitmap

  constructor(width: number, height: number) {
    const bytesPerRow = Math.ceil(width / 8)
    this.bitmap = { width, height, bytesPerRow, rows: new Uint8Array(bytesPerRow * height) }
  }

  /** False when the dot lies outside. */
  burn(x: number, y: number): boolean {
    const { width, height, bytesPerRow, rows } = this.bitmap
    if (x < 0 || y < 0 || x >= width || y >= height) return false
    const at = y * bytesPerRow + (x >> 3)
    rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
    return true
  }

  isBlack(x: number, y: number): boolean {
    const { width, height, bytesPerRow, rows } = this.bitmap
    if (x < 0 || y < 0 || x >= width || y >= height) return false
    return ((rows[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
  }

  /** Turned back by the clock, so that it reads as the label was written. */
  turnedBack(rotation: 0 | 90 | 180 | 270): DotPicture {
    const { width, height } = this.bitmap
    const isLying = rotation === 90 || rotation === 270
    const turned = new DotPicture(isLying ? height : width, isLying ? width : height)
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (!this.isBlack(x, y)) continue
        if (rotation === 0) turned.burn(x, y)
        else if (rotation === 90) turned.burn(y, width - 1 - x)
        else if (rotation === 180) turned.burn(width - 1 - x, height - 1 - y)
        else turned.burn(height - 1 - y, x)
      }
    }
    return turned
  }

  /** With white around it, as a reader of barcodes needs. */
  async png(): Promise<Uint8Array> {
    const margin = 20
    const { canvas, context } = whiteCanvas(this.bitmap.width + 2 * margin, this.bitmap.height + 2 * margin)
    paintBitmap(context, this.bitmap, margin, margin)
    return canvas.encode('png')
  }
}

/** Smallest rectangle with all the ink, or null. */
export function inkOf(picture: DotPicture): { left: number; top: number; right: number; bottom: number } | null {
  const { width, height } = picture.bitmap
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!picture.isBlack(x, y)) continue
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x)
      bottom = Math.max(bottom, y)
    }
  }
  return right < 0 ? null : { left, top, right, bottom }
}
