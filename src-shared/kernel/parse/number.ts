/**
 * Numbers as people type them (reliability c 8, 9). Separators are judged by their places first and by the language second,
 * so `1.234,56` and `1,234.56` are the same number everywhere. One separator before exactly three digits is a fraction only
 * if the language writes fractions so and the field has room for three decimals; otherwise the person is asked.
 */
import type { Language } from '../language.ts'
import { roundHalfUp } from '../rounding.ts'
import { normaliseDigits } from './digits.ts'
import type { Reading, Unread } from './reading.ts'

export interface NumberRules {
  readonly language: Language
  /** Decimals the field keeps; the value is an integer scaled by them. */
  readonly decimals: number
  /** Smallest and largest scaled value. */
  readonly min: number
  readonly max: number
}

interface Decimal {
  readonly negative: boolean
  readonly whole: string
  readonly fraction: string
}

interface Split {
  readonly fraction: Decimal
  /** The other reading of a lone separator, with the separator that was typed. */
  readonly grouped?: Decimal
  readonly separator?: string
}

// Far beyond any number that fits, near enough to keep a pasted megabyte away from BigInt.
const longestNumber = 60
const groupSpace = "[ \\u00A0\\u2009\\u202F'\\u2019]"
const spaced = new RegExp(`^\\d{1,3}(?:${groupSpace}\\d{3})+(?:[.,]\\d*)?$`, 'u')
const anyGroupSpace = new RegExp(groupSpace, 'gu')

export function parseNumber(raw: string, rules: NumberRules): Reading<number> {
  const { text, normalised } = normaliseDigits(
    raw.length > longestNumber ? raw.trim().slice(0, longestNumber + 1) : raw,
  )
  const trimmed = text.trim()
  if (trimmed === '') return { ok: false, code: 'number.missing' }
  const split = trimmed.length > longestNumber ? null : splitNumber(trimmed)
  if (!split) return { ok: false, code: 'number.malformed' }
  const fraction = within(split.fraction, rules)
  if (!split.grouped) return settle(fraction, normalised || isMinusZero(split.fraction))

  const grouped = within(split.grouped, rules)
  if (rules.decimals === 0) return settle(grouped, normalised)
  const hasRoom = rules.decimals >= split.fraction.fraction.length
  if (hasRoom && split.separator === decimalSeparator(rules.language)) return settle(fraction, normalised)
  const rounded = scaled(split.fraction, rules.decimals)
  if (typeof grouped !== 'number') return settle(fraction, normalised)
  if (rounded < BigInt(rules.min) || rounded > BigInt(rules.max)) return settle(grouped, normalised)
  return { ok: false, code: 'number.ambiguous', readings: [Number(rounded), grouped] }
}

export function decimalSeparator(language: Language): '.' | ',' {
  return language === 'en' ? '.' : ','
}

function settle(outcome: number | Unread, normalised: boolean): Reading<number> {
  return typeof outcome === 'number' ? { ok: true, value: outcome, normalised } : outcome
}

function splitNumber(text: string): Split | null {
  const signed = /^(?<sign>[-\u2212\u2013]?)\s*(?<body>\S.*)$/u.exec(text)
  let body = signed?.groups?.body ?? ''
  const negative = (signed?.groups?.sign ?? '') !== ''
  const isSpaced = spaced.test(body)
  if (isSpaced) body = body.replace(anyGroupSpace, '')
  if (!/^[\d.,]*\d[\d.,]*$/u.test(body)) return null

  const decimal = (whole: string, fraction: string): Decimal => ({ negative, whole, fraction })
  const separators = body.replace(/\d/gu, '')
  const last = separators.at(-1)
  if (last === undefined) return { fraction: decimal(body, '') }
  const cut = body.lastIndexOf(last)
  const [before, after] = [body.slice(0, cut), body.slice(cut + 1)]
  if (separators.length === 1) {
    const fraction = decimal(before, after)
    const looksGrouped = !isSpaced && after.length === 3 && /^[1-9]\d{0,2}$/u.test(before)
    return looksGrouped ? { fraction, grouped: decimal(before + after, ''), separator: last } : { fraction }
  }
  // Several of one kind are thousands; of two kinds the last one stands once and starts the fraction.
  const other = last === '.' ? ',' : '.'
  if (!separators.includes(other))
    return isGrouped(body, last) ? { fraction: decimal(body.replaceAll(last, ''), '') } : null
  if (before.includes(last) || !isGrouped(before, other)) return null
  return { fraction: decimal(before.replaceAll(other, ''), after) }
}

function isGrouped(digits: string, separator: string): boolean {
  const [head = '', ...groups] = digits.split(separator)
  return /^\d{1,3}$/u.test(head) && groups.length > 0 && groups.every((group) => /^\d{3}$/u.test(group))
}

function isMinusZero(number: Decimal): boolean {
  return number.negative && /^0*$/u.test(number.whole + number.fraction)
}

/** The exact scaled value, or why it cannot be kept. */
function within(number: Decimal, rules: NumberRules): number | Unread {
  if (number.fraction.replace(/0+$/u, '').length > rules.decimals) {
    return { ok: false, code: 'number.tooManyDecimals', params: { decimals: rules.decimals } }
  }
  const value = scaled(number, rules.decimals)
  if (value < BigInt(rules.min) || value > BigInt(rules.max)) {
    return { ok: false, code: 'number.outOfRange', params: { min: rules.min, max: rules.max } }
  }
  return Number(value)
}

function scaled(number: Decimal, decimals: number): bigint {
  const size = BigInt(`0${number.whole}${number.fraction}`) * 10n ** BigInt(decimals)
  return roundHalfUp(number.negative ? -size : size, 10n ** BigInt(number.fraction.length))
}
