import type { PriceEntry } from '#shared/catalog/price-table.ts'
import { type Currency, currencyExponent } from '#shared/kernel/currency.ts'
import { lineAmount, type MinorUnits, type UnitPrice, unitPriceOfRun, unitPriceScale } from '#shared/kernel/money.ts'
import { type Thousandths, thousandthsPerUnit } from '#shared/kernel/quantity.ts'
import { roundHalfUp, toSafeInteger } from '#shared/kernel/rounding.ts'
import type { PriceOverride } from './price-line-input.ts'

export interface PricedQuantity {
  readonly override: PriceOverride | null
  readonly entry: PriceEntry | null
  readonly total: Thousandths
  readonly amount: MinorUnits
  readonly currency: Currency
}

/** The unit price a line keeps: the one agreed where there is one that gives the amount, else the price of the whole run. */
export function unitPriceOf({ override, entry, total, amount, currency }: PricedQuantity): UnitPrice | null {
  if (override?.kind === 'unit_price') return override.price
  const agreed = entry && agreedPrice(entry, total)
  if (agreed && lineAmount(total, agreed, currency) === amount) return agreed
  if (total % thousandthsPerUnit === 0) return unitPriceOfRun(amount, currency, total / thousandthsPerUnit)
  return priceOfPartUnits(total, amount, currency)
}

function agreedPrice({ way }: PriceEntry, total: Thousandths): UnitPrice | null {
  if (way.kind === 'unit' || way.kind === 'hourly') return way.price
  if (way.kind === 'area' || way.priced === 'run') return null
  return way.tiers.findLast((tier) => tier.from <= total)?.price ?? null
}

/**
 * 1.333 hours have no whole price base of their own: the smallest power of ten whose price gives the amount back. Null for
 * a fortune asked for next to nothing, which no exact price can say.
 */
function priceOfPartUnits(total: Thousandths, amount: MinorUnits, currency: Currency): UnitPrice | null {
  const scale = BigInt(thousandthsPerUnit * (unitPriceScale / 10 ** currencyExponent(currency)))
  for (let base = 1; ; base *= 10) {
    const each = roundHalfUp(BigInt(amount) * BigInt(base) * scale, BigInt(total))
    if (each > BigInt(Number.MAX_SAFE_INTEGER)) return null
    const price = { amount: toSafeInteger(each), base }
    if (lineAmount(total, price, currency) === amount) return price
  }
}
