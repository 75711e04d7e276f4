import { defineLocal, type Services } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { drawerContract } from '#shared/printing/drawer-contract.ts'
import type { Printing } from '../printing.ts'

/** The button: without a sale, with a right of its own and a reason (P11, bad input 95). */
export const openDrawer = (printingFor: (services: Services) => Printing) =>
  defineLocal(drawerContract['drawer.open'], (services) => {
    const { drawer } = printingFor(services)
    return async ({ reason, printerId }, { viewer, now }) => {
      const printer = drawer.printer(printerId)
      if (!printer.ok) return printer
      const twin = drawer.twinOf(printer.value.id, viewer, now)
      const id = twin?.id ?? drawer.want({ cause: 'button', reason, documentId: '' }, printer.value, viewer, now)
      const opened = twin?.result === null || twin === undefined ? await drawer.open(id) : twin
      const { result, failure } = opened ?? { result: 'unknown' as const, failure: null }
      if (result === 'failed')
        return refused('drawer.notReached', { printer: printer.value.name, reason: failure ?? '' })
      return accepted({ printerName: printer.value.name, result: result ?? 'unknown' })
    }
  })
