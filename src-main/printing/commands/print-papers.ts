import { defineCommand, type Services } from '#main/platform/bus/module.ts'
import { accepted, type Result } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import type { Printing } from '../printing.ts'

/** Saves what is to be printed in the transaction that wants it; drawing and sending come after it (W7, P22). */
export const printPapers = (printingFor: (services: Services) => Printing) =>
  defineCommand(printingContract['paper.print'], (services) => {
    const { queue, spool, printers } = printingFor(services)
    return ({ papers, remember }, context): Result<{ printJobIds: string[] }> => {
      const printJobIds: string[] = []
      for (const paper of papers) {
        const wanted = queue.want(paper, context)
        if (!wanted.ok) return wanted
        printJobIds.push(...wanted.value)
        if (!remember || paper.printerId === undefined || printers.routeOf(paper.kind) !== undefined) continue
        const { kind, printerId, copies = 1 } = paper
        printers.putRoute({ kind, printerId, copies, tray: null, fallbackPrinterId: null })
        context.announceLocal('print_route')
      }
      context.announceLocal('print_job')
      spool.nudge()
      return accepted({ printJobIds })
    }
  })
