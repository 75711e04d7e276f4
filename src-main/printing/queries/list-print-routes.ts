import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import type { PaperSource } from '../paper-source.ts'
import type { PrintRouteRow } from '../printers.ts'

export const listPrintRoutes = (sources: readonly PaperSource[]) =>
  defineQuery(printingContract['printRoute.list'], ({ db }) => {
    const all = db.read<PrintRouteRow>(
      'select kind, printer_id as printerId, copies, tray, fallback_printer_id as fallbackPrinterId from print_routes',
    )
    return () => {
      const routes = new Map(all.all().map((route) => [route.kind, route]))
      const papers = sources.map(({ kind, forms, about }) => ({
        kind,
        forms: [...forms],
        about,
        route: routes.get(kind) ?? null,
      }))
      return accepted({ papers })
    }
  })
