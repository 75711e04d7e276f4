import { createContext, type ReactNode, useContext, useState } from 'react'
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

interface TableMemory {
  recall: (key: string) => TableMemo
  keep: (key: string, memo: TableMemo) => void
}

const TableMemoryContext = createContext<TableMemory | null>(null)

/** Remembers tables by name for as long as the program runs. Part of `UiProvider`. */
export function TableMemoryProvider({ children }: { children: ReactNode }) {
  const [memory] = useState<TableMemory>(() => {
    const memos = new Map<string, TableMemo>()
    return {
      recall: (key) => memos.get(key) ?? FRESH_MEMO,
      keep: (key, memo) => memos.set(key, memo),
    }
  })
  return <TableMemoryContext value={memory}>{children}</TableMemoryContext>
}

export function useTableMemory(): TableMemory | null {
  return useContext(TableMemoryContext)
}
