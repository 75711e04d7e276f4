/**
 * Amounts and unit prices (write-path "Values"). An amount is an integer of minor units beside its document's currency; a
 * unit price has six decimals and a price base quantity, so that 474.00 per 500 is kept as it was agreed. No floats.
 */
import { type Currency, currencyExponent } from './currency.ts'
import { type BasisPoints, percentageOf, wholeInBasisPoints } from './percent.ts'
import { type Thousandths, thousandthsPerUnit } from './quantity.ts'
import { roundHalfUp, scaleRounded, toSafeInteger } from './rounding.ts'

/** 12.34 EUR is 1234. */
export type MinorUnits = number

/** The largest amount a person or a script may give: hundreds of them still sum exactly. */
export const largestAmount: MinorUnits = 10_000_000_000_000

/** A price or cost with six decimals: 0.075 is 75 000. */
export type ScaledPrice = number

export const unitPriceScale = 1_000_000
export const unitPriceDecimals = 6

export interface UnitPrice {
  /** Price of `base` units, six decimals. */
  readonly amount: ScaledPrice
  /** Price base quantity: a whole number of units, 1 or more. */
  readonly base: number
}

export interface LineReductions {
  /** Discounts in percent, each taken from what the one before left. */
  readonly percentOff?: readonly BasisPoints[]
  /** Discount as an amount, taken last. */
  readonly amountOff?: MinorUnits
}

/** Quantity x unit price - discounts, rounded once. A negative quantity (credit) gives the negative of the positive. */
export function lineAmount(
  quantity: Thousandths,
  price: UnitPrice,
  currency: Currency,
  reductions: LineReductions = {},
): MinorUnits {
  let top = BigInt(quantity) * BigInt(price.amount) * 10n ** BigInt(currencyExponent(currency))
  let bottom = BigInt(thousandthsPerUnit) * BigInt(unitPriceScale) * BigInt(price.base)
  for (const off of reductions.percentOff ?? []) {
    top *= BigInt(wholeInBasisPoints - off)
    bottom *= BigInt(wholeInBasisPoints)
  }
  top -= BigInt(reductions.amountOff ?? 0) * bottom
  return toSafeInteger(roundHalfUp(top, bottom))
}

/** Whether the line amount can be kept at all; asked before `lineAmount` where people type freely (reliability c 10, 11). */
export function lineAmountFits(quantity: Thousandths, price: UnitPrice, currency: Currency): boolean {
  const top = BigInt(quantity) * BigInt(price.amount) * 10n ** BigInt(currencyExponent(currency))
  const rounded = roundHalfUp(top, BigInt(thousandthsPerUnit) * BigInt(unitPriceScale) * BigInt(price.base))
  return rounded <= BigInt(Number.MAX_SAFE_INTEGER) && rounded >= BigInt(Number.MIN_SAFE_INTEGER)
}

/** A price for the whole run kept as such: 474.00 for 500 pieces is { 474.00, base 500 }. */
export function unitPriceOfRun(total: MinorUnits, currency: Currency, base: number): UnitPrice {
  if (!Number.isSafeInteger(base) || base < 1) throw new RangeError(`price base ${base} is not a whole number of units`)
  return { amount: scaledFromMinor(total, currency), base }
}

export function scaledFromMinor(amount: MinorUnits, currency: Currency): ScaledPrice {
  return scaleRounded(amount, unitPriceScale, 10 ** currencyExponent(currency))
}

export function minorFromScaled(amount: ScaledPrice, currency: Currency): MinorUnits {
  return scaleRounded(amount, 10 ** currencyExponent(currency), unitPriceScale)
}

/** The price of one unit with six decimals: for showing and comparing, never for computing a line. */
export function eachPrice(price: UnitPrice): ScaledPrice {
  return scaleRounded(price.amount, 1, price.base)
}

/** Exact order of two unit prices, whatever their bases: negative when `a` is the lower. */
export function compareUnitPrices(a: UnitPrice, b: UnitPrice): number {
  const difference = BigInt(a.amount) * BigInt(b.base) - BigInt(b.amount) * BigInt(a.base)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** VAT on a net sum (the sum of the rounded lines of one rate and category). */
export function vatOnNet(net: MinorUnits, rate: BasisPoints): MinorUnits {
  return percentageOf(net, rate)
}

/** VAT contained in a gross sum of one rate, where prices include it. */
export function vatOutOfGross(gross: MinorUnits, rate: BasisPoints): MinorUnits {
  return scaleRounded(gross, rate, wholeInBasisPoints + rate)
}

/** What cash rounding adds or takes (406.56 to 5 cents: -1), to be shown as its own line. */
export function cashRounding(amount: MinorUnits, step: MinorUnits): MinorUnits {
  return scaleRounded(amount, 1, step) * step - amount
}

/** Adds amounts; leaving the safe range is a bug. */
export function sumOf(amounts: Iterable<number>): number {
  let sum = 0n
  for (const amount of amounts) sum += BigInt(amount)
  return toSafeInteger(sum)
}
