import { describe, expect, it } from 'vitest'
import { namedSizes, nameOfSize, turned } from '#shared/kernel/length.ts'
import { areaOf, isUnitCode, multiplyQuantities, packsFor, unitCodes, wholeQuantity } from '#shared/kernel/quantity.ts'

describe('[K5] quantities', () => {
  it('[Values] [K5] counts in thousandths of a Rec 20 unit', () => {
    expect(wholeQuantity(500)).toBe(500_000)
    expect(() => wholeQuantity(0.5)).toThrow(RangeError)
    expect(() => wholeQuantity(Number.MAX_SAFE_INTEGER)).toThrow(RangeError)
    expect(unitCodes).toContain('C62')
    expect([isUnitCode('MTK'), isUnitCode('constructor'), isUnitCode('pcs')]).toEqual([true, false, false])
  })

  it('[Values] [K5] counts packs up and multiplies exactly', () => {
    expect(packsFor(wholeQuantity(501), wholeQuantity(250))).toBe(3)
    expect(packsFor(wholeQuantity(500), wholeQuantity(250))).toBe(2)
    expect(multiplyQuantities(3500, 1200)).toBe(4200)
    expect(multiplyQuantities(333, 333)).toBe(111)
  })

  it('[K5] measures area in thousandths of a square metre', () => {
    expect(areaOf(30_000, 20_000)).toBe(6000)
    expect(areaOf(850, 550)).toBe(5)
  })
})

describe('[K6] lengths', () => {
  it('[Values] [K6] names a size whichever way it lies', () => {
    expect(nameOfSize({ width: 2970, height: 2100 })).toBe('A4')
    expect(nameOfSize({ width: 2103, height: 2968 })).toBe('A4')
    expect(nameOfSize({ width: 2110, height: 2970 })).toBeNull()
    expect(turned({ width: 1, height: 2 })).toEqual({ width: 2, height: 1 })
  })

  it('[K6] each A and B size is half the one before, within a millimetre', () => {
    for (const series of ['A', 'B']) {
      for (let step = 0; namedSizes[`${series}${step + 1}`]; step += 1) {
        const larger = namedSizes[`${series}${step}`]
        const smaller = namedSizes[`${series}${step + 1}`]
        expect(smaller?.height).toBe(larger?.width)
        expect(Math.abs((larger?.height ?? 0) / 2 - (smaller?.width ?? 0))).toBeLessThanOrEqual(10)
      }
    }
  })
})
