import { type GlyphName, statusGlyphs } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'

export type PrinterRow = OutputFor<'printer.list'>['printers'][number]

export interface PrinterWord {
  readonly glyph: GlyphName
  /** Under `screen.state.` in the texts. */
  readonly word: string
  readonly needsYou: boolean
}

const words: Readonly<Record<PrinterRow['state'], PrinterWord>> = {
  ready: { glyph: statusGlyphs.device.ready, word: 'ready', needsYou: false },
  busy: { glyph: statusGlyphs.device.busy, word: 'busy', needsYou: false },
  out_of_paper: { glyph: statusGlyphs.device.needsHelp, word: 'outOfPaper', needsYou: true },
  cover_open: { glyph: statusGlyphs.device.needsHelp, word: 'coverOpen', needsYou: true },
  blocked: { glyph: statusGlyphs.device.needsHelp, word: 'blocked', needsYou: true },
  not_found: { glyph: statusGlyphs.device.notFound, word: 'notFound', needsYou: true },
  unknown: { glyph: 'dashed', word: 'unknown', needsYou: false },
}

/** A printer's state as the slug line says it. A label printer is out of labels, never out of paper. */
export function printerWord({
  state,
  form,
  isPaperLow,
}: Pick<PrinterRow, 'state' | 'form' | 'isPaperLow'>): PrinterWord {
  if (state === 'out_of_paper' && form === 'label') return { ...words.out_of_paper, word: 'outOfLabels' }
  if (state === 'ready' && isPaperLow) return { ...words.ready, word: 'paperLow' }
  return words[state]
}
