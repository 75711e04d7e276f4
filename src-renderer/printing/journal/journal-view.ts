import type { OutputFor } from '#shared/contract.ts'
import type { PrintJobRow } from '../words/job-word.ts'

export const journalShows = ['all', 'unknown', 'failed', 'queued'] as const
export type JournalShow = (typeof journalShows)[number]
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
  const job = unknown.find(({ id }) => id === focusedId) ?? unknown[0]
  return job === undefined ? null : { job, others: unknown.length - 1 }
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
