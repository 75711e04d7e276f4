import { useEffect, useRef, useState } from 'react'
import type { RowSource } from './row-source.ts'
import type { TableState } from './table-state.ts'

interface RowFocus {
  /** Where the focused row stands now; -1 when there is none in the list. */
  readonly index: number
  focus(index: number): void
}

/**
 * The focus belongs to a record and walks with it. A row that is not loaded yet can have the focus too; it is known by
 * its place until its record arrives.
 */
export function useRowFocus<Row>(source: RowSource<Row>, rowId: (row: Row) => string, state: TableState): RowFocus {
  const { focusedId, setFocusedId } = state
  const [awaited, setAwaited] = useState<number | null>(null)
  const lastIndex = useRef(-1)
  const found = focusedId === null ? -1 : findIndex(source, rowId, focusedId, lastIndex.current)
  const index = awaited !== null && awaited < source.count ? awaited : found
  const arrived = awaited === null ? undefined : source.rowAt(awaited)
  useEffect(() => {
    lastIndex.current = index
  })
  useEffect(() => {
    if (arrived === undefined) return
    setFocusedId(rowId(arrived))
    setAwaited(null)
  }, [arrived, rowId, setFocusedId])
  return {
    index,
    focus(wanted) {
      const row = source.rowAt(wanted)
      setAwaited(row === undefined && wanted >= 0 ? wanted : null)
      if (row !== undefined) setFocusedId(rowId(row))
    },
  }
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
