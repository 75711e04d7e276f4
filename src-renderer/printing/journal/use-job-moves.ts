import { useState } from 'react'
import { type Problem, useCommand, useGo, useLocal } from '#renderer/client/index.ts'
import { type PaperPrinting, usePaperPrinting } from '../papers/use-paper-printing.tsx'
import type { PrintJobRow } from '../words/job-word.ts'
import type { JobAction } from './job-foot.ts'

/** What is open over the journal. */
export type JournalDialog =
  | { readonly is: 'preview'; readonly job: PrintJobRow }
  | { readonly is: 'move'; readonly job: PrintJobRow }

export interface JobMoves {
  readonly run: (action: JobAction, job: PrintJobRow) => void
  readonly answer: (job: PrintJobRow, answer: 'came_out' | 'print_again' | 'cancel') => void
  readonly retryAll: (jobs: readonly PrintJobRow[]) => void
  readonly cancelAll: (jobs: readonly PrintJobRow[]) => void
  /** The other printer was chosen. */
  readonly moveTo: (printerId: string) => void
  readonly dialog: JournalDialog | null
  readonly close: () => void
  readonly isBusy: boolean
  readonly problem: Problem | null
  readonly forgive: () => void
  readonly printing: PaperPrinting
}

/** Everything a person can do with print jobs; the result shows in the rows, refusals above them. */
export function useJobMoves(): JobMoves {
  const go = useGo()
  const answering = useCommand('printJob.answer')
  const retrying = useLocal('printJob.retry')
  const moving = useLocal('printJob.move')
  const cancelling = useLocal('printJob.cancel')
  const printing = usePaperPrinting()
  const [dialog, setDialog] = useState<JournalDialog | null>(null)
  const all = [answering, retrying, moving, cancelling]

  const answer: JobMoves['answer'] = ({ id }, said) => void answering.run({ id, answer: said })
  const idsOf = (jobs: readonly PrintJobRow[]) => jobs.map(({ id }) => id)
  const retryAll: JobMoves['retryAll'] = (jobs) => void retrying.run({ ids: idsOf(jobs) })
  const cancelAll: JobMoves['cancelAll'] = (jobs) => void cancelling.run({ ids: idsOf(jobs) })

  const run: JobMoves['run'] = (action, job) => {
    switch (action) {
      case 'retry':
        return retryAll([job])
      case 'cancel':
        return cancelAll([job])
      case 'notNeeded':
        return answer(job, 'cancel')
      case 'move':
      case 'preview':
        return setDialog({ is: action, job })
      case 'openOrder':
        return go(`/orders/${job.documentId}`)
      case 'again': {
        const lines = job.lineId === null ? {} : { lineIds: [job.lineId] }
        return void printing.print([{ kind: job.kind, documentId: job.documentId, ...lines, printerId: job.printerId }])
      }
    }
  }
  const moveTo = (printerId: string) => {
    if (dialog === null) return
    const { id, state } = dialog.job
    setDialog(null)
    if (state === 'unknown') void answering.run({ id, answer: 'move', printerId })
    else void moving.run({ id, printerId })
  }
  return {
    run,
    answer,
    retryAll,
    cancelAll,
    moveTo,
    dialog,
    close: () => setDialog(null),
    isBusy: all.some(({ isPending }) => isPending),
    problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
    forgive: () => {
      for (const each of all) each.forgive()
    },
    printing,
  }
}
