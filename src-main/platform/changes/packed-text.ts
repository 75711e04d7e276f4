import { deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * Text as the database keeps it: short ones as they are, long ones (an order's birth, its folded document) deflated to a
 * third. What is hashed and what travels is the text itself; its packed form never leaves this computer.
 */
export type PackedText = string | Buffer

/** Below this the packed form saves no page that would be worth the work. */
const worthPacking = 1024

/** Small windows: no text here is long enough for more, and the memory is taken anew each time. */
const how = { level: 3, memLevel: 6, windowBits: 13 } as const

export function packText(text: string): PackedText {
  return text.length < worthPacking ? text : deflateRawSync(text, how)
}

export function unpackText(stored: PackedText): string {
  return typeof stored === 'string' ? stored : inflateRawSync(stored).toString('utf8')
}
