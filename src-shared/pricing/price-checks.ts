import { type Currency, currencyExponent } from '#shared/kernel/currency.ts'
import { compareUnitPrices, type MinorUnits, type UnitPrice } from '#shared/kernel/money.ts'
import { type BasisPoints, wholeInBasisPoints } from '#shared/kernel/percent.ts'
import { type Thousandths, thousandthsPerUnit, type UnitCode, unitDecimals } from '#shared/kernel/quantity.ts'
import { accepted, type RefusalParameter, type Result, refused } from '#shared/kernel/result.ts'

/** Allowed, but somebody must say so first: confirm what looks like a slip, or hold the right. */
export interface PriceWarning {
  readonly code: 'price.aboveTenMillion' | 'price.above10xLast' | 'price.givenFree'
  readonly params: Readonly<Record<string, RefusalParameter>>
  readonly needs: 'confirmation' | 'right'
}

/** The grant to give a whole line or document away by hand. */
export const fullDiscountRight = 'discount.full'

/** No line may come to more: with six decimals its unit price would leave the exact integers. */
const largestLine = 9_000_000_000
export function largestLineAmount(currency: Currency): MinorUnits {
  return largestLine * 10 ** currencyExponent(currency)
}

export const largestQuantity = 999_999_999
export const mostSets = 9_999

const confirmedAbove = 10_000_000
const suspiciousFactor = 10

export interface LineQuantity {
  /** Versions, names, artworks: 3 x 500 cards are three sets of 500. */
  readonly sets: number
  readonly each: Thousandths
}

/** Refuses a quantity nobody can make; less than nothing is only ever credited. */
export function checkQuantity({ sets, each }: LineQuantity, unit: UnitCode): Result<Thousandths> {
  if (!Number.isInteger(sets) || sets < 1 || sets > mostSets) return refused('quantity.sets', { max: mostSets })
  if (!Number.isSafeInteger(each) || each <= 0) return refused('quantity.notPositive')
  const total = sets * each
  if (total > largestQuantity * thousandthsPerUnit) return refused('quantity.tooLarge', { max: largestQuantity })
  const decimals = unitDecimals[unit]
  if (each % 10 ** (3 - decimals) !== 0) return refused('quantity.decimals', { unit, decimals })
  return accepted(total)
}

/** Between nothing and the whole; a surcharge is never written as a negative discount. */
export function checkDiscount(rate: BasisPoints): Result<BasisPoints> {
  if (!Number.isInteger(rate) || rate < 0) return refused('discount.negative')
  return rate > wholeInBasisPoints ? refused('discount.aboveWhole') : accepted(rate)
}

export interface PriceToCheck {
  readonly amount: MinorUnits
  readonly unitPrice: UnitPrice
  readonly currency: Currency
  /** What this customer, or else anybody, last paid for a unit of it; null: never sold. */
  readonly last: UnitPrice | null
  /** The price came to nothing because somebody made it so, not the price list. */
  readonly isGivenFree: boolean
}

export function priceWarnings({
  amount,
  unitPrice,
  currency,
  last,
  isGivenFree,
}: PriceToCheck): readonly PriceWarning[] {
  const warnings: PriceWarning[] = []
  if (amount > confirmedAbove * 10 ** currencyExponent(currency)) {
    warnings.push({ code: 'price.aboveTenMillion', params: { amount, currency }, needs: 'confirmation' })
  }
  if (last !== null && last.amount > 0 && isAboveTenfold(unitPrice, last)) {
    warnings.push({ code: 'price.above10xLast', params: { factor: suspiciousFactor }, needs: 'confirmation' })
  }
  if (isGivenFree) warnings.push({ code: 'price.givenFree', params: {}, needs: 'right' })
  return warnings
}

function isAboveTenfold(price: UnitPrice, last: UnitPrice): boolean {
  return compareUnitPrices(price, { amount: last.amount * suspiciousFactor, base: last.base }) > 0
}
