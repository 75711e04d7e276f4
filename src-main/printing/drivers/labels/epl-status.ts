import type { SendReason } from '#shared/printing/print-outcome.ts'

/** A line of its own, answered at once, also while the printer waits for somebody. */
export const askEplStatus = new TextEncoder().encode('\r\n^ee\r\n')

export interface EplStatus {
  readonly blockedBy: SendReason | null
}

/** More codes than this at once are none of this printer's. */
const longest = 60

/**
 * What keeps a printer from printing. All other codes are about the words of a label that came before, and a label here
 * is dots and numbers.
 */
const stops: Readonly<Record<string, SendReason>> = { '07': 'paperOut', '11': 'headOpen', '12': 'paused' }

/** Codes of two digits, between commas where there are several. Null: the line is not whole yet. */
export function readEplStatus(received: Uint8Array): EplStatus | 'nonsense' | null {
  const text = new TextDecoder('latin1').decode(received)
  const [line = '', ...after] = text.replace(/^[\r\n]+/u, '').split(/\r\n?|\n/u)
  if (!/^[\d,]*$/u.test(line) || line.length > longest) return 'nonsense'
  if (after.length === 0) return null
  if (!/^\d\d(?:,\d\d)*$/u.test(line)) return 'nonsense'
  const codes = line.split(',')
  // The head comes first: what lies under it cannot be seen while it is open.
  const first = ['11', '07', '12'].find((code) => codes.includes(code))
  return { blockedBy: first === undefined ? null : (stops[first] ?? null) }
}
