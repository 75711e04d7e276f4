import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OptionSurcharge, PriceTier, PriceWay } from '#shared/catalog/price-table.ts'
import type { Product } from '#shared/catalog/product.ts'
import { lineAmount, unitPriceOfRun } from '#shared/kernel/money.ts'
import { priceLine, tierPrices } from '#shared/pricing/price-line.ts'
import type { PriceLineInput, PriceOverride } from '#shared/pricing/price-line-input.ts'
import { en, euroTable } from '#tests/catalog/sample-products.ts'
import { line, soldBy } from './sample-lines.ts'

const cents = fc.integer({ min: 0, max: 5_000_000 })
const rate = fc.integer({ min: 0, max: 10_000 })
const unitPrice = fc.record({
  amount: fc.integer({ min: 0, max: 500_000_000 }),
  base: fc.constantFrom(1, 3, 7, 100, 1000),
})

/** Rising quantities with the price of each whole run. */
const runTiers: fc.Arbitrary<PriceTier[]> = fc
  .uniqueArray(fc.record({ pieces: fc.integer({ min: 1, max: 100_000 }), total: cents }), {
    selector: ({ pieces }) => pieces,
    minLength: 1,
    maxLength: 8,
  })
  .map((rows) =>
    rows
      .toSorted((a, b) => a.pieces - b.pieces)
      .map(({ pieces, total }) => ({ from: pieces * 1000, price: unitPriceOfRun(total, 'EUR', pieces) })),
  )

const between = fc.constantFrom('tier_from' as const, 'linear_between' as const)
const way: fc.Arbitrary<PriceWay> = fc.oneof(
  fc.record({ kind: fc.constant('tiers' as const), priced: fc.constant('run' as const), between, tiers: runTiers }),
  fc.record({ kind: fc.constant('unit' as const), price: unitPrice }),
  fc.record({
    kind: fc.constant('area' as const),
    minimumArea: fc.integer({ min: 0, max: 2000 }),
    minimumCharge: cents,
    tiers: fc.tuple(unitPrice, unitPrice).map(([low, high]) => [
      { from: 0, price: low },
      { from: 50_000, price: high },
    ]),
  }),
)

const surcharge: fc.Arbitrary<OptionSurcharge> = fc.record({
  names: fc.constant(en('Extra')),
  conditions: fc.constant([]),
  levels: fc
    .record({
      from: fc.constant(0),
      perRun: fc.integer({ min: -20_000, max: 20_000 }),
      perPiece: fc.option(unitPrice),
      perPage: fc.constant(null),
      perSquareMetre: fc.option(unitPrice),
      percent: fc.integer({ min: -10_000, max: 20_000 }),
    })
    .map((level) => [level]),
})

const override: fc.Arbitrary<PriceOverride> = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), amount: cents, reason: fc.constant(null) }),
  fc.record({ kind: fc.constant('unit_price' as const), price: unitPrice, reason: fc.constant(null) }),
  fc.record({ kind: fc.constant('discount' as const), rate, reason: fc.constant('asked nicely') }),
)

const product: fc.Arbitrary<Product> = fc
  .record({
    way,
    surcharges: fc.array(surcharge, { maxLength: 4 }),
    sets: fc.constantFrom('each_a_run' as const, 'one_run' as const),
    extraSet: cents,
    includesVat: fc.boolean(),
    unit: fc.constantFrom('C62' as const, 'MTR' as const),
  })
  .map(({ way, unit, ...table }) =>
    soldBy(way, { ...euroTable, ...table, entries: [{ names: {}, conditions: [], way }] }, { unit }),
  )

