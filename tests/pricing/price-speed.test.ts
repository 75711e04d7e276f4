import { expect, it } from 'vitest'
import { tierPrices } from '#shared/pricing/price-line.ts'
import { brochure, en } from '#tests/catalog/sample-products.ts'
import { line, priced } from './sample-lines.ts'

/** Milliseconds of one call, the median of many: a busy machine slows some, not half of them. */
function medianOf(calls: number, work: () => unknown): number {
  for (let warm = 0; warm < calls; warm += 1) work()
  const times = Array.from({ length: calls }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[calls >> 1] ?? Number.POSITIVE_INFINITY
}

it('[PC20] prices a line with options, discount, rounding and hint in less than 0.2 ms', () => {
  const customerDiscount = { rate: 800, names: en('Group Healthcare') }
  const rounding = { to: 50, direction: 'up' } as const
  const input = line(brochure, 600, { inside: '150', cover: '250', finish: 'matt' }, { customerDiscount, rounding })
  expect(medianOf(1000, () => priced(input))).toBeLessThan(0.2)
  expect(medianOf(500, () => tierPrices(input))).toBeLessThan(0.8)
})
