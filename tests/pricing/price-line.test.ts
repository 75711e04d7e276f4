import { describe, expect, it } from 'vitest'
import { wholeQuantity } from '#shared/kernel/quantity.ts'
import { orderTotals } from '#shared/pricing/order-totals.ts'
import { tierPrices } from '#shared/pricing/price-line.ts'
import type { PriceOverride } from '#shared/pricing/price-line-input.ts'
import { brochure, businessCards, en, tier } from '#tests/catalog/sample-products.ts'
import { each, line, priced, reasons, refusalOf, soldBy } from './sample-lines.ts'

const healthcare = { rate: 800, names: en('Group Healthcare') }
const upToHalf = { to: 50, direction: 'up' } as const

describe('the price of a line', () => {
  it('[PC1] 1,000 business cards at 52.00 with 5 % customer discount are 49.40, with 21 % VAT 59.77', () => {
    const result = priced(line(businessCards, 1000, {}, { customerDiscount: { rate: 500, names: {} } }))
    expect(reasons(result)).toEqual(['tier 52.00', '= listPrice 52.00', 'customerDiscount -2.60', '= netPrice 49.40'])
    const totals = orderTotals({
      includesVat: false,
      lines: [{ id: 'a', amount: result.amount, vat: { category: 'standard', rate: 2100 }, isDiscounted: true }],
      charges: [],
      discount: null,
    })
    expect(totals).toMatchObject({ ok: true, value: { net: 4940, vatAmount: 1037, gross: 5977 } })
  })

  it('[PC1] explains 500 brochures from tier to net price, and says what the next tier costs', () => {
    const chosen = { inside: '150', cover: '250', finish: 'matt' }
    const result = priced(line(brochure, 500, chosen, { customerDiscount: healthcare, rounding: upToHalf }))
    expect(reasons(result)).toEqual([
      'tier 412.00',
      'option 18.40',
      'option 46.00',
      'option 38.60',
      '= listPrice 515.00',
      'customerDiscount -41.20',
      'roundedUp 0.20',
      '= netPrice 474.00',
    ])
    expect(result.steps.map((step) => (step.kind === 'step' ? step.names.en : undefined))).toEqual([
      'A5 16 pp',
      'Inside 150 g silk',
      'Cover 250 g',
      'Matt lamination, one side',
      undefined,
      'Group Healthcare',
      undefined,
      undefined,
    ])
    expect(result).toMatchObject({ listAmount: 51_500, amount: 47_400, pricedOn: '2026-11-02', warnings: [] })
    expect(result.unitPrice).toEqual({ amount: 474_000_000, base: 500 })
    expect(result.nextTier).toEqual({
      each: wholeQuantity(1000),
      amount: 70_200,
      unitPrice: { amount: 702_000_000, base: 1000 },
      costsNoMore: false,
    })
  })

  it('[PC2] takes the first price whose conditions hold, and none where none does', () => {
    expect(refusalOf(line(brochure, 500, { pages: 24 }))).toBe('price.missing')
    expect(refusalOf(line({ ...brochure, priceTable: null }, 500))).toBe('price.missing')
  })

  it('[PC3] charges the unit price of the tier at or below, also above the last', () => {
    const amounts = [500, 600, 999, 1000, 2500, 5000].map((pieces) => priced(line(businessCards, pieces)).amount)
    expect(amounts).toEqual([3800, 4560, 7592, 5200, 9600, 19_200])
    expect(priced(line(businessCards, 999)).nextTier).toMatchObject({ amount: 5200, costsNoMore: true })
    expect(priced(line(businessCards, 2500)).nextTier).toBeNull()
  })

  it('[PC3] climbs in a straight line between two tiers where the table says so', () => {
    const tiers = [tier(500, 3800), tier(1000, 5200)]
    const product = soldBy({ kind: 'tiers', priced: 'run', between: 'linear_between', tiers })
    const lines = [500, 501, 750, 999, 1000, 1500].map((pieces) => priced(line(product, pieces)))
    expect(lines.map(({ amount }) => amount)).toEqual([3800, 3803, 4500, 5197, 5200, 7800])
    expect(lines.map((each) => reasons(each)[0]?.split(' ')[0])).toEqual([
      'tier',
      'between',
      'between',
      'between',
      'tier',
      'tier',
    ])
  })

  it('[PC4] charges the smallest tier below it', () => {
    expect(reasons(priced(line(businessCards, 10)))).toEqual(['minimumRun 29.00', '= netPrice 29.00'])
    expect(priced(line(businessCards, 10)).nextTier).toMatchObject({ amount: 2900, costsNoMore: true })
  })

  it('[PC13] keeps the price of a piece where pieces have prices', () => {
    const tiers = [
      { from: wholeQuantity(1), price: each(0.075) },
      { from: wholeQuantity(100), price: each(6, 100) },
    ]
    const pens = soldBy({ kind: 'tiers', priced: 'unit', between: 'tier_from', tiers })
    expect(priced(line(pens, 7))).toMatchObject({ amount: 53, unitPrice: { amount: 75_000, base: 1 } })
    expect(priced(line(pens, 150))).toMatchObject({ amount: 900, unitPrice: { amount: 6_000_000, base: 100 } })
    const single = soldBy({ kind: 'unit', price: each(12.5, 100) })
    expect(priced(line(single, 250))).toMatchObject({ amount: 3125, unitPrice: { amount: 12_500_000, base: 100 } })
  })

  it('[PC5] prices the exact area with a least area per piece, tiers by the whole area and a minimum charge', () => {
    const way = {
      kind: 'area',
      minimumArea: 0,
      minimumCharge: 1500,
      tiers: [
        { from: 0, price: each(18) },
        { from: 10_000, price: each(15) },
      ],
    } as const
    const stickers = soldBy(way)
    const size = { width: 500, height: 500 }
    // 0.0025 square metres a piece; rounding the piece first would charge a fifth more.
    expect(reasons(priced(line(stickers, 1000, { size })))).toEqual(['area 45.00', '= netPrice 45.00'])
    expect(reasons(priced(line(stickers, 10, { size })))).toEqual(['areaMinimumCharge 15.00', '= netPrice 15.00'])
    expect(priced(line(stickers, 4000, { size })).amount).toBe(15_000)
    expect(priced(line(stickers, 3000, { size })).nextTier).toMatchObject({ each: wholeQuantity(4000), amount: 15_000 })
    expect(priced(line(soldBy({ ...way, minimumArea: 100 }), 10, { size })).amount).toBe(1800)
    const input = line(stickers, 10)
    expect(refusalOf({ ...input, configuration: {} })).toBe('price.withoutSize')
  })

  it('[PC6] charges begun steps of time and never under the minimum', () => {
    const dtp = soldBy({ kind: 'hourly', price: each(60), minimum: 500, step: 250 }, {}, { unit: 'HUR' })
    const at = (thousandths: number) => priced(line(dtp, 1, {}, { quantity: { sets: 1, each: thousandths } }))
    expect([100, 500, 501, 750, 1500].map((time) => reasons(at(time))[0])).toEqual([
      'hoursMinimum 30.00',
      'hours 30.00',
      'hours 45.00',
      'hours 45.00',
      'hours 90.00',
    ])
    expect(at(1500).unitPrice).toEqual({ amount: 60_000_000, base: 1 })
    expect(at(333)).toMatchObject({ amount: 3000 })
  })

  it('[PC7] adds per run, per piece, per page, per square metre and a percentage of the base alone', () => {
    const always = { perRun: 0, perPiece: null, perPage: null, perSquareMetre: null, percent: 0 }
    const conditions = [{ kind: 'values', option: 'cover', anyOf: ['250'] }] as const
    const surcharges = [
      { names: en('Percent'), conditions, levels: [{ ...always, from: 0, percent: 1000 }] },
      { names: en('Run'), conditions, levels: [{ ...always, from: 0, perRun: 700 }] },
      { names: en('Piece'), conditions, levels: [{ ...always, from: 0, perPiece: each(0.02) }] },
      { names: en('Page'), conditions, levels: [{ ...always, from: 0, perPage: each(1, 1000) }] },
      { names: en('Area'), conditions, levels: [{ ...always, from: 0, perSquareMetre: each(0.5) }] },
      {
        names: en('Later'),
        conditions,
        levels: [
          { ...always, from: 0 },
          { ...always, from: 1_000_000, perRun: -100 },
        ],
      },
    ]
    const table = brochure.priceTable
    if (table === null) throw new Error('the sample has prices')
    const product = { ...brochure, priceTable: { ...table, surcharges } }
    const parts = (pieces: number) => {
      const { steps } = priced(line(product, pieces, { cover: '250' }))
      return steps.flatMap((step) => (step.code === 'option' ? [[step.names.en, step.amount]] : []))
    }
    expect(parts(500)).toEqual([
      ['Percent', 4120],
      ['Run', 700],
      ['Piece', 1000],
      ['Page', 800],
      ['Area', 777],
    ])
    expect(parts(1000).at(-1)).toEqual(['Later', -100])
    expect(reasons(priced(line(product, 500, { cover: 'as_inside' })))).toEqual(['tier 412.00', '= netPrice 412.00'])
  })

  it('[PC7] reductions never bring a price below zero', () => {
    const cheap = { from: 0, perRun: -9999, perPiece: null, perPage: null, perSquareMetre: null, percent: 0 }
    const surcharges = [{ names: en('Off'), conditions: [], levels: [cheap] }]
    const product = soldBy({ kind: 'unit', price: each(0.1) }, { surcharges })
    expect(reasons(priced(line(product, 100)))).toEqual([
      'unit 10.00',
      'option -99.99',
      'notBelowZero 89.99',
      '= netPrice 0.00',
    ])
  })

  it('[PC8] several sets are runs of their own, or one run', () => {
    const quantity = { sets: 3, each: wholeQuantity(500) }
    const table = businessCards.priceTable
    if (table === null) throw new Error('the sample has prices')
    const own = { ...businessCards, priceTable: { ...table, extraSet: 250 } }
    expect(reasons(priced(line(own, 1, {}, { quantity })))).toEqual([
      'tier 38.00',
      'sets 76.00',
      'extraSets 5.00',
      '= netPrice 119.00',
    ])
    const gang = { ...businessCards, priceTable: { ...table, sets: 'one_run', extraSet: 250 } } as const
    const together = priced(line(gang, 1, {}, { quantity }))
    expect(reasons(together)).toEqual(['tier 78.00', 'extraSets 5.00', '= netPrice 83.00'])
    expect(together.unitPrice).toEqual({ amount: 83_000_000, base: 1500 })
    // 2,500 in one run of three sets are 834 of each.
    expect(together.nextTier).toMatchObject({ each: wholeQuantity(834), amount: 10_108 })
  })

  it('[PC9] takes discounts one after the other, rounded once at the end', () => {
    const twice = line(soldBy({ kind: 'unit', price: each(0.125) }), 1, {}, { productDiscount: 5000 })
    expect(priced(twice).amount).toBe(6)
    const both = line(businessCards, 1000, {}, { productDiscount: 1000, customerDiscount: healthcare })
    expect(reasons(priced(both))).toEqual([
      'tier 52.00',
      '= listPrice 52.00',
      'productDiscount -5.20',
      'customerDiscount -3.74',
      '= netPrice 43.06',
    ])
    const whole = { productDiscount: 10_000, customerDiscount: { rate: 10_000, names: {} } }
    expect(priced(line(businessCards, 1000, {}, whole)).amount).toBe(0)
    expect(
      [-500, 10_001, 0.5].map((rate) => refusalOf(line(businessCards, 1000, {}, { productDiscount: rate }))),
    ).toEqual(['discount.negative', 'discount.aboveWhole', 'discount.negative'])
  })

  it('[PC10] turns net prices into gross ones and back', () => {
    const gross = priced(line(businessCards, 1000, {}, { includesVat: true }))
    expect(reasons(gross)).toEqual(['tier 52.00', '= listPrice 52.00', 'vatAdded 10.92', '= grossPrice 62.92'])
    const table = businessCards.priceTable
    if (table === null) throw new Error('the sample has prices')
    const consumer = { ...businessCards, priceTable: { ...table, includesVat: true } }
    expect(reasons(priced(line(consumer, 1000)))).toEqual([
      'tier 52.00',
      '= listPrice 52.00',
      'vatTakenOut -9.02',
      '= netPrice 42.98',
    ])
    expect(reasons(priced(line(consumer, 1000, {}, { includesVat: true })))).toEqual([
      'tier 52.00',
      '= grossPrice 52.00',
    ])
  })

  it('[PC11] rounds up, down or to the nearest, and takes the rush surcharge on the rounded price', () => {
    const at = (rounding: { to: number; direction: 'up' | 'down' | 'nearest' }) =>
      priced(line(businessCards, 600, {}, { rounding })).amount
    expect([
      at({ to: 50, direction: 'up' }),
      at({ to: 100, direction: 'down' }),
      at({ to: 100, direction: 'nearest' }),
      at({ to: 120, direction: 'nearest' }),
      at({ to: 10, direction: 'up' }),
    ]).toEqual([4600, 4500, 4600, 4560, 4560])
    const rush = { kind: 'percent', rate: 1500 } as const
    const chosen = { inside: '150', cover: '250', finish: 'matt' }
    const hurried = line(brochure, 500, chosen, { customerDiscount: healthcare, rounding: upToHalf, rush })
    expect(reasons(priced(hurried)).slice(-3)).toEqual(['roundedUp 0.20', 'rushPercent 71.10', '= netPrice 545.10'])
    const fixed = line(businessCards, 1000, {}, { rush: { kind: 'amount', amount: 2500 } })
    expect(reasons(priced(fixed))).toEqual(['tier 52.00', '= listPrice 52.00', 'rush 25.00', '= netPrice 77.00'])
    expect(refusalOf(line(businessCards, 1000, {}, { rush: { kind: 'amount', amount: -1 } }))).toBe('rush.negative')
    expect(refusalOf(line(businessCards, 1000, {}, { rounding: { to: 0, direction: 'up' } }))).toBe('rounding.step')
  })

  it('[PC12] a person has the last word and the rules stay visible', () => {
    const by = (override: PriceOverride, pieces = 1000) => line(businessCards, pieces, {}, { override })
    const amount = priced(by({ kind: 'amount', amount: 4500, reason: null }))
    expect(reasons(amount)).toEqual(['tier 52.00', 'override -7.00', '= netPrice 45.00'])
    const unit = priced(by({ kind: 'unit_price', price: each(0.06), reason: 'as agreed' }))
    expect(unit).toMatchObject({ amount: 6000, unitPrice: { amount: 60_000, base: 1 } })
    const discount = priced(by({ kind: 'discount', rate: 1000, reason: 'late last time' }))
    expect(reasons(discount)).toEqual(['tier 52.00', 'handDiscount -5.20', '= netPrice 46.80'])
    expect(discount.steps[1]).toMatchObject({ params: { percent: 10, reason: 'late last time' } })
    expect(refusalOf(by({ kind: 'discount', rate: 1000, reason: ' ' }))).toBe('discount.withoutReason')
    expect(refusalOf(by({ kind: 'discount', rate: 10_001, reason: 'x' }))).toBe('discount.aboveWhole')
    expect(refusalOf(by({ kind: 'amount', amount: -1, reason: null }))).toBe('price.negative')
    expect(refusalOf(by({ kind: 'unit_price', price: each(-1), reason: null }))).toBe('price.negative')
  })

  it('[PC12] a price by hand needs no price list', () => {
    const override = { kind: 'amount', amount: 12_345, reason: null } as const
    const result = priced(line({ ...businessCards, priceTable: null }, 500, {}, { override }))
    expect(reasons(result)).toEqual(['byHand 123.45', '= netPrice 123.45'])
    expect(result).toMatchObject({ listAmount: null, nextTier: null, unitPrice: { amount: 123_450_000, base: 500 } })
    const discount = { kind: 'discount', rate: 100, reason: 'x' } as const
    expect(refusalOf(line({ ...businessCards, priceTable: null }, 500, {}, { override: discount }))).toBe(
      'price.missing',
    )
  })

  it('[PC14] the strip shows every tier with the present choices and discounts, without what was set by hand', () => {
    const chosen = { inside: '150', cover: '250', finish: 'matt' }
    const override = { kind: 'amount', amount: 1, reason: null } as const
    const strip = tierPrices(
      line(brochure, 500, chosen, { customerDiscount: healthcare, rounding: upToHalf, override }),
    )
    expect(strip.map(({ each, amount, isChosen }) => [each / 1000, amount, isChosen])).toEqual([
      [100, 19_150, false],
      [250, 25_800, false],
      [500, 47_400, true],
      [1000, 70_200, false],
    ])
    expect(tierPrices(line(brochure, 500, { pages: 24 }))).toEqual([])
    expect(tierPrices(line(soldBy({ kind: 'unit', price: each(1) }), 5))).toEqual([])
  })

  it('[PC15] refuses quantities that nobody can make', () => {
    const at = (each: number, sets = 1, product = businessCards) =>
      refusalOf(line(product, 1, {}, { quantity: { sets, each } }))
    expect([0, -1000, Number.NaN, 0.5, 1e15].map((each) => at(each))).toEqual([
      'quantity.notPositive',
      'quantity.notPositive',
      'quantity.notPositive',
      'quantity.notPositive',
      'quantity.tooLarge',
    ])
    expect(at(333)).toBe('quantity.decimals')
    expect(at(333, 1, soldBy({ kind: 'unit', price: each(1) }, {}, { unit: 'MTR' }))).toBeNull()
    expect([0, 1.5, 10_000].map((sets) => at(1000, sets))).toEqual(['quantity.sets', 'quantity.sets', 'quantity.sets'])
    expect(at(2_147_483_648_000)).toBe('quantity.tooLarge')
    expect(at(999_999_999_000, 2)).toBe('quantity.tooLarge')
  })

  it('[PC16] asks to confirm what looks like a slip, and for the right to give away', () => {
    const warned = (override: PriceOverride | null, more = {}) =>
      priced(line(businessCards, 1000, {}, { override, ...more })).warnings.map(({ code, needs }) => `${code} ${needs}`)
    const amount = (cents: number) => ({ kind: 'amount', amount: cents, reason: null }) as const
    expect(warned(amount(1_000_000_000))).toEqual([])
    expect(warned(amount(1_000_000_001))).toEqual(['price.aboveTenMillion confirmation'])
    const lastUnitPrice = { amount: 52_000_000, base: 1000 }
    expect(warned(amount(52_000), { lastUnitPrice })).toEqual([])
    expect(warned(amount(52_001), { lastUnitPrice })).toEqual(['price.above10xLast confirmation'])
    expect(warned(amount(0))).toEqual(['price.givenFree right'])
    expect(warned({ kind: 'discount', rate: 10_000, reason: 'friend' })).toEqual(['price.givenFree right'])
    expect(warned(null, { customerDiscount: { rate: 10_000, names: {} } })).toEqual([])
    expect(warned(amount(0), { productDiscount: 10_000 })).toEqual([])
  })

  it('[PC16] refuses amounts beyond exact arithmetic and lists in another currency', () => {
    const dear = soldBy({ kind: 'unit', price: { amount: Number.MAX_SAFE_INTEGER, base: 1 } })
    expect(refusalOf(line(dear, 999_999_999))).toBe('price.tooLarge')
    const override = { kind: 'unit_price', price: { amount: Number.MAX_SAFE_INTEGER, base: 1 }, reason: null } as const
    expect(refusalOf(line(businessCards, 999_999_999, {}, { override }))).toBe('price.tooLarge')
    expect(refusalOf(line(businessCards, 1, {}, { override: { kind: 'amount', amount: 1e15, reason: null } }))).toBe(
      'price.tooLarge',
    )
    const metres = soldBy({ kind: 'unit', price: each(1) }, {}, { unit: 'MTR' })
    const fortune = { kind: 'amount', amount: 900_000_000_000, reason: null } as const
    expect(refusalOf(line(metres, 1, {}, { quantity: { sets: 1, each: 1 }, override: fortune }))).toBe('price.tooLarge')
    expect(refusalOf(line(businessCards, 1000, {}, { currency: 'PLN' }))).toBe('price.otherCurrency')
  })
})
