import type { PriceEntry, PriceTable } from '#shared/catalog/price-table.ts'
import { currencyExponent } from '#shared/kernel/currency.ts'
import { noText } from '#shared/kernel/local-text.ts'
import type { MinorUnits, UnitPrice } from '#shared/kernel/money.ts'
import { type BasisPoints, wholeInBasisPoints } from '#shared/kernel/percent.ts'
import { type Thousandths, thousandthsPerUnit } from '#shared/kernel/quantity.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { exact, share, times } from './exact-amount.ts'
import {
  checkDiscount,
  checkQuantity,
  type LineQuantity,
  largestLineAmount,
  type PriceWarning,
  priceWarnings,
} from './price-checks.ts'
import type { PriceLineInput, PriceRounding } from './price-line-input.ts'
import { applyOverride } from './price-override.ts'
import type { PriceStep } from './price-step.ts'
import { basePrice, entryFor, type Run, runsOf, surcharges, tierQuantities } from './price-table.ts'
import { StepList } from './step-list.ts'
import { unitPriceOf } from './unit-price-of-line.ts'

/** Prices one line and says why (product.md 16): the same on the screen at every key and in the command that saves it. */
export interface PricedLine {
  readonly steps: readonly PriceStep[]
  /** Before discounts, as the price table has it; null when the price was only set by hand. */
  readonly listAmount: MinorUnits | null
  /** Of the whole line: net, or gross where the document's prices include VAT. */
  readonly amount: MinorUnits
  readonly includesVat: boolean
  /** Quantity times this, rounded once, is `amount`; a price for the run stays one: 474.00 per 500. */
  readonly unitPrice: UnitPrice
  readonly nextTier: NextTier | null
  readonly warnings: readonly PriceWarning[]
  /** Day of the price list. */
  readonly pricedOn: string | null
}

export interface NextTier {
  /** Of one set. */
  readonly each: Thousandths
  readonly amount: MinorUnits
  readonly unitPrice: UnitPrice
  /** More pieces for the same money or less: worth telling the customer. */
  readonly costsNoMore: boolean
}

export interface TierPrice {
  /** Of one set. */
  readonly each: Thousandths
  readonly amount: MinorUnits
  readonly unitPrice: UnitPrice
  readonly isChosen: boolean
}

export function priceLine(input: PriceLineInput): Result<PricedLine> {
  const priced = priceAt(input, input.quantity)
  if (!priced.ok) return priced
  return accepted({ ...priced.value, nextTier: nextTier(input, priced.value.amount) })
}

/** The tier strip: what each tier costs with the present options and discounts, whatever was set by hand. */
export function tierPrices(input: PriceLineInput): readonly TierPrice[] {
  return tiersOf(input).flatMap((each) => {
    const priced = priceAt(byList(input), { ...input.quantity, each })
    if (!priced.ok) return []
    const { amount, unitPrice } = priced.value
    return [{ each, amount, unitPrice, isChosen: each === input.quantity.each }]
  })
}

/** Quantities of one set at which the unit price changes. Several sets in one run reach a tier together. */
function tiersOf({ product, configuration, quantity }: PriceLineInput): readonly Thousandths[] {
  const table = product.priceTable
  const entry = table && entryFor(table, configuration)
  if (!entry) return []
  const setsInRun = table.sets === 'one_run' ? quantity.sets : 1
  return tierQuantities(entry, { product, configuration }).map((run) =>
    setsInRun === 1 ? run : Math.ceil(run / setsInRun / thousandthsPerUnit) * thousandthsPerUnit,
  )
}

function byList(input: PriceLineInput): PriceLineInput {
  return { ...input, override: null, lastUnitPrice: null }
}

function nextTier(input: PriceLineInput, present: MinorUnits): NextTier | null {
  const each = tiersOf(input).find((tier) => tier > input.quantity.each)
  if (each === undefined) return null
  const priced = priceAt(byList(input), { ...input.quantity, each })
  if (!priced.ok) return null
  const { amount, unitPrice } = priced.value
  return { each, amount, unitPrice, costsNoMore: amount <= present }
}

