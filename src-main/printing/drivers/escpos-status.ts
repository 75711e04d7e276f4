import type { SendReason } from '#shared/printing/print-outcome.ts'

/** The four questions of DLE EOT: printer, cause of being offline, error, paper. Answered at once, even when stopped. */
export const askStatus = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 3, 0x10, 0x04, 4)
/** Only the cause of being offline: enough to see a stop while the proof is awaited. */
export const askOfflineCause = Uint8Array.of(0x10, 0x04, 2)

/** What a byte from the printer is, told by its fixed bits; a device that is no such printer soon breaks the pattern. */
export type StatusByte =
  | { readonly kind: 'realTime'; readonly value: number }
  /** Answer to GS r: everything before the question is printed. */
  | { readonly kind: 'proof'; readonly value: number }
  | { readonly kind: 'nonsense' }

export interface StatusReader {
  push(bytes: Uint8Array): StatusByte[]
}

/** Sorts answers from the packets of four that some printers send unasked (automatic status back). */
export function statusReader(): StatusReader {
  let ofPacket = 0
  return {
    push: (bytes) => {
      const found: StatusByte[] = []
      for (const byte of bytes) {
        if (ofPacket > 0) {
          ofPacket -= 1
          // The rest of a packet has bits 4 and 7 clear.
          if ((byte & 0x90) !== 0) found.push({ kind: 'nonsense' })
        } else if ((byte & 0x93) === 0x10) ofPacket = 3
        else if ((byte & 0x93) === 0x12) found.push({ kind: 'realTime', value: byte })
        else if ((byte & 0x93) === 0x00) found.push({ kind: 'proof', value: byte })
        // XON and XOFF of units with a serial heart say nothing about paper.
        else if (byte !== 0x11 && byte !== 0x13) found.push({ kind: 'nonsense' })
      }
      return found
    },
  }
}

/** The reason not to send, from the four answers in order; null when the printer would print. */
export function blockedBy(answers: readonly number[]): SendReason | null {
  const [printer = 0, , error = 0, paper = 0] = answers
  return (
    offlineCause(answers[1] ?? 0) ??
    (error & 0x08 ? 'cutterError' : null) ??
    (error & 0x24 ? 'printerError' : null) ??
    ((paper & 0x60) === 0x60 ? 'paperOut' : null) ??
    (printer & 0x08 ? 'offline' : null)
  )
}

export function offlineCause(answer: number): SendReason | null {
  if (answer & 0x04) return 'coverOpen'
  if (answer & 0x20) return 'paperOut'
  return answer & 0x40 ? 'printerError' : null
}

export function isPaperLow(answers: readonly number[]): boolean {
  return ((answers[3] ?? 0) & 0x0c) !== 0
}
