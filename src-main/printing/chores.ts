import type { Result } from '#shared/kernel/result.ts'
import type { PageDocument } from '#shared/printing/page-document.ts'
import type { Pictures } from '#shared/printing/picture-ref.ts'
import type { LabelProfile } from '#shared/printing/printer-profile.ts'
import type { DrawnPaper, DrawnPreview, DrawTask } from './draw-paper.ts'
import type { DrawnPortion, PortionTask } from './draw-portion.ts'
import type { PrintFonts } from './pdf/print-fonts.ts'
import type { DesignedLabel, LabelToDesign } from './templates/draw-designed-label.ts'

type PreviewTask = Omit<DrawTask, 'copies'> & { readonly as: 'picture' | 'pdf' }

/**
 * Drawing, in the chores' thread (W11). What draws is loaded there at the first paper and nowhere else: the core, which
 * knows these chores by name only, starts without it.
 */
export function printingChores() {
  let fonts: Promise<PrintFonts> | undefined
  const parsedFonts = (): Promise<PrintFonts> => {
    fonts ??= Promise.all([import('./pdf/print-fonts.ts'), import('./drivers/font-files.ts')]).then(
      ([{ parsePrintFonts }, { readFontFiles }]) => parsePrintFonts(readFontFiles()),
    )
    return fonts
  }
  return {
    /** Parses the fonts before somebody waits for them: ten times what a page costs. */
    'printing.warm': async (_: null): Promise<null> => {
      await Promise.all([parsedFonts(), import('./draw-paper.ts')])
      return null
    },
    'printing.draw': async (task: DrawTask): Promise<Result<DrawnPaper>> => {
      const { drawPaper } = await import('./draw-paper.ts')
      return drawPaper(task, await parsedFonts())
    },
    'printing.drawPortion': async (task: PortionTask): Promise<DrawnPortion> => {
      const { drawPortion } = await import('./draw-portion.ts')
      return drawPortion(task, await parsedFonts())
    },
    'printing.drawPdf': async (task: {
      documents: readonly PageDocument[]
      pictures: Pictures
    }): Promise<DrawnPaper> => {
      const { drawPdf } = await import('./draw-paper.ts')
      return drawPdf(task.documents, task.pictures, await parsedFonts())
    },
    'printing.thumbnail': async (task: Omit<PreviewTask, 'as'>): Promise<Result<Uint8Array>> => {
      const { drawThumbnail } = await import('./preview/draw-thumbnail.ts')
      return drawThumbnail(task, await parsedFonts())
    },
    'printing.designedLabel': async (task: {
      label: LabelToDesign
      profile: LabelProfile
      pictures: Pictures
    }): Promise<DesignedLabel> => {
      const { drawDesignedLabel } = await import('./templates/draw-designed-label.ts')
      return drawDesignedLabel(task.label, task.profile, { fonts: await parsedFonts(), pictures: task.pictures })
    },
    'printing.preview': async (task: PreviewTask): Promise<Result<DrawnPreview>> => {
      const { drawPreview } = await import('./draw-paper.ts')
      return drawPreview(task, await parsedFonts())
    },
  }
}
