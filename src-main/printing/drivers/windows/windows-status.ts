import type { PrinterStatus, SendReason } from '#shared/printing/print-outcome.ts'
import type { WindowsPrinter } from './winspool.ts'

const printerBits: readonly (readonly [number, SendReason])[] = [
  [0x10, 'paperOut'],
  [0x40_0000, 'coverOpen'],
  // Jammed, paper problem, no toner, tray full, somebody must come, no memory, error.
  [0x08 | 0x40 | 0x4_0000 | 0x800 | 0x10_0000 | 0x20_0000 | 0x02, 'printerError'],
  [0x80 | 0x1000 | 0x80_0000, 'offline'],
  [0x01, 'paused'],
]
const [manualFeed, paperLow] = [0x20, 0x2_0000]
const atWork = 0x200 | 0x400 | 0x4000 | 0x100
const workOffline = 0x400
const pendingDeletion = 0x04

const jobBits: readonly (readonly [number, SendReason])[] = [
  [0x40, 'paperOut'],
  [0x20, 'offline'],
  [0x02 | 0x400 | 0x200, 'printerError'],
  [0x01, 'paused'],
]
const deleted = 0x04 | 0x100

/** What a queue of Windows says of its printer: a driver that cannot ask says nothing is wrong, so ready proves little. */
export function windowsStatus({ status, attributes }: Pick<WindowsPrinter, 'status' | 'attributes'>): PrinterStatus {
  const found = printerBits.find(([bits]) => (status & bits) !== 0)?.[1] ?? null
  const reason =
    found ?? ((attributes & workOffline) !== 0 ? 'offline' : (status & manualFeed) !== 0 ? 'paperOut' : null)
  const said = { isPaperLow: (status & paperLow) !== 0, detail: null }
  if ((status & pendingDeletion) !== 0) return { ...said, state: 'unreachable', reason: 'queueMissing' }
  if (reason !== null) return { ...said, state: 'blocked', reason }
  return { ...said, state: (status & atWork) !== 0 ? 'busy' : 'ready', reason: null }
}

/** Why a job does not go on; null: nothing is known against it. */
export function jobTrouble(status: number): SendReason | null {
  return jobBits.find(([bits]) => (status & bits) !== 0)?.[1] ?? null
}

export function isJobDeleted(status: number): boolean {
  return (status & deleted) !== 0
}
