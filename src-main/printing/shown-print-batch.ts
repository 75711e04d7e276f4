import type { z } from 'zod'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import type { printBatchSummary } from '#shared/printing/batch-contract.ts'
import { batchStateOf } from '#shared/printing/print-batch.ts'
import type { PrintJobState } from '#shared/printing/print-job-states.ts'
import { type PrintBatch, type PrintBatchRow, printBatchOf, selectPrintBatch } from './print-batches.ts'

type Summary = z.output<typeof printBatchSummary>
type AtPrinter = { -readonly [K in keyof Summary['printers'][number]]: Summary['printers'][number][K] }

/** How far batches have got; undefined for one that is not of this station. */
export function printBatchReader(db: ReadableDb): (id: string) => Summary | undefined {
  const byId = db.read<PrintBatchRow>(`${selectPrintBatch} where id = ?`)
  const counts = db.read<{ printerId: string; state: PrintJobState; jobs: number; seen: number }>(
    `select printer_id as printerId, state, count(*) as jobs,
       sum(case when state = 'cancelled' then seen_by is not null else 0 end) as seen
     from print_jobs where batch_id = ? group by printer_id, state`,
  )
  const pages = db.read<{ pages: number }>(
    `select first_page + pages - 1 as pages from print_jobs
     where batch_id = ? and printer_id = ? and first_page is not null order by batch_place desc limit 1`,
  )
  const nameOf = db.read<{ name: string }>('select name from printers where id = ?')
  const printersOf = (batchId: string): AtPrinter[] => {
    const found = new Map<string, AtPrinter>()
    for (const { printerId, state, jobs, seen } of counts.all(batchId)) {
      const at = found.get(printerId) ?? emptyAt(printerId, nameOf.get(printerId)?.name ?? '')
      found.set(printerId, at)
      // What was printed again as a copy is not a paper more.
      const papers = jobs - seen
      at.papers += papers
      if (state === 'queued') at.waiting += papers
      else if (state === 'printed' || state === 'handed_over') at.done += papers
      else if (state === 'failed_before_send') at.failed += papers
      else at[state] += papers
    }
    for (const at of found.values()) at.pages = pages.get(batchId, at.printerId)?.pages ?? 0
    return [...found.values()]
  }
  return (id) => {
    const row = byId.get(id)
    return row === undefined ? undefined : summaryOf(printBatchOf(row), printersOf(id))
  }
}

function emptyAt(printerId: string, printerName: string): AtPrinter {
  const none = { papers: 0, waiting: 0, sending: 0, done: 0, unknown: 0, failed: 0, cancelled: 0, pages: 0 }
  return { printerId, printerName, ...none }
}

function summaryOf(batch: PrintBatch, printers: readonly AtPrinter[]): Summary {
  const sum = (of: 'waiting' | 'sending' | 'unknown' | 'failed') => printers.reduce((all, each) => all + each[of], 0)
  const counts = { waiting: sum('waiting'), sending: sum('sending'), unknown: sum('unknown'), failed: sum('failed') }
  const { id, kinds, documents, laidOut, papers, alreadyThere, isPaused, stoppedAt, wantedAt, wantedByName } = batch
  return {
    id,
    state: batchStateOf(batch, counts),
    kinds: [...kinds],
    documents,
    laidOut,
    papers,
    alreadyThere,
    isPaused,
    stoppedAt,
    wantedAt,
    wantedByName,
    printers: [...printers],
    leftOut: batch.leftOut.map(({ kind, documentId, code, params }) => ({
      kind,
      documentId,
      refusal: { code, params },
    })),
  }
}
