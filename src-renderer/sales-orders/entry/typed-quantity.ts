import type { Language } from '#shared/kernel/language.ts'
import { parseSets } from '#shared/kernel/parse/quantity.ts'
import type { UnitCode } from '#shared/kernel/quantity.ts'
import type { LineQuantity } from '#shared/pricing/price-checks.ts'

export type TypedQuantity =
  | { readonly kind: 'quantity'; readonly quantity: LineQuantity; readonly normalised: boolean }
  | { readonly kind: 'empty' }
  /** `1.500`: which of the two is meant is asked (reliability c 8). */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [LineQuantity, LineQuantity] }
  | { readonly kind: 'unread'; readonly code: string; readonly params: Readonly<Record<string, number>> }

/** `500`, `2x500`, `1.5`: what a typed quantity means in the unit of its line. */
export function typedQuantity(text: string, language: Language, unit: UnitCode): TypedQuantity {
  if (text.trim() === '') return { kind: 'empty' }
  const reading = parseSets(text, { language, unit })
  if (reading.ok) {
    const { sets, each } = reading.value
    return { kind: 'quantity', quantity: { sets, each }, normalised: reading.normalised }
  }
  if (reading.code === 'number.ambiguous') {
    const [fraction, grouped] = reading.readings
    return {
      kind: 'ambiguous',
      readings: [
        { sets: fraction.sets, each: fraction.each },
        { sets: grouped.sets, each: grouped.each },
      ],
    }
  }
  return { kind: 'unread', code: reading.code, params: 'params' in reading ? reading.params : {} }
}
