import type { Services } from '#main/platform/bus/module.ts'
import type { FileStore } from '#main/platform/files/file-store.ts'
import { accepted, type Result } from '#shared/kernel/result.ts'
import type { PageDocument, TextFace } from '#shared/printing/page-document.ts'
import type { Pictures } from '#shared/printing/picture-ref.ts'
import { type PrintDocument, picturesOf } from '#shared/printing/print-document.ts'
import type { LabelProfile, PdfProfile, PrinterProfile } from '#shared/printing/printer-profile.ts'
import { designedLabel } from '#shared/printing/templates/label-design.ts'
import type { DrawnPaper, DrawnPreview } from './draw-paper.ts'
import type { DrawnPortion, PortionPaper } from './draw-portion.ts'
import type { PrintFont, PrintFonts } from './pdf/print-fonts.ts'
import type { DesignedLabel, LabelToDesign } from './templates/draw-designed-label.ts'

/** Draws papers: most in the chores' thread, a plain receipt here, where it takes a millisecond and nobody queues. */
export interface Drawing {
  warm(): Promise<void>
  draw(document: PrintDocument, profile: PrinterProfile, copies: number): Promise<Result<DrawnPaper>>
  preview(document: PrintDocument, profile: PrinterProfile, as: 'picture' | 'pdf'): Promise<Result<DrawnPreview>>
  /** The first sheet, as small as a row. */
  thumbnail(document: PrintDocument, profile: PrinterProfile): Promise<Result<Uint8Array>>
  /** Papers of a batch that leave together, each found again in the bytes of all (PR50). */
  portion(papers: readonly PortionPaper[], profile: PrinterProfile): Promise<DrawnPortion>
  /** A label that is being designed, part by part. */
  designedLabel(label: LabelToDesign, profile: LabelProfile): Promise<DesignedLabel>
  /** Many sheets in one file, fonts once. */
  pdf(documents: readonly PageDocument[]): Promise<DrawnPaper>
}

/** A receipt that needs letters or pictures drawn is no work for the core. */
class NeedsFonts extends Error {}

const noFonts: PrintFonts = {
  get regular(): PrintFont {
    throw new NeedsFonts()
  },
  get bold(): PrintFont {
    throw new NeedsFonts()
  },
  get mono(): PrintFont {
    throw new NeedsFonts()
  },
} satisfies Record<TextFace, PrintFont>

export function drawing({
  chores,
  files,
}: Pick<Services, 'chores'> & { readonly files: Pick<FileStore, 'get'> }): Drawing {
  const picturesFor = (document: PrintDocument): Pictures =>
    new Map(
      picturesOf(document).flatMap((hash): [string, Uint8Array][] => {
        const bytes = files.get(hash)
        return bytes === undefined ? [] : [[hash, bytes]]
      }),
    )
  return {
    warm: async () => {
      await Promise.all([chores.run('printing.warm', null), import('./drivers/escpos-encoder.ts')])
    },
    draw: async (document, profile, copies) => {
      const pictures = picturesFor(document)
      if (document.form === 'receipt' && profile.language === 'escpos' && pictures.size === 0) {
        const { encodeReceipt } = await import('./drivers/escpos-encoder.ts')
        try {
          const { bytes, warnings } = await encodeReceipt(document, profile, { fonts: noFonts, pictures }, copies)
          return accepted({ bytes, warnings, pages: 1 })
        } catch (problem) {
          if (!(problem instanceof NeedsFonts)) throw problem
        }
      }
      return chores.run<Result<DrawnPaper>>('printing.draw', { document, profile, copies, pictures })
    },
    preview: (document, profile, as) =>
      chores.run<Result<DrawnPreview>>('printing.preview', { document, profile, pictures: picturesFor(document), as }),
    thumbnail: (document, profile) =>
      chores.run<Result<Uint8Array>>('printing.thumbnail', { document, profile, pictures: picturesFor(document) }),
    portion: (papers, profile) => {
      const pictures = new Map(papers.flatMap(({ document }) => [...picturesFor(document)]))
      return chores.run<DrawnPortion>('printing.drawPortion', { papers, profile, pictures })
    },
    designedLabel: (label, profile) => {
      const pictures = picturesFor(designedLabel(label.design, label.filling, label.whole))
      return chores.run<DesignedLabel>('printing.designedLabel', { label, profile, pictures })
    },
    pdf: (documents) => {
      const pictures = new Map(documents.flatMap((document) => [...picturesFor(document)]))
      return chores.run<DrawnPaper>('printing.drawPdf', { documents, pictures })
    },
  }
}

/** A file is the same for every office printer; its settings are the spooler's. */
export const anyOfficePrinter: PdfProfile = {
  id: 'file',
  name: 'PDF',
  language: 'pdf',
  transport: { by: 'folder', path: '.' },
  media: 'A4',
  sides: 'one-sided',
  colour: 'color',
  tray: null,
}
