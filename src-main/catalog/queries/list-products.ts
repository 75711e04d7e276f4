import { defineQuery } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { companyReader } from '#main/settings/index.ts'
import type { CategoryId } from '#shared/catalog/category.ts'
import { withSubCategories } from '#shared/catalog/category.ts'
import { catalogContract } from '#shared/catalog/contract.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { type LocalText, textIn } from '#shared/kernel/local-text.ts'
import { accepted } from '#shared/kernel/result.ts'
import { textSearchOfProducts } from './search-products.ts'

interface ProductRow {
  id: string
  kind: 'print_product' | 'service' | 'stock_article'
  assortment: 'own' | 'supplier'
  supplier_mark: string
  sku: string
  names: string
  category_id: string | null
  is_stocked: number
  is_personalised: number
  image_hash: string | null
  from_amount: number | null
  is_archived: number
}

/** With the value that the list is sorted by, for going on behind it. */
interface SortedRow extends ProductRow {
  place: string
}

const columns = { en: 'sort_en', nl: 'sort_nl', fr: 'sort_fr', de: 'sort_de', pl: 'sort_pl', sku: 'sku' } as const
type Sort = keyof typeof columns
/** Beyond every sort key: where a descending list begins. */
const farEnd: readonly [string, string] = ['\u{10FFFF}', '']

/** A catalogue holds thousands of products at most: filters other than the page key are applied to the rows read. */
const pageOfRows = 500

export const listProducts = defineQuery(catalogContract['product.list'], ({ db }) => {
  const company = companyReader(db)
  const search = textSearchOfProducts(db)
  const byId = db.read<ProductRow>('select * from products where id = ?')
  const pagesOf = (sort: Sort) => {
    const by = columns[sort]
    return {
      up: db.read<SortedRow>(
        `select *, ${by} as place from products where (${by}, id) > (?, ?) order by ${by}, id limit ?`,
      ),
      down: db.read<SortedRow>(
        `select *, ${by} as place from products where (${by}, id) < (?, ?) order by ${by} desc, id desc limit ?`,
      ),
    }
  }
  const pages = {
    en: pagesOf('en'),
    nl: pagesOf('nl'),
    fr: pagesOf('fr'),
    de: pagesOf('de'),
    pl: pagesOf('pl'),
    sku: pagesOf('sku'),
  }
  const links = db.read<{ id: CategoryId; parentId: CategoryId | null }>(
    'select id, parent_id as parentId from categories',
  )
  return (input, { viewer }) => {
    const wanted = input.categoryId === null ? null : withSubCategories(links.all(), input.categoryId)
    const fits = (row: ProductRow): boolean =>
      (input.withArchived || row.is_archived === 0) &&
      (input.kind === null || row.kind === input.kind) &&
      (input.assortment === null || row.assortment === input.assortment) &&
      (wanted === null || [...wanted].some((id) => id === row.category_id))
    const language = isLanguage(viewer.language) ? viewer.language : 'en'
    const houseLanguage = company()?.language ?? 'en'
    const fallback = isLanguage(houseLanguage) ? houseLanguage : 'en'
    const seesPrices = may(viewer, 'price.see')
    const show = (row: ProductRow) => ({
      id: row.id,
      kind: row.kind,
      assortment: row.assortment,
      supplierMark: row.supplier_mark,
      sku: row.sku,
      name: textIn(JSON.parse(row.names) as LocalText, language, fallback),
      categoryId: row.category_id,
      isStocked: row.is_stocked === 1,
      isPersonalised: row.is_personalised === 1,
      imageHash: row.image_hash,
      ...(seesPrices ? { fromAmount: row.from_amount } : {}),
      isArchived: row.is_archived === 1,
    })
    if (input.search !== '') {
      const found = search
        .find(input.search, 200)
        .flatMap((id) => byId.get(id) ?? [])
        .filter(fits)
      return accepted({ rows: found.slice(0, input.limit).map(show), next: null })
    }
    const rows: ProductRow[] = []
    let after: readonly [string, string] = input.after ?? (input.descending ? farEnd : ['', ''])
    const pageAfter = pages[input.sort === 'sku' ? 'sku' : language][input.descending ? 'down' : 'up']
    for (;;) {
      const page = pageAfter.all(after[0], after[1], pageOfRows)
      for (const row of page) {
        after = [row.place, row.id]
        if (fits(row)) rows.push(row)
        if (rows.length === input.limit)
          return accepted({ rows: rows.map(show), next: [after[0], after[1]] as [string, string] })
      }
      if (page.length < pageOfRows) return accepted({ rows: rows.map(show), next: null })
    }
  }
})
