import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import type { RowSource } from './row-source.ts'
import type { TableState } from './table-state.ts'

export const HEAD_HEIGHT = 33

interface PlacedRow<Row> {
  readonly index: number
  readonly top: number
  readonly row: Row | undefined
}

interface TableWindow<Row> {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
  readonly placed: readonly PlacedRow<Row>[]
}

/** The rows on screen and a few around them; the focused row is always among them, because the grid points at it. */
export function useTableWindow<Row>(
  source: RowSource<Row>,
  scroller: RefObject<HTMLDivElement | null>,
  rowHeight: number,
  focusedIndex: number,
  state: TableState,
): TableWindow<Row> {
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: source.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The head covers the top of the scroller, so a row scrolled to its end must clear that much more.
    scrollPaddingEnd: HEAD_HEIGHT,
    initialOffset: state.firstScrollTop,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      const isOutside = focusedIndex >= 0 && focusedIndex < source.count && !indexes.includes(focusedIndex)
      return isOutside ? [...indexes, focusedIndex].sort((a, b) => a - b) : indexes
    },
    useFlushSync: false,
  })
  const placed = virtualizer
    .getVirtualItems()
    .map((item) => ({ index: item.index, top: item.start, row: source.rowAt(item.index) }))

  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  const { showing } = source
  useEffect(() => showing(first, last), [showing, first, last])
  // Read from the virtualizer: asking the element would make the browser lay everything out once more per frame.
  const { rememberScroll } = state
  useEffect(() => rememberScroll(virtualizer.scrollOffset ?? 0))
  return { virtualizer, placed }
}
