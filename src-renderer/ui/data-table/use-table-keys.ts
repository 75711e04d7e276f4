import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyBinding } from '../keys/key-dispatcher.ts'
import { useKeys } from '../keys/use-keys.tsx'
import type { RowSource } from './row-source.ts'
import { type WalkKey, walk } from './row-walk.ts'
import { ALL_SELECTED, stretched, type TableSelection, toggled } from './table-selection.ts'
import type { TableState } from './table-state.ts'

interface TableKeysOptions<Row> {
  source: RowSource<Row>
  state: TableState
  rowId: (row: Row) => string
  focusedIndex: number
  focus: (index: number) => void
  isSelectable: boolean
  rowsPerPage: number
  onOpen: ((row: Row) => void) | undefined
  onPreview: ((row: Row) => void) | undefined
  hasFocus: () => boolean
}

interface Stretch {
  readonly from: number
  readonly before: TableSelection
}

/** Registers the keys of a list and answers what clicks need too: ticking a row and stretching the ticks to one. */
export function useTableKeys<Row>(options: TableKeysOptions<Row>) {
  const { source, state, rowId, focusedIndex, focus, isSelectable, rowsPerPage, onOpen, onPreview } = options
  const { t } = useTranslation('ui')
  const stretch = useRef<Stretch | null>(null)

  const toggle = (index: number) => {
    const row = source.rowAt(index)
    stretch.current = null
    if (row === undefined || !isSelectable) return
    state.setSelection(toggled(state.selection, rowId(row)))
    focus(index)
  }
  const stretchTo = (index: number) => {
    const begun = stretch.current ?? { from: Math.max(focusedIndex, 0), before: state.selection }
    stretch.current = begun
    state.setSelection(stretched(begun.before, idsBetween(source, rowId, begun.from, index)))
    focus(index)
  }
  const go = (key: WalkKey) => () => {
    stretch.current = null
    focus(walk(focusedIndex, key, source.count, rowsPerPage))
  }
  const stretchBy = (key: WalkKey) => () => stretchTo(walk(focusedIndex, key, source.count, rowsPerPage))
  const withRow = (act: ((row: Row) => void) | undefined) => () => {
    const row = source.rowAt(focusedIndex)
    if (row !== undefined) act?.(row)
  }

  const isActive = options.hasFocus
  const moves: KeyBinding[] = [
    { keys: 'Down', label: t('table.keys.move'), run: go('down') },
    { keys: 'Up', label: '', run: go('up'), isUnlisted: true },
    { keys: 'PageDown', label: '', run: go('pageDown'), isUnlisted: true },
    { keys: 'PageUp', label: '', run: go('pageUp'), isUnlisted: true },
    { keys: 'Home', label: '', run: go('home'), isUnlisted: true },
    { keys: 'End', label: '', run: go('end'), isUnlisted: true },
  ]
  const opens: KeyBinding[] = [
    ...(onOpen === undefined ? [] : [{ keys: 'Enter', label: t('table.keys.open'), run: withRow(onOpen) }]),
    ...(onPreview === undefined ? [] : [{ keys: 'Space', label: t('table.keys.preview'), run: withRow(onPreview) }]),
  ]
  const selects: KeyBinding[] = [
    { keys: 'X', label: t('table.keys.select'), run: () => toggle(focusedIndex) },
    { keys: 'Shift+Down', label: t('table.keys.extend'), run: stretchBy('down') },
    { keys: 'Shift+Up', label: '', run: stretchBy('up'), isUnlisted: true },
    { keys: 'Ctrl+A', label: t('table.keys.selectAll'), run: () => state.setSelection(ALL_SELECTED) },
    {
      keys: 'Esc',
      label: t('table.keys.clear'),
      run: state.clearSelection,
      isActive: () => state.hasSelection && isActive(),
    },
  ]
  useKeys(
    [...moves, ...opens, ...(isSelectable ? selects : [])].map((binding) => ({ isActive, ...binding, scope: 'list' })),
  )
  return { toggle, stretchTo }
}

function idsBetween<Row>(
  source: RowSource<Row>,
  rowId: (row: Row) => string,
  from: number,
  to: number,
): readonly string[] {
  const ids: string[] = []
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = source.rowAt(index)
    if (row !== undefined) ids.push(rowId(row))
  }
  return ids
}
