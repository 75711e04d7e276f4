import { useMemo } from 'react'
import { type RowSource, rowsInMemory } from './row-source.ts'
import type { TableColumn } from './table-column.ts'
import { sortedRows, type TableSort } from './table-sort.ts'

/** Arrays are sorted here; a fetched list arrives in its order. */
export function useTableRows<Row>(
  rows: readonly Row[] | RowSource<Row>,
  columns: readonly TableColumn<Row>[],
  sort: TableSort,
  language: string,
): RowSource<Row> {
  return useMemo(
    () => ('rowAt' in rows ? rows : rowsInMemory(sortedRows(rows, columns, sort, language))),
    [rows, columns, sort, language],
  )
}
