import { type Cell, type Row as CoreRow, columnVisibilityFeature, tableFeatures } from '@tanstack/react-table'
import type { TableColumn } from './table-column.ts'

/** What of TanStack Table is used: the column model with its visible part, and rows and cells made from it. */
export const features = tableFeatures({ columnVisibilityFeature })

export type ModelRow<Row extends object> = CoreRow<typeof features, Row>
export type ModelCell<Row extends object> = Cell<typeof features, Row>

export function definitionOf<Row>(column: TableColumn<Row>) {
  return {
    id: column.id,
    header: column.head,
    cell: (context: { row: { original: Row } }) => column.render(context.row.original),
  }
}
