import { defineCommand, type Services } from '#main/platform/bus/module.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import { printOutcomeEntity } from '#shared/printing/replication.ts'
import { outcomeOf } from '../print-outcome-posting.ts'
import type { Printing } from '../printing.ts'

/** Only a person can see paper: what they say is the last word on the print job, on every station (P2, W7). */
export const answerPrintJob = (printingFor: (services: Services) => Printing) =>
  defineCommand(printingContract['printJob.answer'], (services) => {
    const { jobs, queue, spool } = printingFor(services)
    return ({ id, answer, printerId }, context): Result<{ printJobId: string | null }> => {
      const { now, tx, newId, viewer, announceLocal } = context
      const job = jobs.byId(id)
      if (job === undefined) return refused('notFound.printJob', { id })
      if (job.state !== 'unknown') return refused('printJob.notAsking', { state: job.state })
      if (answer === 'move' && printerId === undefined) return refused('printJob.whichPrinter')
      const cameOut = answer === 'came_out'
      const reason = cameOut ? null : 'answeredNotThere'
      jobs.change(job, [cameOut ? 'confirm' : 'deny'], { reason, endedAt: now, isRecorded: true }, now)
      tx.post(printOutcomeEntity, newId(), {
        ...outcomeOf(job, cameOut ? 'printed' : 'not_there', services.station.code, now),
        by: viewer.userId ?? '',
        byName: viewer.name,
      })
      announceLocal('print_job')
      if (answer === 'came_out' || answer === 'cancel') return accepted({ printJobId: null })
      const made = queue.again(job, answer === 'move' ? (printerId ?? job.printerId) : job.printerId, context)
      if (!made.ok) return made
      spool.nudge()
      return accepted({ printJobId: made.value })
    }
  })
