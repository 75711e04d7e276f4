import { pagesOf, sizeOf } from '#shared/catalog/configuration.ts'
import type {
  AreaPrices,
  HourlyPrice,
  OptionSurcharge,
  PriceEntry,
  PriceTable,
  PriceTier,
  SurchargeLevel,
  TierPrices,
} from '#shared/catalog/price-table.ts'
import type { Product } from '#shared/catalog/product.ts'
import { allHold, type Configuration } from '#shared/catalog/product-options.ts'
import { hasText, type LocalText, noText } from '#shared/kernel/local-text.ts'
import { type UnitPrice, unitPriceScale } from '#shared/kernel/money.ts'
import { type Thousandths, thousandthsPerUnit } from '#shared/kernel/quantity.ts'
import { atPrice, type ExactAmount, exact, isLess, nothing, plus, share, times } from './exact-amount.ts'
import type { LineQuantity } from './price-checks.ts'
import type { PriceStepCode, StepParameters } from './price-step.ts'

/** Reads a product's price table: one run of one configuration, before discounts. */
export interface PricedPart {
  readonly code: PriceStepCode
  readonly names: LocalText
  readonly params: StepParameters
  readonly amount: ExactAmount
}

/** One run of one configuration. */
export interface Run {
  readonly quantity: Thousandths
  readonly product: Pick<Product, 'options'>
  readonly configuration: Configuration
  /** 10 to the decimals of the currency. */
  readonly minorScale: bigint
}

export function entryFor(table: PriceTable, configuration: Configuration): PriceEntry | null {
  return table.entries.find((entry) => allHold(entry.conditions, configuration)) ?? null
}

/** How a quantity is printed: each set by itself, or all in one. */
export function runsOf(
  table: PriceTable,
  { sets, each }: LineQuantity,
): { readonly each: Thousandths; readonly runs: number } {
  return table.sets === 'each_a_run' ? { each, runs: sets } : { each: sets * each, runs: 1 }
}

/** Price of the bare run; null when an area is priced and no size is chosen. */
export function basePrice({ way, names }: PriceEntry, run: Run): PricedPart | null {
  const { quantity, minorScale } = run
  switch (way.kind) {
    case 'tiers':
      return { names, ...tierPrice(way, quantity, minorScale) }
    case 'area': {
      const piece = pieceArea(way, run)
      return piece === null ? null : { names, ...areaPrice(way, piece, quantity, minorScale) }
    }
    case 'hourly':
      return { names, ...hourlyPrice(way, quantity, minorScale) }
    case 'unit': {
      const params = { quantity: whole(quantity), price: major(way.price), base: way.price.base }
      const code = way.price.base === 1 ? 'unit' : 'unitPer'
      return { names, code, params, amount: atPrice(BigInt(quantity), way.price, minorScale) }
    }
  }
}

/** The last row that begins at or below a quantity. */
function rowAt<R extends { readonly from: number }>(rows: readonly R[], reaches: (from: number) => boolean): R | null {
  let found: R | null = null
  for (const row of rows) if (reaches(row.from)) found = row
  return found
}

type Part = Omit<PricedPart, 'names'>

function tierPrice({ between, tiers }: TierPrices, run: Thousandths, minorScale: bigint): Part {
  const totalOf = (tier: PriceTier): ExactAmount => atPrice(BigInt(tier.from), tier.price, minorScale)
  const [first] = tiers
  const tier = rowAt(tiers, (from) => from <= run)
  if (first === undefined) return { code: 'tier', params: { quantity: 0 }, amount: nothing }
  // A press is set up for its smallest run whatever is ordered, so that run's price is the least.
  if (tier === null) return { code: 'minimumRun', params: { quantity: whole(first.from) }, amount: totalOf(first) }
  const next = tiers[tiers.indexOf(tier) + 1]
  if (between === 'tier_from' || next === undefined || run === tier.from) {
    return {
      code: 'tier',
      params: { quantity: whole(tier.from) },
      amount: atPrice(BigInt(run), tier.price, minorScale),
    }
  }
  const low = totalOf(tier)
  const climb = times(plus(totalOf(next), times(low, -1n)), BigInt(run - tier.from), BigInt(next.from - tier.from))
  const params = { from: whole(tier.from), to: whole(next.from) }
  return { code: 'between', params, amount: plus(low, climb) }
}

/** Finished area of one piece, but not under the minimum, in squares of a tenth of a millimetre. */
function pieceArea(way: AreaPrices, { product, configuration }: Pick<Run, 'product' | 'configuration'>): bigint | null {
  const size = sizeOf(product, configuration)
  if (size === null) return null
  const area = BigInt(size.width) * BigInt(size.height)
  const least = BigInt(way.minimumArea) * squaresPerThousandth
  return area < least ? least : area
}

