import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import type { NetworkSearchPorts } from './drivers/discovery/network-search.ts'
import type { PrinterComputer } from './drivers/find-printers.ts'
import type { Printer } from './drivers/printer-driver.ts'
import type { Recognise } from './drivers/recognise-printer.ts'
import type { RunProgram } from './drivers/run-program.ts'

/**
 * Milliseconds between two questions to a printer (PR57). One that is off is given two seconds to answer, and is shown as
 * such within ten seconds while idle and within three while something waits for it.
 */
export const pollTimes = { pollEvery: 8000, pollAtWorkEvery: 1000 } as const

/** What the spool takes from outside; tests hand in their own printers and timers. */
export interface SpoolPorts {
  readonly openPrinter: (profile: PrinterProfile) => Printer
  /** Runs the spooler's programs, to list its queues. */
  readonly run: RunProgram
  /** This computer's ways to printers, to be looked through when one is set up. */
  readonly computer: PrinterComputer
  /** Work for later; returns how to call it off. Never keeps the program alive. */
  readonly after: (milliseconds: number, work: () => void) => () => void
  /** Between two questions to an idle printer (P9). */
  readonly pollEvery: number
  /** The same while something is on its way to the printer, or waits for it. */
  readonly pollAtWorkEvery: number
  /** Ports that printers are reached at (P24). */
  readonly allowedPorts: readonly number[]
  /** Looks for printers in the network, when a person asks for it. */
  readonly network: NetworkSearchPorts
  /** Asks a printer that is not understood what it speaks instead (P13). */
  readonly recognise: Recognise
}
