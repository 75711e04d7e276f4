import { useEffect, useRef } from 'react'
import type { RowSource } from './row-source.ts'
import type { TableState } from './table-state.ts'

/** Where the focused row stands now; -1 when it is not in the list. */
export function useFocusedIndex<Row>(source: RowSource<Row>, rowId: (row: Row) => string, state: TableState): number {
  const lastIndex = useRef(-1)
  const index = state.focusedId === null ? -1 : findIndex(source, rowId, state.focusedId, lastIndex.current)
  useEffect(() => {
    lastIndex.current = index
  })
  return index
}

function findIndex<Row>(source: RowSource<Row>, rowId: (row: Row) => string, id: string, hint: number): number {
  const isAt = (index: number) => {
    const row = source.rowAt(index)
    return row !== undefined && rowId(row) === id
  }
  if (hint >= 0 && hint < source.count) {
    // A row whose page was given up is still where it was.
    if (source.rowAt(hint) === undefined || isAt(hint)) return hint
  }
  for (let index = 0; index < source.count; index += 1) if (isAt(index)) return index
  return -1
}

/** After another order was asked for, the focused row is brought back into sight once it is found again. */
export function useKeepInSight(index: number, state: TableState, scrollTo: (index: number) => void): void {
  const seen = useRef(state.sort)
  useEffect(() => {
    if (seen.current === state.sort || index < 0) return
    seen.current = state.sort
    scrollTo(index)
  })
}
