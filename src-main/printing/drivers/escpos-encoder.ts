import type { EscposProfile } from '#shared/printing/printer-profile.ts'
import type { ReceiptDocument, ReceiptSize } from '#shared/printing/receipt-document.ts'
import type { PrintFonts } from '../pdf/print-fonts.ts'
import { bitmapOf, whiteCanvas } from '../raster/bitmap.ts'
import { paintReceiptText, textRowHeight } from '../raster/paint-receipt-text.ts'
import { type CodePages, loadCodePages } from './code-pages.ts'
import { type EncodedPrint, joinBytes } from './encoded-print.ts'
import * as command from './escpos-bytes.ts'
import { type PaperTools, type PlannedRow, type PlannedText, planReceipt } from './receipt-plan.ts'

export const barHeight = 80

/** Bytes of a receipt, `copies` times one after the other, each cut off. No drawer command is ever among them. */
export async function encodeReceipt(
  document: ReceiptDocument,
  profile: EscposProfile,
  tools: PaperTools,
  copies = 1,
): Promise<EncodedPrint> {
  const plan = await planReceipt(document, profile, tools)
  const body = receiptBody(plan.rows, profile, tools.fonts)
  const bytes = joinBytes([command.initialise, ...Array.from({ length: copies }, () => body)])
  return { bytes, language: 'escpos', warnings: plan.warnings }
}

function receiptBody(rows: readonly PlannedRow[], profile: EscposProfile, fonts: PrintFonts): Uint8Array {
  const pages = loadCodePages(profile.codePages)
  const style = command.styleBytes()
  const out: Uint8Array[] = [command.selectPage(pages.first)]
  let page = pages.first
  let now: { readonly size: ReceiptSize; readonly bold: boolean } = { size: 'normal', bold: false }
  const restyle = (size: ReceiptSize, bold: boolean) => {
    if (size === now.size && bold === now.bold) return
    // The size command also takes bold away, so bold always follows it.
    out.push(style.size[size], bold ? style.boldOn : style.boldOff)
    now = { size, bold }
  }
  const centred = (...chunks: Uint8Array[]) => {
    restyle('normal', false)
    out.push(style.center, ...chunks, style.start)
  }
  for (const group of grouped(rows)) {
    const [row] = group
    if (row === undefined) continue
    if (row.row === 'text' && row.asPicture) out.push(...textAsPicture(group.filter(isText), profile, fonts))
    else if (row.row === 'text') {
      restyle(row.text.size, row.text.bold)
      page = writeText(row.text.text, pages, page, out)
      out.push(style.lineFeed)
    } else if (row.row === 'barcode') centred(command.code128(row.data, row.module, barHeight), style.lineFeed)
    else if (row.row === 'qr') {
      // White above is part of the symbol.
      centred(style.lineFeed, command.qrCode(row.data, row.module), style.lineFeed)
    } else if (row.row === 'picture') centred(...command.rasterBands(row.bitmap))
    else if (row.row === 'feed') out.push(...Array.from({ length: row.lines }, () => style.lineFeed))
    else if (profile.cut === 'none') out.push(...Array.from({ length: 5 }, () => style.lineFeed))
    else {
      // Some printers reset their page when they cut; saying it again costs three bytes.
      out.push(command.cutPaper(profile.cut), command.selectPage(pages.first))
      page = pages.first
    }
  }
  restyle('normal', false)
  return joinBytes(out)
}

/** Lines that become pictures together, so that they are one picture; every other row by itself. */
function grouped(rows: readonly PlannedRow[]): PlannedRow[][] {
  const groups: PlannedRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (row.row === 'text' && row.asPicture && before?.row === 'text' && before.asPicture) last?.push(row)
    else groups.push([row])
  }
  return groups
}

function isText(row: PlannedRow): row is PlannedText {
  return row.row === 'text'
}

function writeText(text: string, pages: CodePages, page: number, out: Uint8Array[]): number {
  let now = page
  for (const run of pages.encode(text, page) ?? []) {
    if (run.page !== now) out.push(command.selectPage(run.page))
    now = run.page
    out.push(run.bytes)
  }
  return now
}

function textAsPicture(rows: readonly PlannedText[], profile: EscposProfile, fonts: PrintFonts): Uint8Array[] {
  const height = rows.reduce((sum, row) => sum + textRowHeight(profile, row.text.size), 0)
  const { context } = whiteCanvas(profile.dots, height)
  let top = 0
  for (const row of rows) {
    paintReceiptText(context, fonts, row.text, profile, top)
    top += textRowHeight(profile, row.text.size)
  }
  return command.rasterBands(bitmapOf(context, profile.dots, height))
}
