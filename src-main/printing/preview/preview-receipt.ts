import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Barcode } from '#shared/printing/barcode-symbology.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { EscposProfile } from '#shared/printing/printer-profile.ts'
import type { ReceiptDocument } from '#shared/printing/receipt-document.ts'
import { barHeight } from '../drivers/escpos-encoder.ts'
import { type PaperTools, type PlannedRow, planReceipt } from '../drivers/receipt-plan.ts'
import { paintBitmap, whiteCanvas } from '../raster/bitmap.ts'
import { lineDots, paintReceiptText, textRowHeight } from '../raster/paint-receipt-text.ts'
import { paintBarcode } from './paint-barcode.ts'
import type { PagePicture } from './preview-page.ts'

export interface PreviewPicture extends PagePicture {
  readonly warnings: readonly PrintWarning[]
}

/** The receipt as this printer will set it, dot by dot, from the rows that also become its bytes (P25). */
export async function previewReceipt(
  document: ReceiptDocument,
  profile: EscposProfile,
  tools: PaperTools,
): Promise<PreviewPicture> {
  const plan = await planReceipt(document, profile, tools)
  const margin = Math.round(profile.dpi / 8)
  const heights = plan.rows.map((row) => rowHeight(row, profile))
  const width = profile.dots + 2 * margin
  const height = heights.reduce((sum, each) => sum + each, 2 * margin)
  const { canvas, context } = whiteCanvas(width, height)
  context.translate(margin, margin)
  let top = 0
  for (const [index, row] of plan.rows.entries()) {
    paintRow(context, row, profile, tools, top)
    top += heights[index] ?? 0
  }
  return { png: await canvas.encode('png'), width, height, warnings: plan.warnings }
}

function rowHeight(row: PlannedRow, profile: EscposProfile): number {
  const line = lineDots(profile.dpi)
  switch (row.row) {
    case 'text':
      return textRowHeight(profile, row.text.size)
    case 'barcode':
      return barHeight + line
    case 'qr':
      return qrSide(row.data, row.module) + 2 * line
    case 'picture':
      return row.bitmap.height
    case 'feed':
      return row.lines * line
    case 'cut':
      return line
  }
}

function qrSide(data: string, module: number): number {
  return paintBarcode(null, { symbology: 'qr', data }, { x: 0, y: 0, module }).height
}

function paintRow(
  context: SKRSContext2D,
  row: PlannedRow,
  profile: EscposProfile,
  tools: PaperTools,
  top: number,
): void {
  const centred = (width: number) => Math.floor((profile.dots - width) / 2)
  if (row.row === 'text') paintReceiptText(context, tools.fonts, row.text, profile, top)
  else if (row.row === 'barcode') {
    const barcode: Barcode = { symbology: 'code128', data: row.data }
    const { width } = paintBarcode(null, barcode, { x: 0, y: 0, module: row.module, height: barHeight })
    paintBarcode(context, barcode, { x: centred(width), y: top, module: row.module, height: barHeight })
  } else if (row.row === 'qr') {
    const side = qrSide(row.data, row.module)
    paintBarcode(
      context,
      { symbology: 'qr', data: row.data },
      { x: centred(side), y: top + lineDots(profile.dpi), module: row.module },
    )
  } else if (row.row === 'picture') paintBitmap(context, row.bitmap, centred(row.bitmap.width), top)
  else if (row.row === 'cut') {
    // Where the paper ends.
    for (let x = 0; x < profile.dots; x += 16) context.fillRect(x, top + lineDots(profile.dpi) / 2, 8, 1)
  }
}
