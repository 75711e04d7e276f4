import { type GlyphName, statusGlyphs } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'

export type PrintBatch = OutputFor<'printBatch.get'>
export type BatchAtPrinter = PrintBatch['printers'][number]

export interface BatchWord {
  readonly glyph: GlyphName
  /** Under `screen.batch.state.` in the texts. */
  readonly word: PrintBatch['state']
  readonly tone: 'plain' | 'settled' | 'needs'
}

const glyphs = statusGlyphs.printJob

const words: Readonly<Record<PrintBatch['state'], BatchWord>> = {
  layingOut: { glyph: glyphs.queued, word: 'layingOut', tone: 'plain' },
  asks: { glyph: glyphs.unknown, word: 'asks', tone: 'needs' },
  paused: { glyph: 'on-hold', word: 'paused', tone: 'needs' },
  printing: { glyph: glyphs.printing, word: 'printing', tone: 'plain' },
  stopped: { glyph: glyphs.cancelled, word: 'stopped', tone: 'settled' },
  done: { glyph: glyphs.handedOver, word: 'done', tone: 'settled' },
}

export function batchWord({ state }: Pick<PrintBatch, 'state'>): BatchWord {
  return words[state]
}

/** How far it has got: what came out, of all that was to. */
export function batchProgress({ printers, papers }: Pick<PrintBatch, 'printers' | 'papers'>): {
  readonly done: number
  readonly papers: number
} {
  return { done: printers.reduce((sum, each) => sum + each.done, 0), papers }
}

/** The printer where nobody knows how far it came, the first of them: one question at a time. */
export function askingPrinter({ printers }: Pick<PrintBatch, 'printers'>): BatchAtPrinter | null {
  return printers.find(({ unknown, sending }) => unknown > 0 && sending === 0) ?? null
}

export interface BatchOffers {
  readonly pause: boolean
  readonly goOn: boolean
  readonly stop: boolean
}

/** What can be done with a batch now. */
export function batchOffers({ isPaused, state, printers, laidOut, documents }: PrintBatch): BatchOffers {
  const waits = printers.some(({ waiting }) => waiting > 0) || (state !== 'stopped' && laidOut < documents)
  const failed = printers.some((each) => each.failed > 0)
  return { pause: waits && !isPaused, goOn: (waits && isPaused) || failed, stop: waits || failed }
}

/** A page as a person types it; null while it is none of the batch. */
export function pageOf(text: string, pages: number): number | null {
  if (!/^\d{1,6}$/u.test(text.trim())) return null
  const page = Number(text)
  return page >= 1 && page <= pages ? page : null
}
