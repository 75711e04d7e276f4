import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DotPicture } from '#tests/support/dot-picture.ts'
import { differenceOf, goldenProblem, isBlack } from '#tests/support/golden-picture.ts'
import { oneBitPng, readOneBitPng } from '#tests/support/one-bit-png.ts'

const folder = new URL('golden/papers/', import.meta.url)
const golden = readOneBitPng(readFileSync(new URL('order-confirmation-full-a4-pl.png', folder)))
const { width, height } = golden

/** The golden picture with every dot asked for by another. */
function drawn(inkAt: (x: number, y: number) => boolean) {
  const picture = new DotPicture(width, height)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (inkAt(x, y)) picture.burn(x, y)
  return picture.bitmap
}

describe('golden pictures', () => {
  it('[PR80] are read as they were written', () => {
    expect(readOneBitPng(oneBitPng(golden))).toEqual(golden)
    expect(differenceOf(golden, golden)).toBe(null)
  })

  it.each([
    ['all of it one dot lower', (x: number, y: number) => isBlack(golden, x, y - 1)],
    ['a third of it two dots to the right', (x: number, y: number) => isBlack(golden, y > 560 ? x - 2 : x, y)],
    ['one amount gone', (x: number, y: number) => isBlack(golden, x, y) && !(x > 500 && y > 376 && y < 390)],
    ['a thin rule more', (x: number, y: number) => isBlack(golden, x, y) || (y === 700 && x > 100 && x < 120)],
  ])('[PR80] see that another has %s', (_, inkAt) => {
    expect(differenceOf(golden, drawn(inkAt))).not.toBe(null)
  })

  it('[PR80] let the edge of a letter fall one dot beside its place', () => {
    let edges = 0
    const rounded = drawn((x, y) => {
      const isEdge = !isBlack(golden, x, y) && isBlack(golden, x - 1, y) && (x * 31 + y * 17) % 97 === 0
      if (isEdge) edges += 1
      return isEdge || isBlack(golden, x, y)
    })
    expect(edges).toBeGreaterThan(20)
    expect(differenceOf(golden, rounded)).toBe(null)
  })

  it.skipIf(process.env.COUNTERPROOF_GOLDEN === 'write')(
    '[PR80] are missed by name, and say how they come to be',
    () => {
      expect(goldenProblem('a-paper-of-nobody', golden)).toContain('COUNTERPROOF_GOLDEN=write')
    },
  )
})
