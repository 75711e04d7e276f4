import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prorate } from '#shared/kernel/prorate.ts'

describe('[K4] prorating', () => {
  it('[K4] gives what is left to the largest remainders, ties to the earlier line', () => {
    expect(prorate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(prorate(1000, [3333, 3333, 3334])).toEqual([333, 333, 334])
    expect(prorate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
    expect(prorate(2, [1, 5, 5])).toEqual([0, 1, 1])
  })

  it('[K4] shares alike where weights say nothing', () => {
    expect(prorate(5, [0, 0])).toEqual([3, 2])
    expect(prorate(10, [5, -5])).toEqual([5, 5])
    expect(prorate(0, [])).toEqual([])
    expect(() => prorate(1, [])).toThrow(RangeError)
  })

  it('[Values] [K4] shares sum to the total and each is within one of its exact share', () => {
    const total = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(total, weights, (whole, parts) => {
        const shares = prorate(whole, parts)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(whole)
        const sum = parts.reduce((a, b) => a + b, 0)
        if (sum > 0) {
          for (const [index, part] of parts.entries()) {
            const off = BigInt(shares[index] ?? 0) * BigInt(sum) - BigInt(whole) * BigInt(part)
            expect(off < BigInt(sum) && off > -BigInt(sum)).toBe(true)
          }
        }
        expect(prorate(-whole, parts)).toEqual(shares.map((share) => (share === 0 ? 0 : -share)))
      }),
    )
  })

  it('[K4] sums with credit lines among the weights too', () => {
    const weights = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), weights, (whole, parts) => {
        expect(prorate(whole, parts).reduce((a, b) => a + b, 0)).toBe(whole)
      }),
    )
  })
})
