import { deviceKey, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import type { Printer } from './drivers/printer-driver.ts'
import type { SpoolPorts } from './spool-ports.ts'

/** Open printers, and one turn after the other at each device: two printers of ours may be two trays of one (P6). */
export interface Devices {
  printerOf(profile: PrinterProfile): Printer
  inTurn<T>(profile: PrinterProfile, work: () => Promise<T>): Promise<T>
}

export function devices({ openPrinter }: Pick<SpoolPorts, 'openPrinter'>): Devices {
  const open = new Map<string, { readonly said: string; readonly printer: Printer }>()
  const turns = new Map<string, Promise<unknown>>()
  return {
    printerOf: (profile) => {
      const said = JSON.stringify(profile)
      const known = open.get(profile.id)
      if (known?.said === said) return known.printer
      const printer = openPrinter(profile)
      open.set(profile.id, { said, printer })
      return printer
    },
    inTurn: (profile, work) => {
      const key = deviceKey(profile)
      const mine = (turns.get(key) ?? Promise.resolve()).then(work)
      turns.set(
        key,
        mine.catch(() => undefined),
      )
      return mine
    },
  }
}
