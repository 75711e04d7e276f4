import type { PrinterStatus, SendOutcome, SendReason } from '#shared/printing/print-outcome.ts'
import type { CupsPorts } from './cups-sender.ts'
import type { DeviceFacts } from './device-fix.ts'
import type { IppLimits } from './ipp/ipp-line.ts'
import type { TcpLimits } from './tcp-connection.ts'
import type { PagePrinter } from './windows/windows-pages.ts'
import type { Winspool } from './windows/winspool.ts'

/** What roads take from outside: time, programs of this computer, and limits that tests shorten. */
export interface RoadPorts {
  readonly now: () => number
  readonly cups: CupsPorts
  readonly limits?: TcpLimits
  readonly ippLimits?: IppLimits
  /** This computer: how its devices are set up and what keeps this person from one. */
  readonly platform: NodeJS.Platform
  readonly devices: DeviceFacts
  /** The spooler of Windows and who prints pages on it; null on other systems. */
  readonly windows: WindowsSpooler | null
}

export interface WindowsSpooler {
  readonly winspool: Winspool
  /** Null: no program here prints a PDF on a queue. */
  readonly pagePrinter: PagePrinter | null
  readonly temporaryFolder: string
}

/** What came of a turn at the device, and when the device is free for the next. */
export interface Turn<T> {
  readonly value: T
  readonly released: Promise<void>
}

export interface RoadPaper {
  readonly bytes: Uint8Array
  readonly title: string
  readonly copies: number
}

/** One way to one device. Each of its turns ends in a value, never in an exception. */
export interface Road {
  send(paper: RoadPaper, beforeFirstByte: () => void): Promise<Turn<SendOutcome>>
  /** Bytes of a person's button, where the road carries a printer's own language. */
  command(bytes: Uint8Array): Promise<Turn<SendOutcome>>
  status(): Promise<PrinterStatus>
}

export function done<T>(value: T): Turn<T> {
  return { value, released: Promise.resolve() }
}

/** P13: a receipt sent to a laser printer comes out as pages of signs; it never gets that far. */
export function wrongLanguage(bytesTotal: number): SendOutcome {
  return notSent('wrongLanguage', bytesTotal)
}

/** A queue of Windows on a computer that is none. */
export function noSpooler(bytesTotal: number): SendOutcome {
  return notSent('spoolerMissing', bytesTotal)
}

export const spoolerMissing: PrinterStatus = {
  ...{ state: 'unreachable', reason: 'spoolerMissing' },
  ...{ isPaperLow: false, detail: null },
}

function notSent(reason: SendReason, bytesTotal: number): SendOutcome {
  return {
    state: 'failed_before_send',
    reason,
    bytesSent: 0,
    bytesTotal,
    firstByteAt: null,
    reference: null,
    detail: null,
  }
}
