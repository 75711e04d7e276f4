/**
 * Which lines of an order are drawn. Short orders are drawn whole; beyond a hundred lines only those on screen are, between
 * two empty stretches of the right height, so that an order has no most.
 */
export interface LineWindow {
  readonly from: number
  /** One past the last. */
  readonly until: number
  readonly above: number
  readonly below: number
}

export interface LineList {
  readonly count: number
  readonly rowHeight: number
  /** The line whose configurator is open, and how high that is; -1: none. */
  readonly openIndex: number
  readonly openHeight: number
}

export const drawnWhole = 100
const lead = 12

export function lineWindow(list: LineList, scrollTop: number, height: number): LineWindow {
  const { count } = list
  if (count <= drawnWhole) return { from: 0, until: count, above: 0, below: 0 }
  const first = indexAt(list, scrollTop)
  const last = indexAt(list, scrollTop + height)
  const from = Math.max(0, first - lead)
  const until = Math.min(count, last + 1 + lead)
  return { from, until, above: topOf(list, from), below: topOf(list, count) - topOf(list, until) }
}

/** Where a line begins. */
export function topOf({ rowHeight, openIndex, openHeight }: LineList, index: number): number {
  return index * rowHeight + (openIndex >= 0 && index > openIndex ? openHeight : 0)
}

function indexAt(list: LineList, y: number): number {
  const { rowHeight, openIndex, openHeight, count } = list
  const bedTop = topOf(list, openIndex) + rowHeight
  const clamp = (index: number) => Math.min(Math.max(index, 0), Math.max(count - 1, 0))
  if (openIndex < 0 || y < bedTop) return clamp(Math.floor(y / rowHeight))
  if (y < bedTop + openHeight) return clamp(openIndex)
  return clamp(Math.floor((y - openHeight) / rowHeight))
}
