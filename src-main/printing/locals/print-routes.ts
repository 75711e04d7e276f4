import { defineLocal, type Services } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import type { Printing } from '../printing.ts'

/** P20: where a kind of paper comes out at this station, from now on. */
export const putPrintRoute = (printingFor: (services: Services) => Printing) =>
  defineLocal(printingContract['printRoute.put'], (services) => {
    const { printers, papers } = printingFor(services)
    const drop = services.local.write('delete from print_routes where kind = ?')
    return ({ kind, printerId, copies, tray, fallbackPrinterId }) => {
      const source = papers.sources.find((each) => each.kind === kind)
      if (source === undefined) return refused('paper.unknown', { kind })
      for (const id of [printerId, fallbackPrinterId]) {
        if (id === null) continue
        const printer = printers.byId(id)
        if (printer === undefined) return refused('notFound.printer', { id })
        if (!source.forms.includes(formOf(printer))) {
          return refused('paper.wrongPrinter', { kind, printer: printer.name })
        }
      }
      if (printerId === null) drop.run(kind)
      else printers.putRoute({ kind, printerId, copies, tray, fallbackPrinterId })
      services.announceLocal('print_route')
      return accepted(null)
    }
  })
