import { useKeptState, useKeysetList, useSettled } from '#renderer/client/index.ts'
import { type RowSource, type TableState, useKeysetRows, useTableState } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { isProductFilter, noProductFilter, type ProductFilter, productListInput } from './product-filter.ts'

export type ProductRow = OutputFor<'product.list'>['rows'][number]

export interface ProductList {
  readonly filter: ProductFilter
  readonly setFilter: (change: Partial<ProductFilter>) => void
  readonly table: TableState
  readonly rows: RowSource<ProductRow>
}

/** Filters, search and rows of the product list; how it was left is there again on coming back. */
export function useProductList(): ProductList {
  const [filter, keep] = useKeptState('catalog.filter', noProductFilter, isProductFilter)
  const table = useTableState('products')
  const search = useSettled(filter.search)
  const list = useKeysetList('product.list', productListInput({ ...filter, search }, table.sort))
  const rows = useKeysetRows(list)
  return { filter, setFilter: (change) => keep({ ...filter, ...change }), table, rows }
}
