import { type Barcode, barcodeProblem } from '#shared/printing/barcode-symbology.ts'
import type { PictureRef } from '#shared/printing/picture-ref.ts'
import { type BarcodeShape, barcodeShape } from '../barcode-shape.ts'
import { type Mark, type Sheet, sizes } from './page-marks.ts'
import { type Align, paragraphMarks } from './page-text.ts'
import { pictureSize } from './picture-size.ts'

export interface Drawn {
  readonly marks: readonly Mark[]
  readonly width: number
  readonly height: number
}

/** Laser printers hold a quarter of a millimetre, scanners read it; wider than half a millimetre only wastes paper. */
const narrowest = 0.7
const widest = 1.3

/** A symbol with its quiet zone, at the left of `width`; as text with a warning where it would not scan. */
export function barcodeDrawn(sheet: Sheet, barcode: Barcode, height: number, width: number): Drawn {
  const problem = barcodeProblem(barcode)
  const shape = problem === null ? barcodeShape(barcode) : null
  const module = shape ? moduleOf(shape, height, width) : 0
  if (shape && module >= narrowest) return drawnShape(shape, module, height)
  sheet.warn({ code: 'barcodeAsText', ...barcode, reason: problem ?? 'tooWide' })
  const words = paragraphMarks(
    sheet,
    barcode.data,
    { face: 'mono', size: sizes.normal },
    { x: 0, top: 0, width, align: 'start' },
  )
  return { marks: words.marks, width, height: Math.max(height, words.height) }
}

const quietModules = 10

function moduleOf(shape: BarcodeShape, height: number, width: number): number {
  if (shape.isStacked) return Math.min(height, width) / (shape.width + 4)
  return Math.min(widest, width / (shape.width + 2 * quietModules))
}

function drawnShape(shape: BarcodeShape, module: number, height: number): Drawn {
  const quiet = (shape.isStacked ? 2 : quietModules) * module
  const rects = shape.black.map((rect) => ({
    x: quiet + rect.x * module,
    y: shape.isStacked ? quiet + rect.y * module : 0,
    width: rect.width * module,
    height: shape.isStacked ? rect.height * module : height,
  }))
  const side = shape.width * module + 2 * quiet
  return { marks: [{ mark: 'rects', grey: 0, rects }], width: side, height: shape.isStacked ? side : height }
}

/** A picture within the given size, never enlarged beyond 96 dots an inch; its words in a frame when it is not here. */
export function pictureDrawn(
  sheet: Sheet,
  picture: PictureRef,
  maxWidth: number,
  maxHeight: number,
  framed = false,
): Drawn {
  const bytes = sheet.pictures.get(picture.hash)
  const size = bytes ? pictureSize(bytes) : null
  if (!size) {
    sheet.warn({ code: 'pictureMissing', hash: picture.hash, description: picture.description })
    const words = paragraphMarks(
      sheet,
      picture.description,
      { face: 'regular', size: sizes.small },
      { x: 4, top: 4, width: maxWidth - 8, align: 'start' },
    )
    const height = Math.max(maxHeight, words.height + 8)
    const frame: Mark = { mark: 'frame', rect: { x: 0, y: 0, width: maxWidth, height }, thickness: 0.75 }
    return { marks: [frame, ...words.marks], width: maxWidth, height }
  }
  const scale = Math.min(maxWidth / size.width, maxHeight / size.height, 0.75)
  const rect = { x: 0, y: 0, width: size.width * scale, height: size.height * scale }
  const marks: Mark[] = [{ mark: 'picture', rect, hash: picture.hash }]
  if (framed) marks.push({ mark: 'frame', rect, thickness: 0.5 })
  return { marks, width: rect.width, height: rect.height }
}

export function alignedX(align: Align | undefined, width: number, own: number): number {
  if (align === 'end') return width - own
  return align === 'center' ? (width - own) / 2 : 0
}
