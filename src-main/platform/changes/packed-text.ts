import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { wordsOfPackedTexts } from './words-of-packed-texts.ts'

/**
 * Text as the database keeps it: short ones as they are, long ones (an order's birth, its folded document) deflated to a
 * quarter. What is hashed and what travels is the text itself; its packed form never leaves this computer.
 *
 * The first byte says which words the deflated rest presupposes.
 */
export type PackedText = string | Buffer

/** Below this the packed form saves no page that would be worth the work. */
const worthPacking = 1024

/** Small windows: no text here is long enough for more, and the memory is taken anew each time. */
const how = { level: 3, memLevel: 6, windowBits: 13 } as const

const dictionaries = wordsOfPackedTexts.map((words) => Buffer.from(words))
const newest = dictionaries.length - 1

export function packText(text: string): PackedText {
  if (text.length < worthPacking) return text
  return Buffer.concat([Uint8Array.of(newest), deflateRawSync(text, { ...how, dictionary: dictionaryOf(newest) })])
}

export function unpackText(stored: PackedText): string {
  if (typeof stored === 'string') return stored
  return inflateRawSync(stored.subarray(1), { dictionary: dictionaryOf(stored[0] ?? newest) }).toString('utf8')
}

function dictionaryOf(edition: number): Buffer {
  const dictionary = dictionaries[edition]
  if (dictionary === undefined) throw new Error(`text packed with edition ${edition} of the words`)
  return dictionary
}
