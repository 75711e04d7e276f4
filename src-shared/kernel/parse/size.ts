/** Sizes as people type them: `85x55`, `8,5 x 5,5 cm`, `3m x 200cm`, `A4`, `DL quer`. */
import type { Language } from '../language.ts'
import {
  type LengthUnit,
  lengthUnits,
  namedSizes,
  nameOfSize,
  type Size,
  type TenthsOfMillimetre,
  turned,
} from '../length.ts'
import { scaleRounded } from '../rounding.ts'
import { fold } from '../text.ts'
import { parseNumber } from './number.ts'
import { mapReading, type Reading, type Unread } from './reading.ts'

export interface SizeRules {
  readonly language: Language
  /** What a number without a unit is in; millimetres unless a field says otherwise. */
  readonly unit?: LengthUnit
  readonly max?: TenthsOfMillimetre
}

export interface NamedSize extends Size {
  readonly name: string | null
}

export type SizeReading =
  | Reading<NamedSize>
  | { readonly ok: false; readonly code: 'size.malformed' | 'size.unitMissing' }

/** A hundred metres: longer than any roll. */
export const longestSide: TenthsOfMillimetre = 1_000_000

const unitSpellings: Readonly<Record<string, LengthUnit>> = {
  mm: 'mm',
  cm: 'cm',
  m: 'm',
  in: 'in',
  inch: 'in',
  '"': 'in',
  "''": 'in',
  '″': 'in',
}
/** Decimals typed in each unit that still mean something in tenths of a millimetre; inches are rounded to them. */
const unitDecimals: Readonly<Record<LengthUnit, number>> = { mm: 1, cm: 2, m: 4, in: 4 }
const named =
  /^(?:din |iso )?(?<name>[abc] ?(?:10|\d)|sra ?[2-4]|dl)(?: (?<turn>landscape|liggend|paysage|a l'italienne|quer|querformat|poziom|poziomo))?$/u

export function parseSize(raw: string, rules: SizeRules): SizeReading {
  if (raw.length > 100) return { ok: false, code: 'size.malformed' }
  const sheet = named.exec(fold(raw))?.groups
  if (sheet) {
    const name = (sheet.name ?? '').replace(' ', '').toUpperCase()
    const size = namedSizes[name]
    if (!size) return { ok: false, code: 'size.malformed' }
    return { ok: true, value: { ...(sheet.turn ? turned(size) : size), name }, normalised: false }
  }
  const sides = raw.split(/[x×*]/iu)
  if (sides.length !== 2)
    return raw.trim() === '' ? { ok: false, code: 'number.missing' } : { ok: false, code: 'size.malformed' }
  const [first, second] = sides.map(splitUnit)
  if (!first || !second) return { ok: false, code: 'size.malformed' }
  // "3 x 2 m" says metres for both; "3 m x 2" does not say what the second is.
  if (first.unit && !second.unit) return { ok: false, code: 'size.unitMissing' }
  const unit = second.unit ?? rules.unit ?? 'mm'
  const width = parseLength(first.number, first.unit ?? unit, rules)
  const height = parseLength(second.number, unit, rules)
  return combine(width, height)
}

/** One length with or without its unit, in tenths of a millimetre. */
export function parseSide(raw: string, rules: SizeRules): Reading<TenthsOfMillimetre> {
  const side = splitUnit(raw.slice(0, 100))
  return side
    ? parseLength(side.number, side.unit ?? rules.unit ?? 'mm', rules)
    : { ok: false, code: 'number.malformed' }
}

function splitUnit(side: string): { readonly number: string; readonly unit: LengthUnit | null } | null {
  const parts = /^(?<number>[^\p{L}"″]*?)\s*(?<unit>mm|cm|m|inch|in|"|''|″)?\.?\s*$/iu.exec(side)?.groups
  if (parts?.number === undefined) return null
  return { number: parts.number, unit: unitSpellings[(parts.unit ?? '').toLowerCase()] ?? null }
}

function parseLength(number: string, unit: LengthUnit, rules: SizeRules): Reading<TenthsOfMillimetre> {
  const decimals = unitDecimals[unit]
  const toTenths = (value: number) => scaleRounded(value, lengthUnits[unit], 10 ** decimals)
  const longest = rules.max ?? longestSide
  const max = Math.floor((longest * 10 ** decimals) / lengthUnits[unit])
  const reading = parseNumber(number, { language: rules.language, decimals, min: 1, max })
  if (!reading.ok && reading.code === 'number.outOfRange') return { ...reading, params: { min: 1, max: longest } }
  return mapReading(reading, toTenths)
}

function combine(width: Reading<number>, height: Reading<number>): Reading<NamedSize> {
  const [across, down] = [candidates(width), candidates(height)]
  if (!across.ok) return across
  if (!down.ok) return down
  const sizes = across.values.map((side, at) => withName({ width: side, height: down.values[at] ?? side }))
  const [fraction, grouped] = sizes
  if (width.ok && height.ok && fraction)
    return { ok: true, value: fraction, normalised: width.normalised || height.normalised }
  if (!fraction || !grouped) throw new Error('an ambiguous size has two readings')
  return { ok: false, code: 'number.ambiguous', readings: [fraction, grouped] }
}

function candidates(side: Reading<number>): { readonly ok: true; readonly values: readonly [number, number] } | Unread {
  if (side.ok) return { ok: true, values: [side.value, side.value] }
  return side.code === 'number.ambiguous' ? { ok: true, values: side.readings } : side
}

function withName(size: Size): NamedSize {
  return { ...size, name: nameOfSize(size) }
}
