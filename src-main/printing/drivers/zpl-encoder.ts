import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { code128Modules } from '#shared/printing/barcode-symbology.ts'
import type { LabelDocument } from '#shared/printing/label-document.ts'
import { type LabelPaper, layoutLabel, type PlacedLabelPart } from '#shared/printing/label-layout.ts'
import { printableLine } from '#shared/printing/print-text.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { LabelProfile, ZplProfile } from '#shared/printing/printer-profile.ts'
import { barcodeShape } from '../barcode-shape.ts'
import { missingCharacters, type PrintFonts, widthOfText } from '../pdf/print-fonts.ts'
import { type Bitmap, bitmapOf, bitmapOfPicture, whiteCanvas } from '../raster/bitmap.ts'
import { paintLabelPart } from '../raster/paint-label-part.ts'
import { paintText } from '../raster/paint-text.ts'
import type { PlannedPart } from '../raster/planned-part.ts'
import type { EncodedPrint } from './encoded-print.ts'
import type { PaperTools } from './receipt-plan.ts'
import * as command from './zpl-bytes.ts'
import { fontZeroWidth, isInFontZero } from './zpl-font.ts'

/** What encoder and preview both start from (P25). */
export interface LabelPlan {
  readonly width: number
  readonly height: number
  readonly parts: readonly PlannedPart[]
  readonly warnings: readonly PrintWarning[]
}

/** A label up to a millimetre larger than the medium is a rounding of inches; more is another medium. */
const sizeTolerance = 10

/** Height of a line of our own font that stands for one of the printer's. */
const ownSize = 0.8

export async function planLabel(
  document: LabelDocument,
  profile: LabelProfile,
  { fonts, pictures }: PaperTools,
): Promise<Result<LabelPlan>> {
  const { label } = profile
  if (document.size.width > label.width + sizeTolerance || document.size.height > label.height + sizeTolerance) {
    return refused('label.largerThanMedium', { title: document.title })
  }
  const laid = layoutLabel(document, labelPaper(profile, fonts))
  if (!laid.ok) return laid
  const warnings: PrintWarning[] = [...laid.value.warnings]
  const parts: PlannedPart[] = []
  const planned = async (part: Exclude<PlacedLabelPart, { placed: 'turned' }>): Promise<PlannedPart | null> => {
    if (part.placed === 'text' && !isInFontZero(part.text)) {
      // Worth a word only where the printer has letters of its own.
      if (profile.language === 'zpl') warnings.push({ code: 'drawnAsPicture', text: part.text })
      const missing = missingCharacters(fonts, part.text)
      if (missing !== '') warnings.push({ code: 'charactersMissing', characters: missing, text: part.text })
      return { placed: 'bitmap', x: part.x, y: part.y, bitmap: textBitmap(part, fonts) }
    }
    if (part.placed !== 'picture') return part
    const bytes = pictures?.get(part.picture.hash)
    const bitmap = bytes ? await bitmapOfPicture(bytes, part.width, part.height) : null
    if (bitmap) return { placed: 'bitmap', x: part.x, y: part.y, bitmap }
    warnings.push({ code: 'pictureMissing', hash: part.picture.hash, description: part.picture.description })
    return null
  }
  for (const part of laid.value.parts) {
    if (part.placed !== 'turned') {
      const made = await planned(part)
      if (made !== null) parts.push(made)
      continue
    }
    const upright: PlannedPart[] = []
    for (const each of part.parts) {
      const made = await planned(each)
      if (made !== null) upright.push(made)
    }
    // Printers turn letters and bars each in their own way; turned dots are the same everywhere, on the screen too.
    parts.push({ placed: 'bitmap', x: part.x, y: part.y, bitmap: turnedBitmap(upright, part, fonts) })
  }
  const dots = (tenths: number) => Math.round((tenths * profile.dpi) / 254)
  return accepted({ width: dots(label.width), height: dots(label.height), parts, warnings })
}

export function labelPaper(profile: LabelProfile, fonts: PrintFonts): LabelPaper {
  return {
    dpi: profile.dpi,
    measure: (text, height) =>
      isInFontZero(text) ? fontZeroWidth(text, height) : Math.ceil(widthOfText(fonts, text, 'bold', height * ownSize)),
    modulesOf: (barcode) =>
      barcode.symbology === 'code128' ? code128Modules(barcode.data) : (barcodeShape(barcode)?.width ?? 0),
  }
}

function textBitmap(part: Extract<PlacedLabelPart, { placed: 'text' }>, fonts: PrintFonts): Bitmap {
  const size = part.height * ownSize
  const own = widthOfText(fonts, part.text, 'bold', size)
  const free = Math.max(0, part.width - own)
  const { context } = whiteCanvas(part.width, part.height)
  const x = part.align === 'start' ? 0 : part.align === 'end' ? free : free / 2
  paintText(context, fonts, part.text, { x, baseline: part.height * 0.78, size, face: 'bold' })
  return bitmapOf(context, part.width, part.height)
}

function turnedBitmap(
  parts: readonly PlannedPart[],
  place: { readonly width: number; readonly height: number; readonly turn: 90 | 180 | 270 },
  fonts: PrintFonts,
): Bitmap {
  const { width, height, turn } = place
  const { context } = whiteCanvas(width, height)
  if (turn === 90) context.transform(0, 1, -1, 0, width, 0)
  else if (turn === 180) context.transform(-1, 0, 0, -1, width, height)
  else context.transform(0, -1, 1, 0, 0, height)
  for (const part of parts) paintLabelPart(context, part, fonts)
  return bitmapOf(context, width, height)
}

/** One label as ZPL, `copies` times from the printer's own counter. Refused when an address or price does not fit. */
export async function encodeLabel(
  document: LabelDocument,
  profile: ZplProfile,
  tools: PaperTools,
  copies = 1,
): Promise<Result<EncodedPrint>> {
  const plan = await planLabel(document, profile, tools)
  if (!plan.ok) return plan
  const { width, height, parts, warnings } = plan.value
  const { isUpsideDown, darkness, speed, offset } = profile
  const commands = [
    command.startLabel({ width, height, isUpsideDown, darkness, speed }),
    ...parts.map((part) => partCommand(part, offset)),
    command.endLabel(copies),
  ]
  return accepted({ bytes: new TextEncoder().encode(commands.join('\n')), language: 'zpl', warnings })
}

function partCommand(part: PlannedPart, offset: ZplProfile['offset']): string {
  const [x, y] = [part.x + offset.x, part.y + offset.y]
  switch (part.placed) {
    case 'text':
      return command.text(x, y, part.height, part.width, part.align, printableLine(part.text))
    case 'code128':
      return command.code128(x, y, part.module, part.height, part.data)
    case 'ean13':
      return command.ean13(x, y, part.module, part.height, part.data)
    case 'qr':
      return command.qrCode(x, y, part.module, part.data)
    case 'dataMatrix':
      return command.dataMatrix(x, y, part.module, part.data)
    case 'box':
      return command.box(x, y, part.width, part.height, part.thickness)
    case 'bitmap':
      return command.picture(x, y, part.bitmap)
  }
}
