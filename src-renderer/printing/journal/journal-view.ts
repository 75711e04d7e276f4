import type { RowSource } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import type { PrintJobRow } from '../words/job-word.ts'

export const journalShows = ['all', 'unknown', 'failed', 'queued'] as const
export type JournalShow = (typeof journalShows)[number]
/** A print job, or a batch with its first paper for all of them (PR54). */
export type JournalRow = OutputFor<'printJob.journal'>['rows'][number]
export type JournalCounts = OutputFor<'printJob.counts'>

export function isJournalShow(kept: unknown): kept is JournalShow {
  return journalShows.some((show) => show === kept)
}

/** What only a person can settle: unknown outcomes, failures and what waited too long. */
export function needingYou({ unknown, failed, held }: Pick<JournalCounts, 'unknown' | 'failed' | 'held'>): number {
  return unknown + failed + held
}

/** Which unknown outcome is asked about: the focused one, otherwise the latest, whose paper is nearest to hand. */
export function questionOf(
  unknown: readonly PrintJobRow[],
  focusedId: string | null,
): { readonly job: PrintJobRow; readonly others: number } | null {
  // A batch is asked about as a whole.
  const single = unknown.filter(({ batchId }) => batchId === null)
  const job = single.find(({ id }) => id === focusedId) ?? single[0]
  return job === undefined ? null : { job, others: single.length - 1 }
}

/** P4: what waited too long is one question, however much it is. */
export function heldJobs(queued: readonly PrintJobRow[]): readonly PrintJobRow[] {
  return queued.filter(({ isHeld, state }) => isHeld && state === 'queued')
}

/** The next copy, as an answer names it; labels carry no tag, so theirs is not numbered. */
export function nextCopy({ copy, form }: Pick<PrintJobRow, 'copy' | 'form'>): number | null {
  return form === 'label' ? null : copy + 1
}

/** Printers that can take over a print job: the same form first, since its paper needs no new layout. */
export function otherPrinters<P extends { readonly id: string; readonly form: PrintJobRow['form'] }>(
  job: Pick<PrintJobRow, 'printerId' | 'form'>,
  printers: readonly P[],
  forms: readonly PrintJobRow['form'][],
): readonly P[] {
  const can = printers.filter(({ id, form }) => id !== job.printerId && (form === job.form || forms.includes(form)))
  return can.toSorted((a, b) => Number(b.form === job.form) - Number(a.form === job.form))
}

/** The batch that is asked about: the focused one, otherwise the latest. */
export function askingBatch(unknown: readonly PrintJobRow[], focusedBatchId: string | null): string | null {
  const ids = unknown.flatMap(({ batchId }) => (batchId === null ? [] : [batchId]))
  return ids.find((id) => id === focusedBatchId) ?? ids[0] ?? null
}

export function focusedRow<R extends { readonly id: string }>(rows: RowSource<R>, id: string | null): R | null {
  if (id === null) return null
  for (let index = 0; index < rows.count; index += 1) {
    const row = rows.rowAt(index)
    if (row?.id === id) return row
  }
  return null
}
