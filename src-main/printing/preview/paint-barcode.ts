import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Barcode } from '#shared/printing/barcode-symbology.ts'
import { barcodeShape } from '../barcode-shape.ts'

/** Draws a symbol in whole dots and says its size; without a context it only says it. */
export function paintBarcode(
  context: SKRSContext2D | null,
  barcode: Barcode,
  place: { readonly x: number; readonly y: number; readonly module: number; readonly height?: number },
): { readonly width: number; readonly height: number } {
  const shape = barcodeShape(barcode, 'asPrinters')
  if (!shape) return { width: 0, height: 0 }
  const { x, y, module } = place
  const stretch = shape.isStacked ? module : (place.height ?? module)
  for (const rect of shape.black) {
    context?.fillRect(x + rect.x * module, y + rect.y * stretch, rect.width * module, rect.height * stretch)
  }
  return { width: shape.width * module, height: shape.height * stretch }
}
