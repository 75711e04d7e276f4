/** Time from outside (reliability D21): tests hand in their own. */
export interface Clock {
  /** Milliseconds since 1970, UTC: the wall clock, which may jump. */
  readonly now: () => number
  /** Milliseconds that only go forward: for time-outs and sessions. */
  readonly monotonic: () => number
}

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }

export function instantOf(clock: Clock): string {
  return new Date(clock.now()).toISOString()
}
