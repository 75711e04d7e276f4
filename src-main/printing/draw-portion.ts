import { accepted, type Result } from '#shared/kernel/result.ts'
import type { PageDocument } from '#shared/printing/page-document.ts'
import type { Pictures } from '#shared/printing/picture-ref.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { drawPaper } from './draw-paper.ts'
import { joinBytes } from './drivers/encoded-print.ts'
import { drawPages } from './pdf/draw-pages.ts'
import type { PrintFonts } from './pdf/print-fonts.ts'

export interface PortionPaper {
  readonly document: PrintDocument
  readonly copies: number
}

/** Papers of a batch that leave together for one printer. */
export interface PortionTask {
  readonly papers: readonly PortionPaper[]
  readonly profile: PrinterProfile
  readonly pictures: Pictures
}

/** One of them, as it lies in the bytes of all. */
export interface DrawnPart {
  /** Of the portion, from 1. */
  readonly firstPage: number
  readonly pages: number
  /** Bytes before its own first; null where the portion leaves as a file and nobody can tell. */
  readonly offset: number | null
  readonly warnings: readonly PrintWarning[]
}

export interface DrawnPortion {
  readonly bytes: Uint8Array
  /** In the order of the papers; a refusal is of that paper alone, and nothing of it is in the bytes. */
  readonly parts: readonly Result<DrawnPart>[]
}

/** Copies lie beside each other, as a person hands them out; a spooler would print the whole file again. */
export async function drawPortion(task: PortionTask, fonts: PrintFonts): Promise<DrawnPortion> {
  const { papers } = task
  const sheets = papers.flatMap(({ document, copies }, paper) =>
    document.form === 'page' ? Array.from({ length: copies }, () => ({ document, paper })) : [],
  )
  return sheets.length > 0 ? drawSheets(task, sheets, fonts) : drawStrips(task, fonts)
}

async function drawSheets(
  { papers, profile, pictures }: PortionTask,
  sheets: readonly { readonly document: PageDocument; readonly paper: number }[],
  fonts: PrintFonts,
): Promise<DrawnPortion> {
  const beginsOnFront = profile.language === 'pdf' && profile.sides !== 'one-sided'
  const documents = sheets.map(({ document }) => document)
  const drawn = await drawPages(documents, fonts, { pictures, beginsOnFront })
  const parts = papers.map((_, paper) => {
    const first = sheets.findIndex((sheet) => sheet.paper === paper)
    const next = first + sheets.filter((sheet) => sheet.paper === paper).length
    const firstPage = drawn.firstPages[first] ?? 1
    const end = drawn.firstPages[next] ?? drawn.pageCount + 1
    const warnings = drawn.warnings.flatMap((each) => (each.document === first ? [each.warning] : []))
    return accepted({ firstPage, pages: end - firstPage, offset: null, warnings })
  })
  return { bytes: drawn.bytes, parts }
}

async function drawStrips({ papers, profile, pictures }: PortionTask, fonts: PrintFonts): Promise<DrawnPortion> {
  const chunks: Uint8Array[] = []
  const parts: Result<DrawnPart>[] = []
  let firstPage = 1
  let offset = 0
  for (const { document, copies } of papers) {
    const drawn = await drawPaper({ document, profile, copies, pictures }, fonts)
    if (!drawn.ok) {
      parts.push(drawn)
      continue
    }
    parts.push(accepted({ firstPage, pages: copies, offset, warnings: drawn.value.warnings }))
    chunks.push(drawn.value.bytes)
    firstPage += copies
    offset += drawn.value.bytes.length
  }
  return { bytes: joinBytes(chunks), parts }
}
