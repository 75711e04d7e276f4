const firstMs = 250
const longestMs = 8_000

/**
 * Pause before the given attempt (1 is the first after a loss): doubling to a limit, and spread so that all screens of a
 * shop do not come back in the same instant.
 */
export function pauseBefore(attempt: number, random: () => number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** (Math.min(attempt, 20) - 1))
  return Math.round(whole * (0.5 + random() / 2))
}
