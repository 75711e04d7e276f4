import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { barcodeKey } from '#shared/catalog/barcode.ts'
import { leastAmount } from '#shared/catalog/from-price.ts'
import { categoryEntity, productEntity } from '#shared/catalog/replication.ts'
import { type Language, type LocalText, languages, textIn } from '#shared/kernel/local-text.ts'
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
