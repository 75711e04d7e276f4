import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { barcodeKey } from '#shared/catalog/barcode.ts'
import type { PriceTable } from '#shared/catalog/price-table.ts'
import { categoryEntity, productEntity } from '#shared/catalog/replication.ts'
import { type LocalText, languages, textIn } from '#shared/kernel/local-text.ts'
import { minorFromScaled } from '#shared/kernel/money.ts'
import { fold } from '#shared/kernel/text.ts'
import { categories, productBarcodes, productSearch, products } from './tables.ts'

export const productProjection = projection({
  entity: productEntity,
  tables: [products, productBarcodes, ...productSearch.tables],
  rows: (product, id) => [
    rowOf(products, {
      id,
      kind: product.kind,
      assortment: product.assortment,
      supplierMark: product.supplier?.mark ?? '',
      sku: product.sku,
      names: product.names,
      sortName: fold(textIn(product.names, 'en', 'en')),
      categoryId: product.categoryId,
      isStocked: product.isStocked,
      isPersonalised: product.isPersonalised,
      imageHash: product.imageHash,
      fromAmount: lowestAmount(product.priceTable),
      isArchived: product.archived,
    }),
    ...[...new Set(product.barcodes.map(barcodeKey))].map((code) => rowOf(productBarcodes, { code, productId: id })),
    ...productSearch.rows(
      id,
      [
        ...new Set(namesOf(product)),
        product.sku,
        product.supplier?.sku ?? '',
        ...product.barcodes.map((each) => each.code),
      ].filter((each) => each !== undefined),
    ),
  ],
})

/** The lowest amount the table names outright: what a list may show as "from". */
function lowestAmount(table: PriceTable | null): number | null {
  const amounts = (table?.entries ?? []).flatMap(({ way }) =>
    way.kind === 'tiers' && way.priced === 'run' && table !== null
      ? way.tiers.map((tier) => minorFromScaled(tier.price.amount, table.currency))
      : [],
  )
  return amounts.length === 0 ? null : Math.min(...amounts)
}

export const categoryProjection = projection({
  entity: categoryEntity,
  tables: [categories],
  rows: (category, id) => [
    rowOf(categories, {
      id,
      parentId: category.parentId,
      names: category.names,
      position: category.position,
      isArchived: category.archived,
    }),
  ],
})

/** In the order of the languages, not of the keys: what was typed and what the log gives back must make the same row (W4). */
function namesOf({ names }: { readonly names: LocalText }): string[] {
  return languages.flatMap((language) => names[language] ?? [])
}
