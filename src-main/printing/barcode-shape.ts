import bwipjs from 'bwip-js/node'
import { type Barcode, barcodeProblem, isDigitPairs } from '#shared/printing/barcode-symbology.ts'

/** A symbol as black rectangles in modules, without quiet zones; bars have height 1 and are stretched by whoever draws. */
export interface BarcodeShape {
  readonly width: number
  readonly height: number
  readonly isStacked: boolean
  readonly black: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
}

const names = { code128: 'code128', ean13: 'ean13', qr: 'qrcode', dataMatrix: 'datamatrix' } as const

/**
 * Null when the symbol cannot carry the data. `asPrinters` packs Code 128 as receipt and label printers are told to, in
 * one code set throughout; otherwise it is as short as it can be.
 */
export function barcodeShape(barcode: Barcode, packing: 'shortest' | 'asPrinters' = 'shortest'): BarcodeShape | null {
  if (barcodeProblem(barcode) !== null) return null
  const isPlain = packing === 'asPrinters' && barcode.symbology === 'code128' && !isDigitPairs(barcode.data)
  const options = barcode.symbology === 'qr' ? 'eclevel=M' : isPlain ? 'newencoder suppressc' : ''
  const [symbol] = bwipjs.raw(names[barcode.symbology], barcode.data, options)
  if (!symbol) return null
  return 'sbs' in symbol ? barsOf(symbol.sbs) : squareOf(symbol.pixs, symbol.pixx, symbol.pixy)
}

/** Widths alternate between bar and space, beginning with a bar. */
function barsOf(widths: readonly number[]): BarcodeShape {
  const black: BarcodeShape['black'][number][] = []
  let x = 0
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) black.push({ x, y: 0, width, height: 1 })
    x += width
  }
  return { width: x, height: 1, isStacked: false, black }
}

/** Neighbouring modules of a row become one rectangle: fewer operators and no hair lines between them. */
function squareOf(pixels: readonly number[], width: number, height: number): BarcodeShape {
  const black: BarcodeShape['black'][number][] = []
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (pixels[y * width + x] !== 1) continue
      const start = x
      while (x + 1 < width && pixels[y * width + x + 1] === 1) x += 1
      black.push({ x: start, y, width: x - start + 1, height: 1 })
    }
  }
  return { width, height, isStacked: true, black }
}
