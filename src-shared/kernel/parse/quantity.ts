import type { Language } from '../language.ts'
import { type Thousandths, thousandthsPerUnit, type UnitCode, unitDecimals } from '../quantity.ts'
import { parseNumber } from './number.ts'
import { mapReading, type Reading } from './reading.ts'

export interface QuantityRules {
  readonly language: Language
  readonly unit: UnitCode
  /** In thousandths. More than nothing unless a field says otherwise: less goes through a credit (reliability c 10). */
  readonly min?: Thousandths
  readonly max?: Thousandths
}

/** 999 999 999 of anything: above it a scanner typed a code into the field. */
export const largestQuantity: Thousandths = 999_999_999_000

export function parseQuantity(raw: string, rules: QuantityRules): Reading<Thousandths> {
  const decimals = unitDecimals[rules.unit]
  const perStep = thousandthsPerUnit / 10 ** decimals
  const reading = parseNumber(raw, {
    language: rules.language,
    decimals,
    min: Math.ceil((rules.min ?? 1) / perStep),
    max: Math.floor((rules.max ?? largestQuantity) / perStep),
  })
  if (!reading.ok && reading.code === 'number.outOfRange') {
    const { min, max } = reading.params
    return { ...reading, params: { min: min * perStep, max: max * perStep } }
  }
  return mapReading(reading, (value) => value * perStep)
}

export interface Sets {
  /** Whole number of sets (kinds of artwork). */
  readonly sets: number
  readonly each: Thousandths
  readonly total: Thousandths
}

/** `2x500`: two sets of 500; a bare quantity is one set. */
export function parseSets(raw: string, rules: QuantityRules): Reading<Sets> {
  const parts = raw.length > 200 ? null : /^(?<sets>[^x×*]+)[x×*](?<each>[^x×*]+)$/iu.exec(raw)
  if (!parts?.groups) return mapReading(parseQuantity(raw, rules), (each) => ({ sets: 1, each, total: each }))
  const sets = parseNumber(parts.groups.sets ?? '', { language: rules.language, decimals: 0, min: 1, max: 10_000 })
  if (!sets.ok) return sets.code === 'number.ambiguous' ? { ok: false, code: 'number.malformed' } : sets
  const most = Math.floor((rules.max ?? largestQuantity) / sets.value)
  const reading = mapReading(parseQuantity(parts.groups.each ?? '', { ...rules, max: most }), (each) => ({
    sets: sets.value,
    each,
    total: each * sets.value,
  }))
  return reading.ok ? { ...reading, normalised: reading.normalised || sets.normalised } : reading
}
