/** The core takes two hundred lines at a time (W20); a longer order is a draft first and grows by portions. */
export const portionSize = 200

export function portionsOf<T>(lines: readonly T[]): readonly (readonly T[])[] {
  const portions: (readonly T[])[] = []
  for (let start = 0; start < lines.length; start += portionSize) portions.push(lines.slice(start, start + portionSize))
  return portions.length === 0 ? [[]] : portions
}
