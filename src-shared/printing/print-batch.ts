import type { PrintDocument } from './print-document.ts'
import type { PrintJobState } from './print-job-states.ts'

/** Documents in one batch. More is a month's archive, not a morning's work. */
export const documentsInBatch = 500

/** P21: labels go out in chunks, so that a jam leaves at most one of them unknown. */
export const labelsAtOnce = 20
/** Sheets go out as one file; a longer batch in files of so many papers, so that pausing it still saves paper. */
export const sheetsAtOnce = 100

/** PR50: which of a printer's papers in a batch leave together; receipts, each with its customer, go one by one. */
export function portionOf(form: PrintDocument['form'], placeAtPrinter: number): number {
  if (form === 'receipt') return placeAtPrinter
  return Math.floor(placeAtPrinter / (form === 'label' ? labelsAtOnce : sheetsAtOnce))
}

export interface PagedPaper {
  readonly firstPage: number
  readonly pages: number
}

/** What a person who names the first page that is missing says of one paper. */
export type SeenPaper = 'came_out' | 'cut_short' | 'not_there'

/**
 * PR53: a paper before the named page came out. One that begins at it or after it did not, whatever the printer said. One
 * that the page lies inside is cut short: its first sheets are there, so the whole of it is a copy.
 */
export function seenFrom({ firstPage, pages }: PagedPaper, fromPage: number): SeenPaper {
  if (firstPage >= fromPage) return 'not_there'
  return firstPage + pages <= fromPage ? 'came_out' : 'cut_short'
}

/** States of papers that went to the printer: only of these can a person say whether they came out. */
export const sentStates: readonly PrintJobState[] = ['printed', 'handed_over', 'unknown']

export const batchStates = ['layingOut', 'asks', 'paused', 'printing', 'stopped', 'done'] as const
export type BatchState = (typeof batchStates)[number]

export interface BatchCounts {
  readonly waiting: number
  readonly sending: number
  readonly unknown: number
  readonly failed: number
}

/** What a person has to know first comes first: what asks, then what stands still, then what moves. */
export function batchStateOf(
  batch: { readonly isLaidOut: boolean; readonly isPaused: boolean; readonly stoppedAt: string | null },
  { waiting, sending, unknown, failed }: BatchCounts,
): BatchState {
  if (unknown > 0 || failed > 0) return 'asks'
  if (batch.stoppedAt !== null && sending === 0) return 'stopped'
  if (batch.isPaused && (waiting > 0 || !batch.isLaidOut)) return 'paused'
  if (!batch.isLaidOut) return 'layingOut'
  return waiting + sending > 0 ? 'printing' : 'done'
}
