/** Chance that repeats itself: the same seed gives the same shop (mulberry32). */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** A whole number from 0 up to, but not including, `below`. */
  below(below: number): number
  pick<T>(items: readonly T[]): T
  /** One of the words, as often as its weight says. */
  weighed<T extends string>(weights: Readonly<Record<T, number>>): T
  uuid(milliseconds: number): string
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const hex = (digits: number): string => {
    let text = ''
    for (let at = 0; at < digits; at += 1) text += below(16).toString(16)
    return text
  }
  return {
    next,
    below,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    weighed: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][]
      let at = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [word, weight] of entries) {
        at -= weight
        if (at < 0) return word
      }
      return entries[0]?.[0] as keyof typeof weights
    },
    uuid: (milliseconds) => {
      const time = Math.floor(milliseconds).toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
    },
  }
}
