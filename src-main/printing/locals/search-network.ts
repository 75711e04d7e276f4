import { defineLocal, type LocalDefinition, type Services } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import { isSamePrinter, type PrinterMarks } from '#shared/printing/found-printer.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { searchNetwork } from '../drivers/discovery/network-search.ts'
import type { Printers } from '../printers.ts'
import type { Printing } from '../printing.ts'

type PrintingFor = (services: Services) => Printing

/** What tells a printer apart: as it was found, or as it says itself where it speaks IPP. */
function marksOf(printer: PrinterProfile, printers: Pick<Printers, 'marksOf'>): PrinterMarks | undefined {
  const { transport } = printer
  const uuid = transport.by === 'ipp' ? (transport.identity?.uuid ?? null) : null
  const known = printers.marksOf(printer.id)
  if (uuid === null) return known
  return { ...(known ?? { serial: null, mac: null, networkName: null }), uuid }
}

function hostOf({ transport }: PrinterProfile): string | null {
  return 'host' in transport ? transport.host : null
}

/** Networks are asked only when a person presses for it (PR63); what is found at a known address is learnt on the way. */
const search = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printer.search'], (services) => {
    const { ports, printers } = printingFor(services)
    return async () => {
      const found = await searchNetwork(ports.network)
      const known = printers.all()
      for (const printer of known) {
        const [only, ...others] = found.filter(({ host }) => host === hostOf(printer))
        if (only !== undefined && others.length === 0 && printers.marksOf(printer.id) === undefined) {
          printers.putMarks(printer.id, only.marks)
        }
      }
      services.announceLocal('printer')
      const marks = known.flatMap((printer) => marksOf(printer, printers) ?? [])
      const hosts = new Set(known.map(hostOf))
      return accepted({
        printers: found.map((each) => ({
          ...each,
          isKnown: hosts.has(each.host) || marks.some((mark) => isSamePrinter(mark, each.marks)),
        })),
      })
    }
  })

/** Where a printer that went quiet answers now. Nothing is changed: another one may have been put there (P19). */
const seek = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printer.seek'], (services) => {
    const { ports, printers } = printingFor(services)
    return async ({ id }) => {
      const printer = printers.byId(id)
      if (printer === undefined) return refused('notFound.printer', { id })
      const marks = marksOf(printer, printers)
      if (marks === undefined) return refused('printer.hasNoMarks', { name: printer.name })
      const found = await searchNetwork(ports.network)
      return accepted({ host: found.find((each) => isSamePrinter(marks, each.marks))?.host ?? null })
    }
  })

export function networkLocals(printingFor: PrintingFor): readonly LocalDefinition[] {
  return [search, seek].map((each) => each(printingFor))
}
