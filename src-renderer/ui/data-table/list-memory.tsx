import { createContext, type ReactNode, useContext, useState } from 'react'
import { type KeysetPages, markStale } from './keyset-pages.ts'
import { NOTHING_SELECTED, type TableSelection } from './table-selection.ts'
import type { TableSort } from './table-sort.ts'

/** What a table remembers while a row of it is open elsewhere: position, focus, order and selection. */
export interface TableMemo {
  focusedId: string | null
  scrollTop: number
  sort: TableSort
  selection: TableSelection
}

export const FRESH_MEMO: TableMemo = { focusedId: null, scrollTop: 0, sort: null, selection: NOTHING_SELECTED }

interface ListMemory {
  recallTable: (name: string) => TableMemo
  keepTable: (name: string, memo: TableMemo) => void
  /** The rows last known, to be shown at once and asked for again. */
  recallRows: (listKey: string) => KeysetPages<unknown> | null
  keepRows: (listKey: string, list: KeysetPages<unknown>) => void
}

// Lists whose rows are kept; the one left longest ago gives way.
const KEPT_LISTS = 12

const ListMemoryContext = createContext<ListMemory | null>(null)

/**
 * Remembers lists by name while their pages are closed. Part of `UiProvider`; put another one round what belongs to one
 * person, with the person as `key`, so that nobody is shown what another was answered.
 */
export function ListMemoryProvider({ children }: { children: ReactNode }) {
  const [memory] = useState(createListMemory)
  return <ListMemoryContext value={memory}>{children}</ListMemoryContext>
}

export function useListMemory(): ListMemory | null {
  return useContext(ListMemoryContext)
}

function createListMemory(): ListMemory {
  const tables = new Map<string, TableMemo>()
  const lists = new Map<string, KeysetPages<unknown>>()
  return {
    recallTable: (name) => tables.get(name) ?? FRESH_MEMO,
    keepTable: (name, memo) => tables.set(name, memo),
    recallRows: (listKey) => lists.get(listKey) ?? null,
    keepRows(listKey, list) {
      lists.delete(listKey)
      lists.set(listKey, markStale(list))
      const [oldest] = lists.keys()
      if (lists.size > KEPT_LISTS && oldest !== undefined) lists.delete(oldest)
    },
  }
}
