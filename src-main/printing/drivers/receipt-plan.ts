import { barcodeProblem, code128Modules } from '#shared/printing/barcode-symbology.ts'
import type { PictureRef, Pictures } from '#shared/printing/picture-ref.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { EscposProfile } from '#shared/printing/printer-profile.ts'
import type { ReceiptDocument } from '#shared/printing/receipt-document.ts'
import { layoutReceipt, type ReceiptRow } from '#shared/printing/receipt-layout.ts'
import { wrapCells } from '#shared/printing/text-cells.ts'
import { barcodeShape } from '../barcode-shape.ts'
import { missingCharacters, type PrintFonts } from '../pdf/print-fonts.ts'
import { type Bitmap, bitmapOfPicture } from '../raster/bitmap.ts'
import { type CodePages, loadCodePages } from './code-pages.ts'

export interface PaperTools {
  readonly fonts: PrintFonts
  readonly pictures?: Pictures
}

/** What encoder and preview both start from: rows for this printer, with what became of codes and pictures (P25). */
export interface ReceiptPlan {
  readonly rows: readonly PlannedRow[]
  readonly warnings: readonly PrintWarning[]
}

export type PlannedText = {
  readonly row: 'text'
  readonly text: Extract<ReceiptRow, { row: 'text' }>
  readonly asPicture: boolean
}

export type PlannedRow =
  | PlannedText
  | { readonly row: 'barcode'; readonly data: string; readonly module: number }
  | { readonly row: 'qr'; readonly data: string; readonly module: number }
  | { readonly row: 'picture'; readonly bitmap: Bitmap }
  | { readonly row: 'feed'; readonly lines: number }
  | { readonly row: 'cut' }

const widestBar = 4
const widestDot = 6

export async function planReceipt(
  document: ReceiptDocument,
  profile: EscposProfile,
  tools: PaperTools,
): Promise<ReceiptPlan> {
  const pages = loadCodePages(profile.codePages)
  const warnings: PrintWarning[] = []
  const laid = layoutReceipt(document, { columns: profile.columns, prepare: pages.prepare })
  // A receipt always ends cut: the next one must not hang on it.
  const rows = laid.at(-1)?.row === 'cut' ? laid : [...laid, { row: 'cut' } as const]
  const planned: PlannedRow[] = []
  for (const row of rows) {
    if (row.row === 'text') planned.push(planText(row, pages))
    else if (row.row === 'barcode' || row.row === 'qr') planned.push(...planCode(row, profile, pages, warnings))
    else if (row.row === 'picture') planned.push(...(await planPicture(row, profile, pages, tools, warnings)))
    else planned.push(row)
  }
  for (const row of planned) {
    if (row.row !== 'text' || !row.asPicture) continue
    const text = row.text.text.trim()
    const missing = missingCharacters(tools.fonts, text)
    warnings.push({ code: 'drawnAsPicture', text })
    if (missing !== '') warnings.push({ code: 'charactersMissing', characters: missing, text })
  }
  const isAllPicture = profile.pictureFor === 'receipt' && planned.some((row) => row.row === 'text' && row.asPicture)
  return {
    rows: isAllPicture ? planned.map((row) => (row.row === 'text' ? { ...row, asPicture: true } : row)) : planned,
    warnings,
  }
}

function planText(text: PlannedText['text'], pages: CodePages): PlannedText {
  return { row: 'text', text, asPicture: pages.encode(text.text, pages.first) === null }
}

/** A symbol as large as the paper lets it be; as text where it would not scan. */
function planCode(
  row: { readonly row: 'barcode' | 'qr'; readonly data: string },
  profile: EscposProfile,
  pages: CodePages,
  warnings: PrintWarning[],
): PlannedRow[] {
  const symbology = row.row === 'qr' ? 'qr' : 'code128'
  const problem = barcodeProblem({ symbology, data: row.data })
  const across = () =>
    row.row === 'qr' ? (barcodeShape({ symbology, data: row.data })?.width ?? 0) + 8 : code128Modules(row.data) + 20
  const module =
    problem === null ? Math.min(row.row === 'qr' ? widestDot : widestBar, Math.floor(profile.dots / across())) : 0
  if (module >= 2) return [{ row: row.row, data: row.data, module }]
  warnings.push({ code: 'barcodeAsText', symbology, data: row.data, reason: problem ?? 'tooWide' })
  return plainRows(row.data, profile, pages)
}

async function planPicture(
  row: { readonly picture: PictureRef; readonly share: number },
  profile: EscposProfile,
  pages: CodePages,
  tools: PaperTools,
  warnings: PrintWarning[],
): Promise<PlannedRow[]> {
  const dots = Math.max(8, Math.floor((profile.dots * Math.min(100, row.share)) / 100))
  const bytes = tools.pictures?.get(row.picture.hash)
  const bitmap = bytes ? await bitmapOfPicture(bytes, dots, 4 * dots) : null
  if (bitmap) return [{ row: 'picture', bitmap }]
  warnings.push({ code: 'pictureMissing', hash: row.picture.hash, description: row.picture.description })
  return plainRows(row.picture.description, profile, pages)
}

function plainRows(text: string, profile: EscposProfile, pages: CodePages): PlannedText[] {
  return pages
    .prepare(text)
    .flatMap((line) => wrapCells(line, profile.columns))
    .map((line) => planText({ row: 'text', text: line, size: 'normal', bold: false }, pages))
}
