import type { SKRSContext2D } from '@napi-rs/canvas'
import { fontZeroWidth } from '../drivers/zpl-font.ts'
import { type PrintFonts, widthOfText } from '../pdf/print-fonts.ts'
import { paintBarcode } from '../preview/paint-barcode.ts'
import { paintBitmap } from './bitmap.ts'
import { paintText } from './paint-text.ts'
import type { PlannedPart } from './planned-part.ts'

/**
 * One part of a label in dots. The printer's own letters are shown by ours, pressed to the width that was reckoned for them:
 * line ends and sizes are those of the paper.
 */
export function paintLabelPart(context: SKRSContext2D, part: PlannedPart, fonts: PrintFonts): void {
  switch (part.placed) {
    case 'text': {
      const reckoned = fontZeroWidth(part.text, part.height)
      const size = part.height * 0.92
      const own = widthOfText(fonts, part.text, 'bold', size)
      const free = Math.max(0, part.width - reckoned)
      const x = part.x + (part.align === 'start' ? 0 : part.align === 'end' ? free : free / 2)
      const place = {
        x,
        baseline: part.y + part.height * 0.76,
        size,
        face: 'bold',
        stretch: own === 0 ? 1 : reckoned / own,
      } as const
      paintText(context, fonts, part.text, place)
      return
    }
    case 'code128':
    case 'ean13':
      paintBarcode(context, { symbology: part.placed, data: part.data }, part)
      return
    case 'qr':
    case 'dataMatrix':
      paintBarcode(context, { symbology: part.placed, data: part.data }, part)
      return
    case 'bitmap':
      paintBitmap(context, part.bitmap, part.x, part.y)
      return
    case 'box':
      paintBox(context, part)
  }
}

/** A box no wider than its line is a rule; any other is only its edge. */
function paintBox(
  context: SKRSContext2D,
  box: { x: number; y: number; width: number; height: number; thickness: number },
): void {
  const { x, y, width, height, thickness } = box
  if (thickness * 2 >= Math.min(width, height)) {
    context.fillRect(x, y, width, height)
    return
  }
  context.fillRect(x, y, width, thickness)
  context.fillRect(x, y + height - thickness, width, thickness)
  context.fillRect(x, y, thickness, height)
  context.fillRect(x + width - thickness, y, thickness, height)
}
