/**
 * Shares a total over weights by largest remainder, so that the shares sum to the total exactly: a document discount over
 * its lines, freight over parcels. Equal remainders go to the earlier line, so that every station shares alike.
 */
import { toSafeInteger } from './rounding.ts'

export function prorate(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) {
    if (total !== 0) throw new RangeError('nothing to share the total over')
    return []
  }
  // The negative total is the mirror image of the positive one: a credit note takes back what the invoice gave.
  const size = BigInt(Math.abs(total))
  const effective = usableWeights(weights)
  const sum = effective.reduce((left, right) => left + right, 0n)
  const shares = effective.map((weight, index) => {
    const share = floorDivide(size * weight, sum)
    return { index, share, remainder: absolute(size * weight - share * sum) }
  })
  let left = size - shares.reduce((before, { share }) => before + share, 0n)
  for (const each of shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  )) {
    if (left === 0n) break
    each.share += 1n
    left -= 1n
  }
  return shares.map(({ share }) => {
    const number = toSafeInteger(share)
    return total < 0 && number !== 0 ? -number : number
  })
}

/** Weights that cancel out give no proportion: their sizes are used, and where all are zero each line counts the same. */
function usableWeights(weights: readonly number[]): bigint[] {
  const exact = weights.map(BigInt)
  if (exact.reduce((left, right) => left + right, 0n) !== 0n) return exact
  return exact.some((weight) => weight !== 0n) ? exact.map(absolute) : exact.map(() => 1n)
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

function floorDivide(top: bigint, bottom: bigint): bigint {
  const quotient = top / bottom
  return top % bottom !== 0n && top < 0n !== bottom < 0n ? quotient - 1n : quotient
}
