import type { Language } from '#shared/kernel/language.ts'
import type { Size } from '#shared/kernel/length.ts'
import { parseSets } from '#shared/kernel/parse/quantity.ts'
import { parseSize } from '#shared/kernel/parse/size.ts'
import type { UnitCode } from '#shared/kernel/quantity.ts'
import type { LineQuantity } from '#shared/pricing/price-checks.ts'

/** What somebody means who types `2x500 business cards 85x55` into the field for the next line. */
export interface UnderstoodLine {
  /** What is left to look a product up by. */
  readonly words: string
  readonly quantity: LineQuantity | null
  readonly size: Size | null
}

// Longest first: "8,5 x 5,5 cm" is five words, "85x55" one.
const longestSize = 5
const longestQuantity = 3

const unitWords: Readonly<Record<string, UnitCode>> = Object.fromEntries([
  ...words('HUR', 'h hour hours hr hrs uur uren u heure heures stunde stunden std godz godz. godzina godziny godzin'),
  ...words('MTK', 'm2 m²'),
  ...words('MTR', 'm metre metres meter mètre mètres metr metry metrów'),
])

function words(unit: UnitCode, all: string): readonly (readonly [string, UnitCode])[] {
  return all.split(' ').map((word) => [word, unit])
}

/** `uur tekenwerk`: a unit said before what it is of; null when the first word is none. */
export function understandUnit(text: string): { readonly unit: UnitCode; readonly words: string } | null {
  const [first = '', ...rest] = text.split(' ')
  const unit = unitWords[first.toLowerCase()]
  return unit === undefined || rest.length === 0 ? null : { unit, words: rest.join(' ') }
}

/**
 * A quantity is read at the front and a size at the end, where people say them; what cannot be read stays part of the
 * words. Nothing but a number leaves no words: then it is a code or a name that happens to be one.
 */
export function understandLine(text: string, language: Language): UnderstoodLine {
  const all = text.trim().split(/\s+/u).filter(Boolean)
  const front = quantityAtFront(all, language)
  const rest = all.slice(front.length)
  const end = sizeAtEnd(rest, language)
  const words = rest.slice(0, rest.length - end.length)
  if (words.length === 0) return { words: all.join(' '), quantity: null, size: null }
  return { words: words.join(' '), quantity: front.quantity, size: end.size }
}

function quantityAtFront(words: readonly string[], language: Language) {
  for (let length = Math.min(longestQuantity, words.length - 1); length > 0; length -= 1) {
    const typed = words.slice(0, length).join('')
    // "2 x 500" is one quantity; "1 000" too, but "500 200g" is not.
    if (length > 1 && !/^[\d.,x×*]+$/iu.test(typed)) continue
    if (length > 1 && !/[x×*]/iu.test(typed) && !words.slice(1, length).every((word) => /^\d{3}$/u.test(word))) continue
    const reading = parseSets(typed, { language, unit: 'C62' })
    if (reading.ok) return { length, quantity: { sets: reading.value.sets, each: reading.value.each } }
  }
  return { length: 0, quantity: null }
}

function sizeAtEnd(
  words: readonly string[],
  language: Language,
): { readonly length: number; readonly size: Size | null } {
  for (let length = Math.min(longestSize, words.length - 1); length > 0; length -= 1) {
    const reading = parseSize(words.slice(-length).join(' '), { language })
    if (reading.ok) return { length, size: { width: reading.value.width, height: reading.value.height } }
  }
  return { length: 0, size: null }
}
