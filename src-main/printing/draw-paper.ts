import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { PageDocument } from '#shared/printing/page-document.ts'
import type { Pictures } from '#shared/printing/picture-ref.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import { isLabelProfile, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import { encodeReceipt } from './drivers/escpos-encoder.ts'
import { encodeLabelInDots } from './drivers/labels/label-in-dots.ts'
import { encodeLabel } from './drivers/zpl-encoder.ts'
import { drawPages } from './pdf/draw-pages.ts'
import type { PrintFonts } from './pdf/print-fonts.ts'
import { previewLabel } from './preview/preview-label.ts'
import { previewPages } from './preview/preview-page.ts'
import { previewReceipt } from './preview/preview-receipt.ts'

/** A paper for one printer; without copies for a spooler, which collates sheets itself. */
export interface DrawTask {
  readonly document: PrintDocument
  readonly profile: PrinterProfile
  readonly copies: number
  readonly pictures: Pictures
}

export interface DrawnPaper {
  readonly bytes: Uint8Array
  readonly warnings: readonly PrintWarning[]
  /** Sheets of a page document; 1 for all others. */
  readonly pages: number
}

export async function drawPaper(
  { document, profile, copies, pictures }: DrawTask,
  fonts: PrintFonts,
): Promise<Result<DrawnPaper>> {
  if (document.form === 'page') return accepted(await drawPdf([document], pictures, fonts))
  if (document.form === 'receipt') {
    if (profile.language !== 'escpos') return refused('paper.wrongPrinter', { printer: profile.name })
    const { bytes, warnings } = await encodeReceipt(document, profile, { fonts, pictures }, copies)
    return accepted({ bytes, warnings, pages: 1 })
  }
  if (!isLabelProfile(profile)) return refused('paper.wrongPrinter', { printer: profile.name })
  const label =
    profile.language === 'zpl'
      ? await encodeLabel(document, profile, { fonts, pictures }, copies)
      : await encodeLabelInDots(document, profile, { fonts, pictures }, copies)
  return label.ok ? accepted({ bytes: label.value.bytes, warnings: label.value.warnings, pages: 1 }) : label
}

export async function drawPdf(
  documents: readonly PageDocument[],
  pictures: Pictures,
  fonts: PrintFonts,
): Promise<DrawnPaper> {
  const drawn = await drawPages(documents, fonts, { pictures })
  return { bytes: drawn.bytes, warnings: drawn.warnings.map((each) => each.warning), pages: drawn.pageCount }
}

export interface PaperPicture {
  readonly mediaType: 'image/png' | 'application/pdf'
  readonly bytes: Uint8Array
}

export interface DrawnPreview {
  readonly pictures: readonly PaperPicture[]
  readonly warnings: readonly PrintWarning[]
}

/** More sheets than this are looked at in the file itself. */
const mostPictures = 10

/** What comes out, drawn from the layout that also becomes the bytes (P25). */
export async function drawPreview(
  { document, profile, pictures, as }: Omit<DrawTask, 'copies'> & { readonly as: 'picture' | 'pdf' },
  fonts: PrintFonts,
): Promise<Result<DrawnPreview>> {
  if (document.form === 'page') {
    const { bytes, warnings, pages } = await drawPdf([document], pictures, fonts)
    if (as === 'pdf') return accepted({ pictures: [{ mediaType: 'application/pdf', bytes }], warnings })
    const wanted = Array.from({ length: Math.min(pages, mostPictures) }, (_, index) => index + 1)
    const shown = (await previewPages(bytes, wanted)).map(
      ({ png }) => ({ mediaType: 'image/png', bytes: png }) as const,
    )
    return accepted({ pictures: shown, warnings })
  }
  if (as === 'pdf') return refused('paper.noPage', { title: document.title })
  if (document.form === 'receipt') {
    if (profile.language !== 'escpos') return refused('paper.wrongPrinter', { printer: profile.name })
    const { png, warnings } = await previewReceipt(document, profile, { fonts, pictures })
    return accepted({ pictures: [{ mediaType: 'image/png', bytes: png }], warnings })
  }
  if (!isLabelProfile(profile)) return refused('paper.wrongPrinter', { printer: profile.name })
  const label = await previewLabel(document, profile, { fonts, pictures })
  if (!label.ok) return label
  return accepted({ pictures: [{ mediaType: 'image/png', bytes: label.value.png }], warnings: label.value.warnings })
}
