import type { BrotherRollName } from '#shared/printing/brother-rolls.ts'
import type { PrinterStatus, SendReason } from '#shared/printing/print-outcome.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { askStatus } from './escpos-status.ts'
import { askBrotherStatus } from './labels/brother-bytes.ts'
import { isRollInPrinter, readBrotherStatus } from './labels/brother-status.ts'
import { askEplStatus, readEplStatus } from './labels/epl-status.ts'
import { askTsplStatus, readTsplStatus } from './labels/tspl-status.ts'
import { askHostStatus } from './zebra-status.ts'

/** How a printer can be asked: `full` before and after, `gsr` only for proof at the end, `none` not at all. */
export interface TcpDialect {
  readonly language: Exclude<PrinterProfile['language'], 'pdf'>
  readonly status: 'full' | 'gsr' | 'none'
  /** The roll that must lie in the printer, where it says which one does. */
  readonly roll?: BrotherRollName
}

/** "How are you?", in the printer's own language. */
export function statusQuestion({ language }: TcpDialect): Uint8Array {
  switch (language) {
    case 'zpl':
      return askHostStatus
    case 'tspl':
      return askTsplStatus
    case 'brother':
      return askBrotherStatus
    case 'epl':
      return askEplStatus
    case 'escpos':
      return askStatus
  }
}

/**
 * Whether the printer can tell that all came out. The others only answer how they are at the moment, which says nothing
 * about a paper that may not have begun: handed over is the best that is said of them (PR2).
 */
export function givesProof({ language, status }: TcpDialect): boolean {
  return status !== 'none' && (language === 'escpos' || language === 'zpl')
}

const silent: PrinterStatus = { state: 'unknown', reason: null, isPaperLow: false, detail: null }

function stateOf(reason: SendReason | null, isPrinting: boolean): PrinterStatus {
  if (reason !== null) return { ...silent, state: 'blocked', reason }
  return { ...silent, state: isPrinting ? 'busy' : 'ready' }
}

const notUnderstood: PrinterStatus = {
  ...silent,
  state: 'blocked',
  reason: 'notUnderstood',
  detail: 'the answer is not that of a label printer',
}

/** Reads the answers of label printers that get dots; null as long as it is not whole. */
export function dotsAnswer(dialect: TcpDialect): (bytes: Uint8Array) => PrinterStatus | null {
  let received = new Uint8Array(0)
  return (bytes) => {
    received = Uint8Array.from([...received, ...bytes])
    if (dialect.language === 'tspl') {
      const status = readTsplStatus(received)
      if (status === null) return null
      return status === 'nonsense' ? notUnderstood : stateOf(status.blockedBy, status.isPrinting)
    }
    if (dialect.language === 'epl') {
      const status = readEplStatus(received)
      if (status === null) return null
      return status === 'nonsense' ? notUnderstood : stateOf(status.blockedBy, false)
    }
    const status = readBrotherStatus(received)
    if (status === null) return null
    if (status === 'nonsense') return notUnderstood
    const isWrong = dialect.roll !== undefined && !isRollInPrinter(dialect.roll, status)
    return stateOf(status.blockedBy ?? (isWrong ? 'wrongMedia' : null), status.isPrinting)
  }
}
