import { useEffect, useState } from 'react'
import { useLatest } from '../keys/use-latest.ts'
import { FRESH_MEMO, useListMemory } from './list-memory.tsx'
import { isNothing, NOTHING_SELECTED, type TableSelection } from './table-selection.ts'
import { nextSort, type TableSort } from './table-sort.ts'

/** What a page shares with its table: the order, the focused row and the ticked rows. Made by `useTableState`. */
export interface TableState {
  readonly sort: TableSort
  setSort(sort: TableSort): void
  cycleSort(columnId: string): void
  readonly focusedId: string | null
  setFocusedId(id: string | null): void
  readonly selection: TableSelection
  setSelection(selection: TableSelection): void
  readonly hasSelection: boolean
  clearSelection(): void
  readonly firstScrollTop: number
  rememberScroll(scrollTop: number): void
}

/** With a name the state survives leaving the page and coming back. */
export function useTableState(memoryName?: string): TableState {
  const memory = useListMemory()
  const [memo] = useState(() =>
    memoryName === undefined ? FRESH_MEMO : (memory?.recallTable(memoryName) ?? FRESH_MEMO),
  )
  const [sort, setSort] = useState(memo.sort)
  const [focusedId, setFocusedId] = useState(memo.focusedId)
  const [selection, setSelection] = useState(memo.selection)
  const [scroll] = useState({ top: memo.scrollTop })
  const now = useLatest({ sort, focusedId, selection })
  useEffect(() => {
    if (memoryName === undefined || memory === null) return
    return () => memory.keepTable(memoryName, { ...now.current, scrollTop: scroll.top })
  }, [memoryName, memory, now, scroll])
  return {
    sort,
    setSort,
    cycleSort: (columnId) => setSort(nextSort(sort, columnId)),
    focusedId,
    setFocusedId,
    selection,
    setSelection,
    hasSelection: !isNothing(selection),
    clearSelection: () => setSelection(NOTHING_SELECTED),
    firstScrollTop: memo.scrollTop,
    rememberScroll: (top) => {
      scroll.top = top
    },
  }
}
