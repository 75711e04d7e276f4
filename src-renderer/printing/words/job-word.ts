import { type GlyphName, statusGlyphs } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'

export type PrintJobRow = OutputFor<'printJob.list'>['rows'][number]

export interface JobWord {
  readonly glyph: GlyphName
  /** Under `screen.result.` in the texts. */
  readonly word: string
  readonly tone: 'plain' | 'settled' | 'needs'
}

type Standing = Pick<PrintJobRow, 'state' | 'isHeld' | 'reason' | 'movedFrom'>

/** The result of a print job as design section 6 words it; "Printed" is only said with proof, from device or person (P1). */
export function jobWord({ state, isHeld, reason, movedFrom }: Standing): JobWord {
  const glyphs = statusGlyphs.printJob
  switch (state) {
    case 'queued':
      if (isHeld) return { glyph: glyphs.queued, word: 'held', tone: 'needs' }
      return { glyph: glyphs.queued, word: reason === null ? 'queued' : 'waiting', tone: 'plain' }
    case 'sending':
      return { glyph: glyphs.printing, word: 'printing', tone: 'plain' }
    case 'printed':
      return { glyph: glyphs.printed, word: movedFrom === null ? 'printed' : 'printedMoved', tone: 'settled' }
    case 'handed_over':
      return { glyph: glyphs.handedOver, word: 'handedOver', tone: 'plain' }
    case 'unknown':
      return { glyph: glyphs.unknown, word: 'unknown', tone: 'needs' }
    case 'failed_before_send':
      return { glyph: glyphs.failedBeforeSending, word: reason === null ? 'failed' : 'failedBecause', tone: 'needs' }
    case 'cancelled':
      return {
        glyph: glyphs.cancelled,
        word: reason === 'answeredNotThere' ? 'notThere' : 'cancelled',
        tone: 'settled',
      }
  }
}
