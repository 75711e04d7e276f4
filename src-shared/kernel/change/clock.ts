/**
 * Hybrid logical clock (sync.md 3.2): 48 bits of milliseconds and a 16-bit counter as 16 hex digits of text, so that
 * comparing texts compares times. It never runs backwards on a station, whatever the wall clock does (reliability D21).
 */
export type Hlc = string

export const zeroHlc: Hlc = '0000000000000000'

const counterLimit = 0x10000

export function hlcOf(milliseconds: number, counter: number): Hlc {
  return milliseconds.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0')
}

export function hlcMilliseconds(hlc: Hlc): number {
  return Number.parseInt(hlc.slice(0, 12), 16)
}

/** The next stamp: the wall clock when it is ahead, else one counter step after the last stamp. */
export function nextHlc(last: Hlc, nowMilliseconds: number): Hlc {
  const lastMilliseconds = hlcMilliseconds(last)
  if (nowMilliseconds > lastMilliseconds) return hlcOf(nowMilliseconds, 0)
  const counter = Number.parseInt(last.slice(12), 16) + 1
  // A full counter borrows the next millisecond instead of failing: a batch may stamp more than 65,536 changes in one.
  return counter < counterLimit ? hlcOf(lastMilliseconds, counter) : hlcOf(lastMilliseconds + 1, 0)
}
