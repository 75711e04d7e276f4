import { type Hlc, hlcMilliseconds, hlcOf, nextHlc } from '#shared/kernel/change/clock.ts'

/** Further ahead of the cloud's clock than this is a wrong clock and no hurry (Y10). */
export const mostAheadMilliseconds = 60_000

/**
 * The stamp that a change takes (Y10): its own, or, when its station's clock runs far ahead, the next after everything the
 * cloud has accepted. Plain server time would order a later edit before an earlier one of the same person.
 */
export function effectiveHlc(own: Hlc, highestAccepted: Hlc, nowMilliseconds: number): Hlc {
  if (hlcMilliseconds(own) <= nowMilliseconds + mostAheadMilliseconds) return own
  const floor = hlcOf(nowMilliseconds, 0)
  return nextHlc(highestAccepted > floor ? highestAccepted : floor, 0)
}
