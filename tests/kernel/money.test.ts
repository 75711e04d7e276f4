import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyExponent, isCurrency } from '#shared/kernel/currency.ts'
import {
  cashRounding,
  compareUnitPrices,
  eachPrice,
  lineAmount,
  lineAmountFits,
  minorFromScaled,
  scaledFromMinor,
  sumOf,
  unitPriceOfRun,
  vatOnNet,
  vatOutOfGross,
} from '#shared/kernel/money.ts'
import { percentageOf, shareInBasisPoints } from '#shared/kernel/percent.ts'
import { wholeQuantity } from '#shared/kernel/quantity.ts'
import { roundHalfUp, scaleRounded, toSafeInteger } from '#shared/kernel/rounding.ts'

describe('[K1] rounding', () => {
  it('[Values] [K1] rounds half up away from zero, in both signs of both sides', () => {
    expect([1n, 4n, 5n, 6n, 15n, -4n, -5n, -15n].map((top) => roundHalfUp(top, 10n))).toEqual([
      0n,
      0n,
      1n,
      1n,
      2n,
      0n,
      -1n,
      -2n,
    ])
    expect(roundHalfUp(5n, -10n)).toBe(-1n)
    expect(roundHalfUp(-5n, -10n)).toBe(1n)
    expect(() => roundHalfUp(1n, 0n)).toThrow(RangeError)
  })

  it('[K1] is never off by more than half and mirrors at zero', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 15n), (top, bottom) => {
        const rounded = roundHalfUp(top, bottom)
        const twiceOff = 2n * (rounded * bottom - top)
        expect(twiceOff <= bottom && twiceOff >= -bottom).toBe(true)
        expect(roundHalfUp(-top, bottom)).toBe(-rounded)
      }),
    )
  })

  it('[Values] [K1] refuses to leave the safe integers', () => {
    expect(toSafeInteger(9007199254740991n)).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => toSafeInteger(9007199254740992n)).toThrow(RangeError)
    expect(scaleRounded(Number.MAX_SAFE_INTEGER, 3, 3)).toBe(Number.MAX_SAFE_INTEGER)
  })
})

describe('[K2] line amounts', () => {
  it('[Values] [K2] 7 x 0.075 = 0.53', () => {
    expect(lineAmount(wholeQuantity(7), { amount: 75_000, base: 1 }, 'EUR')).toBe(53)
    expect(lineAmount(wholeQuantity(-7), { amount: 75_000, base: 1 }, 'EUR')).toBe(-53)
  })

  it('[Values] [K2] a price for the whole run stays the price of the run: 474.00 per 500', () => {
    const price = unitPriceOfRun(47_400, 'EUR', 500)
    expect(price).toEqual({ amount: 474_000_000, base: 500 })
    expect(lineAmount(wholeQuantity(500), price, 'EUR')).toBe(47_400)
    expect(lineAmount(wholeQuantity(250), price, 'EUR')).toBe(23_700)
    expect(eachPrice(price)).toBe(948_000)
    expect(eachPrice({ amount: 100_000_000, base: 3 })).toBe(33_333_333)
    expect(lineAmount(wholeQuantity(3), { amount: 100_000_000, base: 3 }, 'EUR')).toBe(10_000)
  })

  it('[Values] [K2] takes discounts off before the one rounding', () => {
    // 50 % of 3.33 is 1.665: half up is 1.67.
    expect(lineAmount(wholeQuantity(10), { amount: 333_000, base: 1 }, 'EUR', { percentOff: [5000] })).toBe(167)
    expect(lineAmount(wholeQuantity(1), { amount: 10_000_000, base: 1 }, 'EUR', { percentOff: [1000, 1000] })).toBe(810)
    expect(
      lineAmount(wholeQuantity(1), { amount: 10_000_000, base: 1 }, 'EUR', { percentOff: [333], amountOff: 100 }),
    ).toBe(867)
    expect(lineAmount(wholeQuantity(1), { amount: 10_000_000, base: 1 }, 'EUR', { percentOff: [10_000] })).toBe(0)
  })

  it('[K2] knows the decimals of the currency and of the quantity', () => {
    expect(lineAmount(2500, { amount: 9_500_000, base: 1 }, 'PLN')).toBe(2375)
    expect(lineAmount(2500, { amount: 9_500_000, base: 1 }, 'JPY')).toBe(24)
    expect(
      ['EUR', 'PLN', 'USD', 'GBP', 'CHF', 'CZK', 'SEK', 'DKK', 'NOK', 'HUF', 'JPY', 'KWD'].map(currencyExponent),
    ).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 3])
    expect(isCurrency('EUX')).toBe(false)
    expect(() => currencyExponent('EUX')).toThrow(RangeError)
  })

  it('[K2] says beforehand when an amount would not fit', () => {
    const dear = { amount: 10_000_000 * 1_000_000, base: 1 }
    expect(lineAmountFits(wholeQuantity(1000), dear, 'EUR')).toBe(true)
    expect(lineAmountFits(wholeQuantity(100_000_000), dear, 'EUR')).toBe(false)
    expect(() => lineAmount(wholeQuantity(100_000_000), dear, 'EUR')).toThrow(RangeError)
  })

  it('[K2] compares prices of different bases exactly', () => {
    const perThree = { amount: 1_000_000, base: 3 }
    expect(compareUnitPrices(perThree, { amount: 333_333, base: 1 })).toBe(1)
    expect(compareUnitPrices(perThree, { amount: 2_000_000, base: 6 })).toBe(0)
    expect(compareUnitPrices({ amount: 333_333, base: 1 }, perThree)).toBe(-1)
  })

  it('[K2] carries amounts to prices and back unchanged', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        (amount, currency) => {
          expect(minorFromScaled(scaledFromMinor(amount, currency), currency)).toBe(amount)
        },
      ),
    )
  })
})

describe('[K3] percentages and VAT', () => {
  it('[Values] [K3] 21 % of 0.50 = 0.11', () => {
    expect(vatOnNet(50, 2100)).toBe(11)
    expect(percentageOf(-50, 2100)).toBe(-11)
  })

  it('[Values] [K3] takes VAT out of a gross sum', () => {
    expect(vatOutOfGross(12_100, 2100)).toBe(2100)
    expect(vatOutOfGross(1000, 2100)).toBe(174)
    expect(vatOutOfGross(1000, 0)).toBe(0)
  })

  it('[K3] the VAT taken out of what net and VAT make is the VAT', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 2700 }), (net, rate) => {
        const vat = vatOnNet(net, rate)
        expect(Math.abs(vatOutOfGross(net + vat, rate) - vat)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('[K3] says shares in basis points, and none of nothing', () => {
    expect(shareInBasisPoints(1, 3)).toBe(3333)
    expect(shareInBasisPoints(5, 0)).toBeNull()
  })

  it('[K3] rounds cash as an amount of its own', () => {
    expect(cashRounding(40_656, 5)).toBe(-1)
    expect(cashRounding(40_658, 5)).toBe(2)
    expect(cashRounding(-40_656, 5)).toBe(1)
    expect(cashRounding(40_655, 5)).toBe(0)
  })

  it('[K3] sums without losing a cent', () => {
    expect(sumOf([1, 2, -4])).toBe(-1)
    expect(() => sumOf([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
  })
})
