import { completeConfiguration } from '#shared/catalog/configuration.ts'
import type { PriceTable, PriceWay } from '#shared/catalog/price-table.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Configuration } from '#shared/catalog/product-options.ts'
import type { UnitPrice } from '#shared/kernel/money.ts'
import { wholeQuantity } from '#shared/kernel/quantity.ts'
import type { PricedLine } from '#shared/pricing/price-line.ts'
import { priceLine } from '#shared/pricing/price-line.ts'
import type { PriceLineInput } from '#shared/pricing/price-line-input.ts'
import { businessCards, euroTable } from '#tests/catalog/sample-products.ts'

/** A line of a product with its defaults, at the list price. */
export function line(
  product: Product,
  pieces: number,
  chosen: Configuration = {},
  more: Partial<PriceLineInput> = {},
): PriceLineInput {
  return {
    product,
    configuration: completeConfiguration(product, chosen),
    quantity: { sets: 1, each: wholeQuantity(pieces) },
    currency: 'EUR',
    includesVat: false,
    vatRate: 2100,
    productDiscount: 0,
    customerDiscount: null,
    rounding: null,
    rush: null,
    override: null,
    lastUnitPrice: null,
    ...more,
  }
}

export function priced(input: PriceLineInput): PricedLine {
  const result = priceLine(input)
  if (!result.ok) throw new Error(`no price: ${result.refusal.code}`)
  return result.value
}

export function refusalOf(input: PriceLineInput): string | null {
  const result = priceLine(input)
  return result.ok ? null : result.refusal.code
}

/** "tier 52.00", "= netPrice 49.40": the reasons as a list people can compare. */
export function reasons({ steps }: Pick<PricedLine, 'steps'>): readonly string[] {
  return steps.map(({ kind, code, amount }) => `${kind === 'subtotal' ? '= ' : ''}${code} ${(amount / 100).toFixed(2)}`)
}

/** 0.075 for one is `each(0.075)`. */
export function each(price: number, base = 1): UnitPrice {
  return { amount: Math.round(price * 1_000_000), base }
}

/** The sample cards sold another way. */
export function soldBy(way: PriceWay, table: Partial<PriceTable> = {}, product: Partial<Product> = {}): Product {
  return {
    ...businessCards,
    priceTable: { ...euroTable, entries: [{ names: {}, conditions: [], way }], ...table },
    ...product,
  }
}
