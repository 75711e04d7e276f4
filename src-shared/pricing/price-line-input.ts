import type { Product } from '#shared/catalog/product.ts'
import type { Configuration } from '#shared/catalog/product-options.ts'
import type { Currency } from '#shared/kernel/currency.ts'
import type { LocalText } from '#shared/kernel/local-text.ts'
import type { MinorUnits, UnitPrice } from '#shared/kernel/money.ts'
import type { BasisPoints } from '#shared/kernel/percent.ts'
import type { LineQuantity } from './price-checks.ts'

/** All that decides the price of a line. */
export interface PriceLineInput {
  readonly product: Pick<Product, 'options' | 'priceTable' | 'unit'>
  readonly configuration: Configuration
  readonly quantity: LineQuantity
  /** Of the document; a price table in another currency is refused. */
  readonly currency: Currency
  /** The document's prices include VAT; a table that says otherwise is converted at `vatRate`. */
  readonly includesVat: boolean
  readonly vatRate: BasisPoints
  readonly productDiscount: BasisPoints
  readonly customerDiscount: CustomerDiscount | null
  readonly rounding: PriceRounding | null
  readonly rush: RushSurcharge | null
  readonly override: PriceOverride | null
  /** What this customer, or else anybody, last paid for a unit of it; null: never sold. */
  readonly lastUnitPrice: UnitPrice | null
}

export interface CustomerDiscount {
  readonly rate: BasisPoints
  /** Of the agreement or customer group it comes from; empty: the customer's own. */
  readonly names: LocalText
}

/** The price after discounts, to a multiple of `to`. */
export interface PriceRounding {
  readonly to: MinorUnits
  readonly direction: 'up' | 'down' | 'nearest'
}

/** For an earlier day, on the price after rounding. */
export type RushSurcharge =
  | { readonly kind: 'percent'; readonly rate: BasisPoints }
  | { readonly kind: 'amount'; readonly amount: MinorUnits }

/** A price set by hand (CAT-13), including VAT or not as the document's prices do. */
export type PriceOverride =
  | { readonly kind: 'unit_price'; readonly price: UnitPrice; readonly reason: string | null }
  | { readonly kind: 'amount'; readonly amount: MinorUnits; readonly reason: string | null }
  | { readonly kind: 'discount'; readonly rate: BasisPoints; readonly reason: string }
