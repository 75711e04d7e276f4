import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { barcodeKey } from '#shared/catalog/barcode.ts'
import type { PriceTable, PriceWay } from '#shared/catalog/price-table.ts'
import { categoryEntity, productEntity } from '#shared/catalog/replication.ts'
import type { Currency } from '#shared/kernel/currency.ts'
import { type Language, type LocalText, languages, textIn } from '#shared/kernel/local-text.ts'
import { lineAmount } from '#shared/kernel/money.ts'
import { thousandthsPerUnit } from '#shared/kernel/quantity.ts'
import { sortKey } from '#shared/kernel/sort-key.ts'
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
      sortEn: sortNameIn('en', product.names),
      sortNl: sortNameIn('nl', product.names),
      sortFr: sortNameIn('fr', product.names),
      sortDe: sortNameIn('de', product.names),
      sortPl: sortNameIn('pl', product.names),
      categoryId: product.categoryId,
      isStocked: product.isStocked,
      isPersonalised: product.isPersonalised,
      imageHash: product.imageHash,
      fromAmount: leastAmount(product.priceTable),
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

/** Without case, accents and leading signs, and counting numbers; the same on every station. */
function sortNameIn(language: Language, names: LocalText): string {
  return sortKey(textIn(names, language, 'en'))
}

/** The least that anybody pays by the table, before options and discounts: what a list may show as "from". */
function leastAmount(table: PriceTable | null): number | null {
  if (table === null) return null
  const amounts = table.entries.flatMap(({ way }) => leastOf(way, table.currency))
  return amounts.length === 0 ? null : Math.min(...amounts)
}

function leastOf(way: PriceWay, currency: Currency): number[] {
  switch (way.kind) {
    case 'tiers':
      return way.tiers.map((tier) => lineAmount(tier.from, tier.price, currency))
    case 'area': {
      const [first] = way.tiers
      const piece = first === undefined ? 0 : lineAmount(way.minimumArea, first.price, currency)
      return [Math.max(way.minimumCharge, piece)]
    }
    case 'hourly':
      return [lineAmount(Math.max(way.minimum, way.step), way.price, currency)]
    case 'unit':
      return [lineAmount(thousandthsPerUnit, way.price, currency)]
  }
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
