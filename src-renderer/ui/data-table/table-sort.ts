import type { TableColumn } from './table-column.ts'

/** Null: the view's own order. */
export type TableSort = { readonly columnId: string; readonly direction: 'asc' | 'desc' } | null

/** A head clicked once sorts, twice reverses, a third time returns to the view's own order. */
export function nextSort(sort: TableSort, columnId: string): TableSort {
  if (sort?.columnId !== columnId) return { columnId, direction: 'asc' }
  return sort.direction === 'asc' ? { columnId, direction: 'desc' } : null
}

/** Rows in memory in the order asked for; what has no value stands last in both directions. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort,
  language: string,
): readonly Row[] {
  const sortBy = columns.find((column) => column.id === sort?.columnId)?.sortBy
  if (sort === null || sortBy === undefined) return rows
  const words = new Intl.Collator(language, { numeric: true })
  const turn = sort.direction === 'asc' ? 1 : -1
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      if (typeof a.value === 'number' && typeof b.value === 'number') return turn * (a.value - b.value)
      return turn * words.compare(String(a.value), String(b.value))
    })
    .map((entry) => entry.row)
}
