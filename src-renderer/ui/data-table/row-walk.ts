export type WalkKey = 'up' | 'down' | 'pageUp' | 'pageDown' | 'home' | 'end'

/** Where the focus goes from a row (-1: nowhere yet). */
export function walk(from: number, key: WalkKey, count: number, rowsPerPage: number): number {
  if (count === 0) return -1
  if (from < 0) return key === 'end' ? count - 1 : 0
  const steps: Record<WalkKey, number> = {
    up: from - 1,
    down: from + 1,
    pageUp: from - rowsPerPage,
    pageDown: from + rowsPerPage,
    home: 0,
    end: count - 1,
  }
  return Math.min(Math.max(steps[key], 0), count - 1)
}