function priceAt(input: PriceLineInput, quantity: LineQuantity): Result<Omit<PricedLine, 'nextTier'>> {
  const total = checkQuantity(quantity, input.product.unit)
  if (!total.ok) return total
  const { currency, includesVat, override } = input
  const table = input.product.priceTable
  const entry = table && entryFor(table, input.configuration)
  const steps = new StepList(largestLineAmount(currency))
  const list = table && entry ? priceByTable(input, table, entry, quantity, steps) : null
  if (list?.ok === false) return list
  const byRules = steps.amount
  const byHand = applyOverride(override, list !== null, total.value, currency, steps)
  if (!byHand.ok) return byHand
  if (steps.isTooLarge) return refused('price.tooLarge')
  steps.subtotal(includesVat ? 'grossPrice' : 'netPrice')
  const { amount } = steps
  const unitPrice = unitPriceOf({ override, entry, total: total.value, amount, currency })
  if (unitPrice === null) return refused('price.tooLarge')
  return accepted({
    steps: steps.steps,
    listAmount: list === null ? null : list.value,
    amount,
    includesVat,
    unitPrice,
    warnings: priceWarnings({
      amount,
      unitPrice,
      currency,
      last: input.lastUnitPrice,
      isGivenFree: override !== null && amount === 0 && (list === null || byRules > 0),
    }),
    pricedOn: table?.datedOn ?? null,
  })
}

/** Runs the rules of the list into `steps`; answers the list price. */
function priceByTable(
  input: PriceLineInput,
  table: PriceTable,
  entry: PriceEntry,
  quantity: LineQuantity,
  steps: StepList,
): Result<MinorUnits> {
  const { product, configuration, currency } = input
  if (table.currency !== currency) return refused('price.otherCurrency', { list: table.currency, currency })
  const { each, runs } = runsOf(table, quantity)
  const run: Run = { quantity: each, product, configuration, minorScale: 10n ** BigInt(currencyExponent(currency)) }
  const base = basePrice(entry, run)
  if (base === null) return refused('price.withoutSize')
  steps.add(base.code, base.amount, base.params, base.names)
  for (const part of surcharges(table, base.amount, run)) {
    steps.add(part.code, part.amount, part.params, part.names)
  }
  steps.notBelowZero()
  steps.scale('sets', BigInt(runs), 1n, { count: runs - 1, quantity: each / thousandthsPerUnit })
  const extra = quantity.sets - 1
  if (extra > 0 && table.extraSet > 0) {
    steps.add('extraSets', times(exact(table.extraSet), BigInt(extra)), { count: extra })
  }
  const listAmount = steps.amount
  const listEnd = steps.steps.length
  const refusal = afterList(input, table.includesVat, steps)
  if (refusal) return refusal
  if (steps.steps.length > listEnd) steps.subtotal('listPrice', listAmount, listEnd)
  return accepted(listAmount)
}

/** Discounts, one after the other on what is left so that together they never pass the whole; then VAT, rounding, rush. */
function afterList(input: PriceLineInput, listIncludesVat: boolean, steps: StepList): Result<never> | null {
  const { productDiscount, customerDiscount, rounding, rush } = input
  for (const rate of [productDiscount, customerDiscount?.rate ?? 0]) {
    const checked = checkDiscount(rate)
    if (!checked.ok) return checked
  }
  if (rounding && !(Number.isSafeInteger(rounding.to) && rounding.to > 0)) return refused('rounding.step')
  if (rush && (rush.kind === 'percent' ? rush.rate : rush.amount) < 0) return refused('rush.negative')
  steps.discount('productDiscount', productDiscount, {})
  if (customerDiscount) steps.discount('customerDiscount', customerDiscount.rate, {}, customerDiscount.names)
  if (listIncludesVat !== input.includesVat) convertVat(input.vatRate, listIncludesVat, steps)
  if (rounding) roundPrice(rounding, currencyExponent(input.currency), steps)
  if (rush?.kind === 'percent') {
    steps.add('rushPercent', share(exact(steps.amount), rush.rate), { percent: rush.rate / 100 }, noText)
  } else if (rush) {
    steps.add('rush', exact(rush.amount), {}, noText)
  }
  return null
}

function convertVat(rate: BasisPoints, takeOut: boolean, steps: StepList): void {
  const whole = BigInt(wholeInBasisPoints)
  const withVat = BigInt(wholeInBasisPoints + rate)
  const params = { percent: rate / 100 }
  if (takeOut) steps.scale('vatTakenOut', whole, withVat, params)
  else steps.scale('vatAdded', withVat, whole, params)
}

function roundPrice({ to, direction }: PriceRounding, exponent: number, steps: StepList): void {
  const over = steps.amount % to
  if (over === 0) return
  const isUp = direction === 'up' || (direction === 'nearest' && over * 2 >= to)
  const amount = steps.amount - over + (isUp ? to : 0)
  steps.settle(isUp ? 'roundedUp' : 'roundedDown', amount, { to: to / 10 ** exponent })
}
