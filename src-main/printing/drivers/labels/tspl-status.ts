import type { SendReason } from '#shared/printing/print-outcome.ts'

/** Answered at once with one byte, even when the printer is stopped. */
export const askTsplStatus = Uint8Array.of(0x1b, 0x21, 0x3f)

export interface TsplStatus {
  readonly blockedBy: SendReason | null
  readonly isPrinting: boolean
}

/** What the eight bits say; a printer that sends more than this one byte is none of this kind. */
export function readTsplStatus(received: Uint8Array): TsplStatus | 'nonsense' | null {
  const [status] = received
  if (status === undefined) return null
  if (received.length > 1 || (status & 0x40) !== 0) return 'nonsense'
  const said = (bit: number) => (status & bit) !== 0
  const blockedBy: SendReason | null = said(0x01)
    ? 'headOpen'
    : said(0x04)
      ? 'paperOut'
      : said(0x08)
        ? 'ribbonOut'
        : said(0x82)
          ? 'printerError'
          : said(0x10)
            ? 'paused'
            : null
  return { blockedBy, isPrinting: said(0x20) }
}
