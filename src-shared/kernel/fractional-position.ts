/**
 * Places of lines as text keys: between any two there is always another, so that two stations may insert without counting
 * each other's lines. A key is four digits that count (appending and prepending keep keys short) and a fraction that splits.
 * Digits are 0-9a-z: their order is the same for JavaScript, SQLite and PostgreSQL, whatever the collation does with case.
 * Equal keys are possible and fall back to the id of the line (write-path W2).
 */
const digits = '0123456789abcdefghijklmnopqrstuvwxyz'
const radix = digits.length
const wholeWidth = 4
const first = 'i000'

export function isPosition(text: string): boolean {
  return /^[0-9a-z]{4}(?:[0-9a-z]*[1-9a-z])?$/u.test(text) && text !== '0000' && text.length <= 1000
}

/** A key after `before` and ahead of `after`; null stands for the end of the list on that side. */
export function positionBetween(before: string | null, after: string | null): string {
  for (const key of [before, after]) if (key !== null && !isPosition(key)) throw new RangeError(`${key} is no position`)
  if (before !== null && after !== null) {
    if (before >= after) throw new RangeError(`no position between ${before} and ${after}`)
    return middle(before, after)
  }
  if (before !== null) return step(before, 1) ?? middle(before, null)
  if (after !== null) return step(after, -1) ?? middle('', after)
  return first
}

/** `count` keys in order, spread over the gap; for filling a list at once. */
export function positionsBetween(before: string | null, after: string | null, count: number): string[] {
  if (count <= 0) return []
  if (after === null || before === null) {
    const keys: string[] = []
    for (let made = 0; made < count; made += 1) {
      if (after === null) keys.push(positionBetween(keys.at(-1) ?? before, null))
      else keys.unshift(positionBetween(null, keys[0] ?? after))
    }
    return keys
  }
  // Halving keeps keys short where walking would make each longer than the last.
  const centre = positionBetween(before, after)
  const left = Math.floor((count - 1) / 2)
  return [...positionsBetween(before, centre, left), centre, ...positionsBetween(centre, after, count - 1 - left)]
}

export interface Placed {
  readonly id: string
  readonly position: string
}

/** The order of lines: by key, ties by id, the same on every station. */
export function comparePlaces(a: Placed, b: Placed): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * The key for something put at `index` of an ordered list. Where the neighbours tie there is no key between them: those
 * behind are given keys of their own in `moved`.
 */
export function placeAt(ordered: readonly Placed[], index: number): { position: string; moved: Placed[] } {
  const before = ordered[index - 1]?.position ?? null
  const tied: Placed[] = []
  for (let at = index; before !== null && ordered[at]?.position === before; at += 1) {
    const line = ordered[at]
    if (line) tied.push(line)
  }
  const after = ordered[index + tied.length]?.position ?? null
  const [position = first, ...keys] = positionsBetween(before, after, tied.length + 1)
  return { position, moved: tied.map((line, at) => ({ id: line.id, position: keys[at] ?? position })) }
}

/** The next or previous counting key; null at the ends of the range, where fractions take over. */
function step(key: string, by: 1 | -1): string | null {
  const whole = Number.parseInt(key.slice(0, wholeWidth), radix)
  // Ahead of a key with a fraction its own whole part already lies lower.
  const next = by === -1 && key.length > wholeWidth ? whole : whole + by
  return next < 1 || next >= radix ** wholeWidth ? null : next.toString(radix).padStart(wholeWidth, '0')
}

/** The digits halfway between two fractions, `low` < `high`; null is one beyond the last digit. Never ends in 0. */
function middle(low: string, high: string | null): string {
  let prefix = ''
  let upper = high
  for (let at = 0; ; at += 1) {
    const from = digits.indexOf(low[at] ?? '0')
    const to = upper === null ? radix : digits.indexOf(upper[at] ?? '0')
    if (from === to) {
      prefix += digits[from]
      continue
    }
    const half = Math.floor((from + to) / 2)
    if (half > from) return atLeastWhole(prefix + digits[half])
    // Neighbouring digits: keep the lower one; whatever follows it stays below `high`.
    prefix += digits[from]
    upper = null
  }
}

function atLeastWhole(key: string): string {
  return key.padEnd(wholeWidth, '0')
}
