import type { Currency } from '#shared/kernel/currency.ts'
import { lineAmount, lineAmountFits } from '#shared/kernel/money.ts'
import type { Thousandths } from '#shared/kernel/quantity.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { checkDiscount } from './price-checks.ts'
import type { PriceOverride } from './price-line-input.ts'
import type { StepList } from './step-list.ts'

/** The last word of a person over the rules (CAT-13): a price of their own, or a discount on what the rules came to. */
export function applyOverride(
  override: PriceOverride | null,
  hasListPrice: boolean,
  total: Thousandths,
  currency: Currency,
  steps: StepList,
): Result<null> {
  if (override?.kind === 'discount') {
    if (!hasListPrice) return refused('price.missing')
    const rate = checkDiscount(override.rate)
    if (!rate.ok) return rate
    if (override.reason.trim() === '') return refused('discount.withoutReason')
    steps.discount('handDiscount', override.rate, { reason: override.reason })
    return accepted(null)
  }
  if (override === null) return hasListPrice ? accepted(null) : refused('price.missing')
  const code = hasListPrice ? 'override' : 'byHand'
  if (override.kind === 'amount') {
    if (override.amount < 0) return refused('price.negative')
    steps.settle(code, override.amount, {})
    return accepted(null)
  }
  const { price } = override
  if (price.amount < 0) return refused('price.negative')
  if (!lineAmountFits(total, price, currency)) return refused('price.tooLarge')
  steps.settle(code, lineAmount(total, price, currency), {})
  return accepted(null)
}
