/** Wrong secrets that cost nothing; after them guessing becomes slow, but never impossible for good (X10). */
export const freeTries = 5
const firstWaitSeconds = 30
const longestWaitSeconds = 15 * 60

/** How long to wait after so many wrong secrets in a row: 30 s from the fifth, doubling, 15 minutes at most. */
export function waitAfter(failures: number): number {
  if (failures < freeTries) return 0
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(failures - freeTries, 20))
}

/** Seconds still to wait. A clock that was set back never makes it longer than the longest wait. */
export function waitLeft(failures: number, blockedUntil: string | null, nowMilliseconds: number): number {
  if (blockedUntil === null) return 0
  const left = Math.ceil((Date.parse(blockedUntil) - nowMilliseconds) / 1000)
  return Math.max(0, Math.min(left, waitAfter(failures)))
}
