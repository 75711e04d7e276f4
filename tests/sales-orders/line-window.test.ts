import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnWhole, type LineList, lineWindow, topOf } from '#renderer/sales-orders/entry/line-window.ts'

const long: LineList = { count: 5000, rowHeight: 46, openIndex: -1, openHeight: 0 }

test('[SOE11] a short order is drawn whole', () => {
  expect(lineWindow({ ...long, count: drawnWhole }, 900, 500)).toEqual({ from: 0, until: 100, above: 0, below: 0 })
})

test('[SOE11] of a long order only what is on screen is drawn, and the heights add up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: drawnWhole + 1, max: 20_000 }),
      fc.nat(1_000_000),
      fc.integer({ min: -1, max: 20_000 }),
      fc.nat(900),
      (count, scrollTop, openIndex, openHeight) => {
        const list: LineList = { ...long, count, openIndex: openIndex >= count ? -1 : openIndex, openHeight }
        const { from, until, above, below } = lineWindow(list, scrollTop, 600)
        const bottom = Math.min(scrollTop, topOf(list, count)) + 600
        expect(until - from).toBeLessThanOrEqual(45)
        expect(above).toBe(topOf(list, from))
        expect(above + (topOf(list, until) - topOf(list, from)) + below).toBe(topOf(list, count))
        if (scrollTop < topOf(list, count)) {
          expect(topOf(list, from)).toBeLessThanOrEqual(scrollTop)
          expect(topOf(list, until)).toBeGreaterThanOrEqual(Math.min(bottom, topOf(list, count)))
        }
      },
    ),
  )
})