/** A square metre holds 10^8 squares of a tenth of a millimetre. */
const squaresPerSquareMetre = 100_000_000n
const squaresPerThousandth = squaresPerSquareMetre / BigInt(thousandthsPerUnit)

function areaPrice(way: AreaPrices, piece: bigint, run: Thousandths, minorScale: bigint): Part {
  // In thousandths of a square of a tenth of a millimetre: pieces come in thousandths too.
  const area = piece * BigInt(run)
  const tier = rowAt(way.tiers, (from) => BigInt(from) * squaresPerSquareMetre <= area)
  const price = tier?.price ?? { amount: 0, base: 1 }
  const amount = times(atPrice(area, price, minorScale), 1n, squaresPerSquareMetre)
  const minimum = exact(way.minimumCharge)
  const params = {
    area: Number(area / squaresPerThousandth / BigInt(thousandthsPerUnit)) / thousandthsPerUnit,
    price: major(price),
  }
  if (isLess(amount, minimum)) return { code: 'areaMinimumCharge', params, amount: minimum }
  return { code: 'area', params, amount }
}

function hourlyPrice({ price, minimum, step }: HourlyPrice, time: Thousandths, minorScale: bigint): Part {
  const begun = Math.ceil(time / step) * step
  const charged = Math.max(begun, minimum)
  const params = { hours: whole(charged), price: major(price) }
  const code = begun < minimum ? 'hoursMinimum' : 'hours'
  return { code, params, amount: atPrice(BigInt(charged), price, minorScale) }
}

/** The surcharges of the chosen options, in the table's order. Percentages are of the base price alone. */
export function surcharges(table: PriceTable, base: ExactAmount, run: Run): readonly PricedPart[] {
  const parts: PricedPart[] = []
  for (const surcharge of table.surcharges) {
    if (!allHold(surcharge.conditions, run.configuration)) continue
    const level = rowAt(surcharge.levels, (from) => from <= run.quantity)
    if (level === null) continue
    const amount = surchargeAmount(level, base, run)
    if (amount.top !== 0n) parts.push({ code: 'option', names: namesOf(surcharge, run), params: {}, amount })
  }
  return parts
}

function surchargeAmount(level: SurchargeLevel, base: ExactAmount, run: Run): ExactAmount {
  const { product, configuration, minorScale } = run
  const pieces = BigInt(run.quantity)
  let amount = exact(level.perRun)
  if (level.percent !== 0) amount = plus(amount, share(base, level.percent))
  if (level.perPiece) amount = plus(amount, atPrice(pieces, level.perPiece, minorScale))
  if (level.perPage) {
    const pages = BigInt(pagesOf(product, configuration) ?? 0)
    amount = plus(amount, atPrice(pieces * pages, level.perPage, minorScale))
  }
  if (level.perSquareMetre) {
    const size = sizeOf(product, configuration)
    const area = size === null ? 0n : BigInt(size.width) * BigInt(size.height)
    amount = plus(amount, times(atPrice(pieces * area, level.perSquareMetre, minorScale), 1n, squaresPerSquareMetre))
  }
  return amount
}

/** A surcharge without a name of its own is called like the choice that brings it. */
function namesOf({ names, conditions }: OptionSurcharge, { product, configuration }: Run): LocalText {
  if (hasText(names)) return names
  const code = conditions[0]?.option
  const option = product.options.find((each) => each.code === code)
  if (option === undefined) return noText
  const choice = configuration[option.code]
  const value = option.kind === 'pages' ? undefined : option.values.find((each) => each.code === choice)
  return value === undefined ? option.names : { ...value.names, ...value.lineNames }
}

/** The quantities at which the price per unit changes, as run quantities. */
export function tierQuantities(
  { way }: PriceEntry,
  configured: Pick<Run, 'product' | 'configuration'>,
): readonly Thousandths[] {
  if (way.kind === 'tiers') return way.tiers.map((tier) => tier.from)
  const piece = way.kind === 'area' ? pieceArea(way, configured) : null
  if (way.kind !== 'area' || piece === null || piece === 0n) return []
  // The first whole piece with which the area of the tier is reached.
  const pieces = (from: number): bigint => (BigInt(from) * squaresPerThousandth + piece - 1n) / piece
  return way.tiers.filter((tier) => tier.from > 0).map((tier) => Number(pieces(tier.from)) * thousandthsPerUnit)
}

function whole(quantity: Thousandths): number {
  return quantity / thousandthsPerUnit
}

/** A price as a plain number, for wording only. */
function major(price: UnitPrice): number {
  return price.amount / unitPriceScale
}
