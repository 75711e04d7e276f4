import { defineCommand, type Services } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import { printOutcomeEntity } from '#shared/printing/replication.ts'
import { outcomeOf } from '../print-outcome-posting.ts'
import type { Printing } from '../printing.ts'

/** It says what the print job of this station says and nothing else, so whoever calls it cannot make up a print. */
export const recordPrintOutcome = (printingFor: (services: Services) => Printing) =>
  defineCommand(printingContract['printJob.record'], (services) => {
    const { jobs } = printingFor(services)
    return ({ id }, { tx, newId, now }) => {
      const job = jobs.byId(id)
      if (job === undefined) return refused('notFound.printJob', { id })
      const { state } = job
      if (job.isRecorded) return accepted(null)
      if (state !== 'printed' && state !== 'handed_over' && state !== 'unknown') {
        return refused('printJob.notEnded', { state })
      }
      tx.post(printOutcomeEntity, newId(), outcomeOf(job, state, services.station.code, job.endedAt ?? now))
      jobs.change(job, [], { isRecorded: true }, now)
      return accepted(null)
    }
  })
