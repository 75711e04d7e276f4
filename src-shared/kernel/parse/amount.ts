/** Amounts and prices as typed: with or without the currency, `12,-`, and prices for a run (`474 per 500`). */
import { type Currency, currencyExponent, isCurrency } from '../currency.ts'
import { type Language, localeOf } from '../language.ts'
import { largestAmount, type MinorUnits, type UnitPrice, unitPriceDecimals, unitPriceScale } from '../money.ts'
import { normaliseDigits } from './digits.ts'
import { parseNumber } from './number.ts'
import { mapReading, type Reading } from './reading.ts'

export interface AmountRules {
  readonly language: Language
  readonly currency: Currency
  /** Credits and corrections only. */
  readonly negative?: boolean
}

export type MoneyReading<T> =
  | Reading<T>
  | { readonly ok: false; readonly code: 'amount.otherCurrency'; readonly params: { readonly currency: string } }

const symbols: Readonly<Record<string, readonly string[]>> = {
  EUR: ['€', 'euro'],
  GBP: ['£'],
  USD: ['US$', '$'],
  PLN: ['zł', 'zl'],
  CZK: ['Kč'],
  CHF: ['Fr.', 'SFr.'],
  HUF: ['Ft'],
  SEK: ['kr'],
  DKK: ['kr.', 'kr'],
  NOK: ['kr'],
}
const largestBase = 1_000_000_000
// Between price and price base, in the five languages.
const perWords =
  /^(?<price>.*?[\d)\-–—€£$ł])\s*(?:\/|\b(?:per|pro|je|par|pour|les|voor|for|za|na)\b)\s*(?<base>\d.*)$/iu

export function parseAmount(raw: string, rules: AmountRules): MoneyReading<MinorUnits> {
  const bare = withoutCurrency(raw, rules)
  if (bare.other !== null) return { ok: false, code: 'amount.otherCurrency', params: { currency: bare.other } }
  const max = largestAmount
  const decimals = currencyExponent(rules.currency)
  return parseNumber(bare.text, { language: rules.language, decimals, min: rules.negative ? -max : 0, max })
}

/** A price of one, or of a run whose price base is kept. */
export function parseUnitPrice(raw: string, rules: AmountRules): MoneyReading<UnitPrice> {
  const { text, normalised } = normaliseDigits(raw)
  const parts = text.length > 200 ? null : perWords.exec(text.trim())
  const bare = withoutCurrency(parts?.groups?.price ?? raw, rules)
  if (bare.other !== null) return { ok: false, code: 'amount.otherCurrency', params: { currency: bare.other } }
  const max = Number.MAX_SAFE_INTEGER
  const price = parseNumber(bare.text, {
    language: rules.language,
    decimals: unitPriceDecimals,
    min: rules.negative ? -max : 0,
    max,
  })
  const typedBase = parts?.groups?.base
  if (typedBase === undefined) return mapReading(price, (amount) => ({ amount, base: 1 }))
  const base = parseNumber(typedBase, { language: rules.language, decimals: 0, min: 1, max: largestBase })
  if (!base.ok) return base.code === 'number.ambiguous' ? { ok: false, code: 'number.malformed' } : base
  const reading = mapReading(price, (amount) => ({ amount, base: base.value }))
  return reading.ok ? { ...reading, normalised: reading.normalised || normalised } : reading
}

/** Above 10 million a person confirms before it is kept (reliability c 11). */
export function isLargeAmount(amount: MinorUnits, currency: Currency): boolean {
  return Math.abs(amount) > 10_000_000 * 10 ** currencyExponent(currency)
}

/** Above 10 million, or more than ten times the last price: a person confirms (reliability c 11). */
export function isUnusualPrice(price: UnitPrice, last: UnitPrice | null): boolean {
  const exceeds = (limit: UnitPrice, times: number) =>
    BigInt(price.amount) * BigInt(limit.base) > BigInt(limit.amount) * BigInt(times) * BigInt(price.base)
  return (
    BigInt(price.amount) > 10_000_000n * BigInt(unitPriceScale) * BigInt(price.base) ||
    (last !== null && last.amount > 0 && exceeds(last, 10))
  )
}

function withoutCurrency(
  raw: string,
  { language, currency }: AmountRules,
): { readonly text: string; readonly other: string | null } {
  // "12,-" and "12,--": no cents.
  let text = raw
    .slice(0, 200)
    .trim()
    .replace(/(?<=\d)[.,](?:-{1,2}|[–—])(?=\D*$)/u, '')
  for (const sign of [platformSymbol(language, currency), ...(symbols[currency] ?? []), currency]) {
    const at = text.toLowerCase().indexOf(sign.toLowerCase())
    if (at === -1) continue
    text = text.slice(0, at) + text.slice(at + sign.length)
    break
  }
  const letters = /[\p{L}\p{Sc}][\p{L}\p{Sc}.]*/u.exec(text)?.[0] ?? ''
  const named = Object.entries(symbols).find(([, signs]) =>
    signs.some((sign) => sign.toLowerCase() === letters.toLowerCase()),
  )?.[0]
  const other = named ?? (isCurrency(letters.toUpperCase()) ? letters.toUpperCase() : null)
  return { text: text.trim(), other }
}

/** What the platform writes beside amounts: `£GB` in French. */
function platformSymbol(language: Language, currency: Currency): string {
  const parts = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}
