import { scaleRounded } from './rounding.ts'

/** A percentage or rate in hundredths of a percent: 21 % is 2100. */
export type BasisPoints = number

/** The whole: 100 %. */
export const wholeInBasisPoints = 10_000

/** `rate` of an amount, rounded once. */
export function percentageOf(amount: number, rate: BasisPoints): number {
  return scaleRounded(amount, rate, wholeInBasisPoints)
}

/** What share of `whole` a part is, in basis points; null when there is no whole to be a share of. */
export function shareInBasisPoints(part: number, whole: number): BasisPoints | null {
  return whole === 0 ? null : scaleRounded(part, wholeInBasisPoints, whole)
}
