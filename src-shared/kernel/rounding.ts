/**
 * The one rounding of the product: half up, away from zero (write-path "Values"). Everything that multiplies or divides
 * scaled integers does it exactly in BigInt and comes here once, at the end.
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const negative = numerator < 0n !== denominator < 0n
  const top = numerator < 0n ? -numerator : numerator
  const bottom = denominator < 0n ? -denominator : denominator
  const rounded = (2n * top + bottom) / (2n * bottom)
  return negative ? -rounded : rounded
}

/** Back to a number; a value beyond 2^53 would lose units silently, so it throws. Inputs are limited where people type. */
export function toSafeInteger(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond the safe integer limit`)
  return number
}

/** `value x numerator / denominator`, exact, rounded once. */
export function scaleRounded(value: number, numerator: number, denominator: number): number {
  return toSafeInteger(roundHalfUp(BigInt(value) * BigInt(numerator), BigInt(denominator)))
}
