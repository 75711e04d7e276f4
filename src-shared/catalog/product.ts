import type { Id } from '#shared/kernel/ids.ts'
import type { Language, LocalText } from '#shared/kernel/local-text.ts'
import type { BasisPoints } from '#shared/kernel/percent.ts'
import type { UnitCode } from '#shared/kernel/quantity.ts'
import type { VatLevel } from '#shared/settings/vat-rates.ts'
import type { Barcode } from './barcode.ts'
import type { CategoryId } from './category.ts'
import type { PriceTable } from './price-table.ts'
import type { OptionRule, ProductOption } from './product-options.ts'

export type ProductId = Id<'Product'>

export const productKinds = ['print_product', 'service', 'stock_article'] as const
export type ProductKind = (typeof productKinds)[number]

export const assortments = ['own', 'supplier'] as const
export type Assortment = (typeof assortments)[number]

export const pluralForms = ['one', 'few', 'many', 'other'] as const
export type PluralForm = (typeof pluralForms)[number]

/** How a product is called after a number: "1,000 business cards", "1000 wizytówek". */
export type CountedNames = {
  readonly [L in Language]?: { readonly [F in PluralForm]?: string | undefined } | undefined
}

/** Whose product it is when it is not our own (CAT-02, CAT-25). */
export interface SupplierMark {
  /** As the trade knows the assortment, read on screens and order lines. */
  readonly mark: string
  readonly partyId: string | null
  readonly sku: string | null
}

/** A product with its options and prices: one document. */
export interface Product {
  readonly id: ProductId
  readonly kind: ProductKind
  readonly assortment: Assortment
  readonly supplier: SupplierMark | null
  /** Made for one customer: some actions on an order exist only for these (CAT-24). */
  readonly isPersonalised: boolean
  readonly isStocked: boolean
  readonly sku: string
  readonly barcodes: readonly Barcode[]
  readonly categoryId: CategoryId | null
  readonly unit: UnitCode
  readonly names: LocalText
  readonly countedNames: CountedNames
  readonly descriptions: LocalText
  readonly vatLevel: VatLevel
  readonly imageHash: string | null
  readonly archived: boolean
  readonly options: readonly ProductOption[]
  readonly optionRules: readonly OptionRule[]
  readonly priceTable: PriceTable | null
  /** Discount on this product for everybody (CAT-06). */
  readonly discount: BasisPoints
}

/** What configuring needs of a product. */
export type ConfigurableProduct = Pick<Product, 'options' | 'optionRules'>
