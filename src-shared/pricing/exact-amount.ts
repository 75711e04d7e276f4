import type { MinorUnits, UnitPrice } from '#shared/kernel/money.ts'
import { unitPriceScale } from '#shared/kernel/money.ts'
import { wholeInBasisPoints } from '#shared/kernel/percent.ts'
import { thousandthsPerUnit } from '#shared/kernel/quantity.ts'
import { roundHalfUp } from '#shared/kernel/rounding.ts'

/**
 * An amount in minor units as a fraction: a line is rounded once, at its end (write-path "Values"), so what comes before
 * may not be rounded on the way.
 */
export interface ExactAmount {
  readonly top: bigint
  readonly bottom: bigint
}

export const nothing: ExactAmount = { top: 0n, bottom: 1n }

export function exact(amount: MinorUnits): ExactAmount {
  return { top: BigInt(amount), bottom: 1n }
}

export function plus(a: ExactAmount, b: ExactAmount): ExactAmount {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom }
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }
}

export function times(a: ExactAmount, top: bigint, bottom = 1n): ExactAmount {
  return { top: a.top * top, bottom: a.bottom * bottom }
}

/** `rate` of an amount; the rest of it is `wholeInBasisPoints - rate`. */
export function share(a: ExactAmount, rate: number): ExactAmount {
  return times(a, BigInt(rate), BigInt(wholeInBasisPoints))
}

/** Thousandths of a unit at a price; `minorScale` is 10 to the decimals of the currency. */
export function atPrice(thousandths: bigint, price: UnitPrice, minorScale: bigint): ExactAmount {
  return {
    top: thousandths * BigInt(price.amount) * minorScale,
    bottom: BigInt(thousandthsPerUnit) * BigInt(unitPriceScale) * BigInt(price.base),
  }
}

export function isLess(a: ExactAmount, b: ExactAmount): boolean {
  return a.top * b.bottom < b.top * a.bottom
}

export function rounded(a: ExactAmount): bigint {
  return roundHalfUp(a.top, a.bottom)
}
