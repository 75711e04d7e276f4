import { defineLocal, type LocalContext, type LocalDefinition, type Services } from '#main/platform/bus/module.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { printBatchContract } from '#shared/printing/batch-contract.ts'
import { sentStates } from '#shared/printing/print-batch.ts'
import type { Printing } from '../printing.ts'

type PrintingFor = (services: Services) => Printing

const pause = (printingFor: PrintingFor) =>
  defineLocal(printBatchContract['printBatch.pause'], (services) => {
    const { batches, moves } = printingFor(services)
    return async ({ id, isPaused }, context) => {
      if (batches.byId(id) === undefined) return refused('notFound.printBatch', { id })
      if (isPaused) {
        services.local.transact(() => batches.change(id, { isPaused }))
        services.announceLocal('print_job')
      } else {
        // Whoever says "go on" says it of what waited too long and what failed as well.
        await moves.carryOut(id, { does: 'goOn', ...said(context) })
      }
      return accepted(null)
    }
  })

const stop = (printingFor: PrintingFor) =>
  defineLocal(printBatchContract['printBatch.stop'], (services) => {
    const { batches, moves } = printingFor(services)
    return async ({ id }, context) => {
      if (batches.byId(id) === undefined) return refused('notFound.printBatch', { id })
      const { cancelled } = await moves.carryOut(id, { does: 'stop', ...said(context) })
      return accepted({ cancelled })
    }
  })

/** Only a person sees paper; what they say of the pages is said of each paper, on every station (P2, PR53). */
const answer = (printingFor: PrintingFor) =>
  defineLocal(printBatchContract['printBatch.answer'], (services) => {
    const { batches, jobs, moves, spool } = printingFor(services)

    const canBeSaid = (id: string, printerId: string, fromPage: number | null): Result<null> => {
      const batch = batches.byId(id)
      if (batch === undefined) return refused('notFound.printBatch', { id })
      const all = jobs.ofBatch(id, printerId)
      if (all.some(({ state }) => state === 'sending')) return refused('printBatch.stillSending')
      const lastPages = all.flatMap(({ state, firstPage, pages }) =>
        sentStates.includes(state) && firstPage !== null && pages !== null ? [firstPage + pages - 1] : [],
      )
      if (lastPages.length === 0) return refused('printBatch.nothingSent')
      const pages = Math.max(...lastPages)
      if (fromPage !== null && fromPage > pages) return refused('printBatch.noSuchPage', { page: fromPage, pages })
      return accepted(null)
    }

    return async ({ id, printerId, fromPage }, context) => {
      const can = canBeSaid(id, printerId, fromPage)
      if (!can.ok) return can
      const { today } = context
      const moved = await moves.carryOut(id, { does: 'answer', printerId, fromPage, today, ...said(context) })
      void spool.recorded()
      const { cameOut, again, copies } = moved
      return accepted({ cameOut, again, copies })
    }
  })

function said({ now, viewer }: LocalContext) {
  const { userId, name, role, grants } = viewer
  return { at: now, by: { userId: userId ?? '', name, role, grants: [...grants] } }
}

export function printBatchLocals(printingFor: PrintingFor): readonly LocalDefinition[] {
  return [pause, stop, answer].map((each) => each(printingFor))
}
