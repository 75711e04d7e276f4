import type { PrintWarning } from '#shared/printing/print-warning.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'

/** A paper in the language of one printer: what the journal keeps and the sender sends. */
export interface EncodedPrint {
  readonly bytes: Uint8Array
  readonly language: PrinterProfile['language']
  readonly warnings: readonly PrintWarning[]
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    out.set(chunk, at)
    at += chunk.length
  }
  return out
}
