import { defineCommand, type Services } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import type { PrintJob } from '#shared/printing/print-job.ts'
import { type PrintOutcomeResult, printOutcomeEntity } from '#shared/printing/replication.ts'
import { outcomeOf } from '../print-outcome-posting.ts'
import type { Printing } from '../printing.ts'

/**
 * It says what the print jobs of this station say and nothing else, so whoever calls it cannot make up a print. A chunk of
 * labels is written down in one transaction, since the next one waits for it.
 */
export const recordPrintOutcome = (printingFor: (services: Services) => Printing) =>
  defineCommand(printingContract['printJob.record'], (services) => {
    const { jobs } = printingFor(services)
    return ({ ids }, { tx, newId, now }) => {
      for (const id of ids) {
        const job = jobs.byId(id)
        if (job === undefined) return refused('notFound.printJob', { id })
        if (job.isRecorded) continue
        const { state, seenBy, seenByName } = job
        const result = resultOf(job)
        if (result === null) return refused('printJob.notEnded', { state })
        const posting = outcomeOf(job, result, services.station.code, job.endedAt ?? now)
        tx.post(
          printOutcomeEntity,
          newId(),
          seenBy === null ? posting : { ...posting, by: seenBy, byName: seenByName ?? '' },
        )
        jobs.change(job, [], { isRecorded: true }, now)
      }
      return accepted(null)
    }
  })

/** A paper of a batch that somebody did not find waits to go out again, or was called off by then. */
function resultOf({ state, seenBy }: Pick<PrintJob, 'state' | 'seenBy'>): PrintOutcomeResult | null {
  if (state === 'printed' || state === 'handed_over' || state === 'unknown') return state
  return seenBy === null || state === 'sending' ? null : 'not_there'
}
