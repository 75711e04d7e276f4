import { type BrotherRollName, brotherRolls } from '#shared/printing/brother-rolls.ts'
import type { SendReason } from '#shared/printing/print-outcome.ts'

/** What a QL label printer says of itself: always 32 bytes. */
export interface BrotherStatus {
  readonly blockedBy: SendReason | null
  /** Millimetres; 0: no roll. */
  readonly mediaWidth: number
  /** Millimetres; 0: an endless roll. */
  readonly mediaLength: number
  readonly mediaKind: 'none' | 'endless' | 'cutToSize' | 'unknown'
  readonly isPrinting: boolean
}

export const brotherAnswerLength = 32
const head = [0x80, 0x20, 0x42] as const

/** Null: not whole yet. 'nonsense': begun like no answer of a QL printer. */
export function readBrotherStatus(received: Uint8Array): BrotherStatus | 'nonsense' | null {
  if (head.some((byte, at) => at < received.length && received[at] !== byte)) return 'nonsense'
  if (received.length < brotherAnswerLength) return null
  const [first = 0, second = 0] = received.subarray(8, 10)
  const kinds: Readonly<Record<number, BrotherStatus['mediaKind']>> = { 0: 'none', 10: 'endless', 11: 'cutToSize' }
  return {
    blockedBy: blockedBy(first, second),
    mediaWidth: received[10] ?? 0,
    mediaLength: received[17] ?? 0,
    mediaKind: kinds[received[11] ?? -1] ?? 'unknown',
    isPrinting: received[19] === 1,
  }
}

function blockedBy(first: number, second: number): SendReason | null {
  if ((second & 0x10) !== 0) return 'coverOpen'
  if ((first & 0x03) !== 0) return 'paperOut'
  if ((first & 0x04) !== 0) return 'cutterError'
  if ((second & 0x01) !== 0) return 'wrongMedia'
  // Somebody else is printing: that is waited for, not failed.
  return (first & 0xa0) !== 0 || (second & 0xce) !== 0 ? 'printerError' : null
}

/** The roll that lies in the printer must be the one the labels are drawn for: on another they come out cut. */
export function isRollInPrinter(name: BrotherRollName, status: BrotherStatus): boolean {
  const { width, length } = brotherRolls[name]
  const kind = length === null ? 'endless' : 'cutToSize'
  return status.mediaKind === kind && status.mediaWidth === width && status.mediaLength === (length ?? 0)
}
