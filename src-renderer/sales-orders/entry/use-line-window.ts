import { type RefCallback, type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { drawnWhole, type LineList, type LineWindow, lineWindow, topOf } from './line-window.ts'

const rowHeight = 46
const headHeight = 31

/** Which lines are on screen, told by the scrolling of the work area round the table (marked `data-scrolls`). */
export function useLineWindow(
  table: RefObject<HTMLTableElement | null>,
  count: number,
  openIndex: number,
): { readonly window: LineWindow; readonly bedRef: RefCallback<HTMLElement> } {
  const [openHeight, setOpenHeight] = useState(0)
  const [screen, setScreen] = useState({ top: 0, height: 800 })
  const isLong = count > drawnWhole
  const list = useMemo<LineList>(
    () => ({ count, rowHeight, openIndex, openHeight: openIndex < 0 ? 0 : openHeight }),
    [count, openIndex, openHeight],
  )

  useEffect(() => {
    const area = table.current?.closest<HTMLElement>('[data-scrolls]')
    if (!isLong || area === null || area === undefined) return
    const look = () => {
      const above = table.current?.offsetTop ?? 0
      setScreen({ top: Math.max(0, area.scrollTop - above - headHeight), height: area.clientHeight })
    }
    look()
    area.addEventListener('scroll', look, { passive: true })
    return () => area.removeEventListener('scroll', look)
  }, [isLong, table])

  // A line opened by a key may stand far outside of what is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening another line moves the screen
  useLayoutEffect(() => {
    const area = table.current?.closest<HTMLElement>('[data-scrolls]')
    if (!isLong || openIndex < 0 || area === null || area === undefined) return
    const top =
      topOf({ ...list, openIndex: -1, openHeight: 0 }, openIndex) + headHeight + (table.current?.offsetTop ?? 0)
    const isSeen = top >= area.scrollTop && top + rowHeight <= area.scrollTop + area.clientHeight
    if (!isSeen) area.scrollTop = top - area.clientHeight / 3
  }, [openIndex, isLong])

  const bedRef = useCallback((bed: HTMLElement | null) => {
    if (bed === null) return
    const watch = new ResizeObserver(() => setOpenHeight(bed.offsetHeight))
    watch.observe(bed)
    return () => watch.disconnect()
  }, [])
  return { window: lineWindow(list, screen.top, screen.height), bedRef }
}
