import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitInto } from '#renderer/ui/pictures/fit-into.ts'

test('artwork fits its box whole, touches two sides, and keeps its proportion', () => {
  const side = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(
      side,
      side,
      fc.integer({ min: 20, max: 400 }),
      fc.integer({ min: 20, max: 400 }),
      (width, height, boxWidth, boxHeight) => {
        const fitted = fitInto({ width, height }, { width: boxWidth, height: boxHeight })
        expect(fitted.width).toBeLessThanOrEqual(boxWidth)
        expect(fitted.height).toBeLessThanOrEqual(boxHeight)
        expect(fitted.width === boxWidth || fitted.height === boxHeight).toBe(true)
        // Rounding to whole pixels may move a side by half of one.
        const scale = Math.min(boxWidth / width, boxHeight / height)
        expect(Math.abs(fitted.width - Math.max(1, width * scale))).toBeLessThanOrEqual(0.5)
        expect(Math.abs(fitted.height - Math.max(1, height * scale))).toBeLessThanOrEqual(0.5)
      },
    ),
  )
})
