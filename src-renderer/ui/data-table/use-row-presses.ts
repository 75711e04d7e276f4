import type { MouseEvent, RefObject } from 'react'
import type { RowSource } from './row-source.ts'

interface RowPressesOptions<Row> {
  source: RowSource<Row>
  focus: (index: number) => void
  grid: RefObject<HTMLTableElement | null>
  toggle: (index: number) => void
  stretchTo: (index: number) => void
  onOpen?: (row: Row) => void
  opensOnClick?: boolean
  isSelectable?: boolean
}

/** One pair of handlers for all rows. What the mouse does here the keys of the list do too. */
export function useRowPresses<Row>(options: RowPressesOptions<Row>) {
  const { source, focus, grid, toggle, stretchTo, onOpen, opensOnClick = false, isSelectable = false } = options
  const open = (index: number) => {
    const row = source.rowAt(index)
    if (row !== undefined) onOpen?.(row)
  }
  return {
    onClick(event: MouseEvent) {
      const index = indexOf(event)
      if (index === null || isOwnControl(event)) return
      grid.current?.focus({ preventScroll: true })
      if (event.shiftKey && isSelectable) return stretchTo(index)
      if (isTick(event) || ((event.ctrlKey || event.metaKey) && isSelectable)) return toggle(index)
      focus(index)
      if (opensOnClick) open(index)
    },
    onDoubleClick(event: MouseEvent) {
      const index = indexOf(event)
      if (index !== null && !isOwnControl(event) && !isTick(event)) open(index)
    },
  }
}

function indexOf(event: MouseEvent): number | null {
  const row = event.target instanceof Element ? event.target.closest('tr[data-index]') : null
  const index = row?.getAttribute('data-index')
  return index === null || index === undefined ? null : Number(index)
}

function isTick(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-tick]') !== null
}

/** A button or field a column put into its cell answers for itself. */
function isOwnControl(event: MouseEvent): boolean {
  const control = event.target instanceof Element ? event.target.closest('button, a, input, select, textarea') : null
  return control !== null && control.closest('[data-tick]') === null
}
