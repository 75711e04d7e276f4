import { availableValues, completeConfiguration, configurationProblems } from '#shared/catalog/configuration.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Choice, Configuration, ProductOption } from '#shared/catalog/product-options.ts'
import { thousandthsPerUnit } from '#shared/kernel/quantity.ts'
import type { FieldProblem, Refusal } from '#shared/kernel/result.ts'
import type { LineQuantity } from '#shared/pricing/price-checks.ts'
import { type PricedLine, priceLine, type TierPrice, tierPrices } from '#shared/pricing/price-line.ts'
import type { PriceLineInput } from '#shared/pricing/price-line-input.ts'

/** What somebody tries out: choices by option and a quantity, over whatever the product is by now. */
export interface TrialChoice {
  readonly chosen: Configuration
  readonly quantity: LineQuantity | null
}

export interface PriceTrial {
  readonly configuration: Configuration
  readonly quantity: LineQuantity
  readonly priced: PricedLine | null
  readonly refusal: Refusal | null
  /** Choices that cannot stand beside each other. */
  readonly problems: readonly FieldProblem[]
  readonly tiers: readonly TierPrice[]
}

/** Prices a configuration by the product's own table, before any customer's terms: the same rules as on an order (CAT-04). */
export function tryPrice(product: Product, { chosen, quantity: wanted }: TrialChoice): PriceTrial {
  const configuration = completeConfiguration(product, stillThere(product.options, chosen))
  const quantity = wanted ?? firstQuantity(product)
  const input: PriceLineInput = {
    product,
    configuration,
    quantity,
    currency: product.priceTable?.currency ?? 'EUR',
    includesVat: product.priceTable?.includesVat ?? false,
    vatRate: 0,
    productDiscount: product.discount,
    customerDiscount: null,
    rounding: null,
    rush: null,
    override: null,
    lastUnitPrice: null,
  }
  const priced = priceLine(input)
  return {
    configuration,
    quantity,
    priced: priced.ok ? priced.value : null,
    refusal: priced.ok ? null : priced.refusal,
    problems: configurationProblems(product, configuration),
    tiers: tierPrices(input),
  }
}

/** Options and values come and go while somebody edits them. */
function stillThere(options: readonly ProductOption[], chosen: Configuration): Configuration {
  const known = Object.entries(chosen).filter(([code, choice]) => {
    const option = options.find((each) => each.code === code)
    return option !== undefined && isKnown(option, choice)
  })
  return Object.fromEntries(known)
}

function isKnown(option: ProductOption, choice: Choice): boolean {
  if (option.kind === 'pages') return typeof choice === 'number'
  if (typeof choice === 'object') return option.kind === 'size' && option.free !== null
  return option.values.some(({ code }) => code === choice)
}

/** The middle of the first price column says most; a single unit where there are no tiers. */
function firstQuantity({ priceTable }: Product): LineQuantity {
  const tiers = priceTable?.entries.flatMap(({ way }) => (way.kind === 'tiers' ? [way.tiers] : []))[0]
  return { sets: 1, each: tiers?.[Math.floor(tiers.length / 2)]?.from ?? thousandthsPerUnit }
}

/** The values of an option for a choice: those that do not go with the rest cannot be taken. */
export function trialValues(product: Product, configuration: Configuration, option: ProductOption) {
  return availableValues(product, configuration, option)
}
