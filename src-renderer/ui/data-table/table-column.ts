import type { ReactNode } from 'react'

/** One column of a view. Widths are fixed; exactly one column is `flex` and takes what is left. */
export interface TableColumn<Row> {
  id: string
  /** Translated; amounts name their currency and kind here: "Net EUR". */
  head: string
  /** The head is read but not shown: ticks, thumbnails. */
  headIsHidden?: boolean
  width: number | 'flex'
  /** The least a flexible column may shrink to before columns are left out. */
  minWidth?: number
  align?: 'left' | 'right'
  /** 1 stays always, 3 is left out first when the table is narrow. */
  priority?: 1 | 2 | 3
  /** `main` is the first thing read, `money` 500 and tabular, `number` tabular, `code` mono, `picture` a thumbnail, `second` the rest. */
  look?: 'main' | 'second' | 'money' | 'number' | 'code' | 'picture' | 'plain'
  render: (row: Row) => ReactNode
  isSortable?: boolean
  /** What a list in memory is sorted by; a fetched list is sorted where it is fetched. */
  sortBy?: (row: Row) => string | number | null
  /** Full text for the tooltip when `render` gives more than text. */
  fullText?: (row: Row) => string
}

const FLEX_MINIMUM = 140

interface ColumnWidth {
  readonly id: string
  readonly width: number | 'flex'
  readonly minWidth?: number
  readonly priority?: 1 | 2 | 3
}

/**
 * The columns that have room, in their order. The least important go first; of two equal ones the later. Priority 1
 * is never left out: then the table scrolls sideways.
 */
export function columnsWithRoom<Column extends ColumnWidth>(
  columns: readonly Column[],
  room: number,
): readonly Column[] {
  let kept = columns
  while (needed(kept) > room) {
    const least = Math.max(...kept.map(priorityOf))
    if (least === 1) return kept
    const victim = kept.findLastIndex((column) => priorityOf(column) === least)
    kept = kept.filter((_, index) => index !== victim)
  }
  return kept
}

export function neededWidth(column: ColumnWidth): number {
  return column.width === 'flex' ? (column.minWidth ?? FLEX_MINIMUM) : column.width
}

function needed(columns: readonly ColumnWidth[]): number {
  return columns.reduce((sum, column) => sum + neededWidth(column), 0)
}

function priorityOf(column: ColumnWidth): number {
  return column.priority ?? 1
}