const input: fc.Arbitrary<PriceLineInput> = fc
  .record({
    product,
    sets: fc.integer({ min: 1, max: 5 }),
    each: fc.integer({ min: 1, max: 200_000_000 }),
    includesVat: fc.boolean(),
    vatRate: fc.constantFrom(0, 210, 550, 900, 2100, 2300),
    productDiscount: rate,
    customerDiscount: fc.option(rate.map((each) => ({ rate: each, names: {} }))),
    rounding: fc.option(
      fc.record({
        to: fc.constantFrom(1, 5, 50, 100),
        direction: fc.constantFrom('up' as const, 'down' as const, 'nearest' as const),
      }),
    ),
    rush: fc.option(fc.integer({ min: 0, max: 20_000 }).map((each) => ({ kind: 'percent' as const, rate: each }))),
    override: fc.option(override),
    size: fc.record({ width: fc.integer({ min: 400, max: 1000 }), height: fc.integer({ min: 400, max: 700 }) }),
  })
  .map(({ product: drawn, sets, each, size, ...more }) => {
    const quantity = { sets, each: drawn.unit === 'C62' ? Math.ceil(each / 1000) * 1000 : each }
    return line(drawn, 1, { size }, { quantity, ...more })
  })

describe('the price of any line', () => {
  it('[PC1] [PC13] steps sum to the price, which the unit price gives back, and which is never negative', () => {
    let accepted = 0
    fc.assert(
      fc.property(input, (drawn) => {
        const result = priceLine(drawn)
        if (!result.ok) {
          expect(result.refusal.code).toBe('price.tooLarge')
          return
        }
        accepted += 1
        const { steps, amount, unitPrice: unit, listAmount } = result.value
        let sum = 0
        for (const step of steps) {
          if (step.kind === 'step') sum += step.amount
          else expect(step.amount).toBe(sum)
        }
        expect(sum).toBe(amount)
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(listAmount).toBeGreaterThanOrEqual(0)
        const { sets, each } = drawn.quantity
        expect(lineAmount(sets * each, unit, 'EUR')).toBe(amount)
        expect(JSON.parse(JSON.stringify(steps))).toEqual(steps)
      }),
      { numRuns: 5000 },
    )
    expect(accepted).toBeGreaterThan(4000)
  })

  it('[PC9] discounts are rounded once: as if the line were computed from its unit price in one go', () => {
    fc.assert(
      fc.property(unitPrice, fc.integer({ min: 1, max: 100_000 }), rate, rate, (price, pieces, first, second) => {
        const sold = soldBy({ kind: 'unit', price })
        const result = priceLine(
          line(sold, pieces, {}, { productDiscount: first, customerDiscount: { rate: second, names: {} } }),
        )
        const amount = lineAmount(pieces * 1000, price, 'EUR', { percentOff: [first, second] })
        expect(result).toMatchObject({ ok: true, value: { amount } })
      }),
      { numRuns: 3000 },
    )
  })

  it('[PC3] in a straight line between rising totals, more pieces never cost less', () => {
    fc.assert(
      fc.property(
        runTiers,
        fc.integer({ min: 1, max: 120_000 }),
        fc.integer({ min: 0, max: 1000 }),
        (tiers, pieces, more) => {
          let floor = 0
          const rising = tiers.map(({ from, price }) => {
            floor = Math.max(floor, price.amount)
            return { from, price: { ...price, amount: floor } }
          })
          const sold = soldBy({ kind: 'tiers', priced: 'run', between: 'linear_between', tiers: rising })
          const amounts = [pieces, pieces + more].map((count) => priceLine(line(sold, count)))
          const [low, high] = amounts.map((each) => (each.ok ? each.value.amount : Number.NaN))
          expect(high).toBeGreaterThanOrEqual(low ?? Number.NaN)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('[PC14] the strip and the hint say what the line itself would cost at that tier', () => {
    fc.assert(
      fc.property(input, (drawn) => {
        const plain = { ...drawn, override: null }
        for (const tier of tierPrices(drawn)) {
          const there = priceLine({ ...plain, quantity: { ...drawn.quantity, each: tier.each } })
          expect(there).toMatchObject({ ok: true, value: { amount: tier.amount, unitPrice: tier.unitPrice } })
        }
        const here = priceLine(drawn)
        if (!here.ok || here.value.nextTier === null) return
        const { each, amount } = here.value.nextTier
        expect(each).toBeGreaterThan(drawn.quantity.each)
        expect(tierPrices(drawn).map((tier) => [tier.each, tier.amount])).toContainEqual([each, amount])
      }),
      { numRuns: 1500 },
    )
  })
})
