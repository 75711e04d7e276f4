import { type DocumentOf, documentEntity, free, type WrittenBy } from '#shared/kernel/change/entity.ts'
import type { LocalText } from '#shared/kernel/local-text.ts'
import type { BasisPoints } from '#shared/kernel/percent.ts'
import type { UnitCode } from '#shared/kernel/quantity.ts'
import { defaultVatLevel, type VatLevel } from '#shared/settings/vat-rates.ts'
import type { Barcode } from './barcode.ts'
import type { CategoryId } from './category.ts'
import type { PriceTable } from './price-table.ts'
import type { Assortment, CountedNames, Product, ProductId, ProductKind, SupplierMark } from './product.ts'
import type { OptionRule, ProductOption } from './product-options.ts'

const productWriters: WrittenBy = {
  'product.add': ['product.add'],
  'product.change': ['product.change'],
  'product.archive': ['product.archive'],
  'finding.resolve': ['product.change'],
}

/** One product with its options and prices (W20). Options and the rules between them only make sense together. */
export const productEntity = documentEntity('product', productWriters, {
  kind: free<ProductKind>('print_product'),
  assortment: free<Assortment>('own'),
  supplier: free<SupplierMark | null>(null, { composite: true }),
  isPersonalised: free(true),
  isStocked: free(false),
  sku: free(''),
  barcodes: free<readonly Barcode[]>([]),
  categoryId: free<CategoryId | null>(null),
  unit: free<UnitCode>('C62', { important: true }),
  names: free<LocalText>({}, { important: true }),
  countedNames: free<CountedNames>({}),
  descriptions: free<LocalText>({}),
  vatLevel: free<VatLevel>(defaultVatLevel, { important: true }),
  imageHash: free<string | null>(null),
  archived: free(false),
  makeUp: free<{ readonly options: readonly ProductOption[]; readonly rules: readonly OptionRule[] }>(
    { options: [], rules: [] },
    { composite: true, important: true },
  ),
  priceTable: free<PriceTable | null>(null, { composite: true, important: true }),
  discount: free<BasisPoints>(0, { important: true }),
})

const categoryWriters: WrittenBy = { 'category.put': ['category.put'], 'finding.resolve': ['category.put'] }

export const categoryEntity = documentEntity('category', categoryWriters, {
  parentId: free<CategoryId | null>(null),
  names: free<LocalText>({}, { important: true }),
  position: free(''),
  archived: free(false),
})

/** The folded document as the domain knows a product. */
export function productOf({ makeUp, ...document }: DocumentOf<typeof productEntity>, id: ProductId): Product {
  return { id, ...document, options: makeUp.options, optionRules: makeUp.rules }
}

/** A product as the document keeps it. */
export function productFields({ id: _, options, optionRules, ...product }: Product) {
  return { ...product, makeUp: { options, rules: optionRules } }
}
