import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OrderTotals, orderTotals, type TotalsInput, type TotalsLine } from '#shared/pricing/order-totals.ts'
import type { LineVat } from '#shared/settings/vat-rates.ts'

const standard: LineVat = { category: 'standard', rate: 2100 }
const reduced: LineVat = { category: 'reduced', rate: 900 }

function lineOf(id: string, amount: number, vat = standard, isDiscounted = true): TotalsLine {
  return { id, amount, vat, isDiscounted }
}

function totalsOf(input: Partial<TotalsInput>): OrderTotals {
  const result = orderTotals({ includesVat: false, lines: [], charges: [], discount: null, ...input })
  if (!result.ok) throw new Error(`no total: ${result.refusal.code}`)
  return result.value
}

function refusalOf(input: Partial<TotalsInput>): string | null {
  const result = orderTotals({ includesVat: false, lines: [], charges: [], discount: null, ...input })
  return result.ok ? null : result.refusal.code
}

describe('totals of an order', () => {
  it('[PC17] computes VAT per category and rate on the sum of the rounded lines and charges', () => {
    const totals = totalsOf({
      lines: [lineOf('a', 4600), lineOf('b', 10_900), lineOf('c', 47_400), lineOf('d', 50, reduced)],
      charges: [{ id: 'pick-up', amount: 695, vat: standard }],
    })
    expect(totals).toEqual({
      includesVat: false,
      linesAmount: 62_950,
      discountAmount: 0,
      chargesAmount: 695,
      lines: ['a', 'b', 'c', 'd'].map((id, at) => ({
        id,
        discount: 0,
        afterDiscount: [4600, 10_900, 47_400, 50][at],
      })),
      vat: [
        { category: 'standard', rate: 2100, net: 63_595, vat: 13_355, gross: 76_950 },
        { category: 'reduced', rate: 900, net: 50, vat: 5, gross: 55 },
      ],
      net: 63_645,
      vatAmount: 13_360,
      gross: 77_005,
    })
    // Ten lines of five cents bear 21 % of fifty, not ten times 21 % of five.
    expect(totalsOf({ lines: Array.from({ length: 10 }, (_, at) => lineOf(`${at}`, 5)) }).vatAmount).toBe(11)
  })

  it('[PC17] keeps apart what bears no VAT for different reasons', () => {
    const categories = ['zero', 'exempt', 'reverse_charge', 'intra_community'] as const
    const lines = categories.map((category) => lineOf(category, 1000, { category, rate: 0 }))
    expect(totalsOf({ lines }).vat.map(({ category, net, vat }) => [category, net, vat])).toEqual([
      ['exempt', 1000, 0],
      ['intra_community', 1000, 0],
      ['reverse_charge', 1000, 0],
      ['zero', 1000, 0],
    ])
  })

  it("[PC17] takes VAT out of each rate's gross sum where prices include it", () => {
    const totals = totalsOf({
      includesVat: true,
      lines: [lineOf('a', 1210), lineOf('b', 999), lineOf('c', 545, reduced)],
    })
    expect(totals.vat).toEqual([
      { category: 'standard', rate: 2100, net: 1826, vat: 383, gross: 2209 },
      { category: 'reduced', rate: 900, net: 500, vat: 45, gross: 545 },
    ])
    expect(totals).toMatchObject({ net: 2326, vatAmount: 428, gross: 2754 })
  })

  it('[PC18] shares a document discount over the lines that may have it, not over charges', () => {
    const lines = [lineOf('a', 1000), lineOf('b', 1000), lineOf('c', 1000), lineOf('deposit', 5000, standard, false)]
    const charges = [{ id: 'shipping', amount: 500, vat: standard }]
    const totals = totalsOf({ lines, charges, discount: { kind: 'amount', amount: 100 } })
    expect(totals.lines.map(({ discount }) => discount)).toEqual([34, 33, 33, 0])
    expect(totals).toMatchObject({ linesAmount: 8000, discountAmount: 100, chargesAmount: 500, net: 8400 })
    expect(totalsOf({ lines, discount: { kind: 'percent', rate: 10_000 } })).toMatchObject({
      discountAmount: 3000,
      net: 5000,
    })
    expect(totalsOf({ lines: [], discount: { kind: 'percent', rate: 500 } }).gross).toBe(0)
  })

  it('[PC18] refuses a discount that is negative or more than the lines', () => {
    const lines = [lineOf('a', 1000), lineOf('b', 500, standard, false)]
    expect(refusalOf({ lines, discount: { kind: 'amount', amount: 1001 } })).toBe('discount.aboveWhole')
    expect(refusalOf({ lines, discount: { kind: 'amount', amount: -1 } })).toBe('discount.negative')
    expect(refusalOf({ lines, discount: { kind: 'percent', rate: 10_001 } })).toBe('discount.aboveWhole')
    expect(refusalOf({ lines, discount: { kind: 'percent', rate: -500 } })).toBe('discount.negative')
    expect(refusalOf({ lines: [], discount: { kind: 'amount', amount: 1 } })).toBe('discount.aboveWhole')
    expect(refusalOf({ lines: [lineOf('a', 1e15 + 1)] })).toBe('total.tooLarge')
  })
})

const vat = fc.constantFrom<LineVat>(
  standard,
  reduced,
  { category: 'reduced', rate: 550 },
  { category: 'reduced', rate: 210 },
  { category: 'standard', rate: 2300 },
  { category: 'zero', rate: 0 },
  { category: 'reverse_charge', rate: 0 },
)
const amount = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 100_000_000_000 }))
const lines = fc.array(fc.record({ id: fc.uuid(), amount, vat, isDiscounted: fc.boolean() }), { maxLength: 12 })
const charges = fc.array(fc.record({ id: fc.uuid(), amount, vat }), { maxLength: 3 })
const share = fc.option(fc.integer({ min: 0, max: 10_000 }))

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}

describe('totals of any order', () => {
  it('[PC17] [PC18] reconcile: lines less discount and charges are the total, and every part sums to its whole', () => {
    fc.assert(
      fc.property(lines, charges, share, fc.boolean(), fc.boolean(), (drawn, extra, rate, asAmount, includesVat) => {
        const discountable = add(drawn.filter((each) => each.isDiscounted).map((each) => each.amount))
        const discount =
          rate === null
            ? null
            : asAmount
              ? { kind: 'amount' as const, amount: Math.floor((discountable * rate) / 10_000) }
              : { kind: 'percent' as const, rate }
        const totals = totalsOf({ lines: drawn, charges: extra, discount, includesVat })
        expect(add(totals.lines.map((each) => each.discount))).toBe(totals.discountAmount)
        expect(totals.net + totals.vatAmount).toBe(totals.gross)
        expect(totals.linesAmount - totals.discountAmount + totals.chargesAmount).toBe(
          includesVat ? totals.gross : totals.net,
        )
        expect(totals.lines.every((each) => each.discount >= 0 && each.afterDiscount >= 0)).toBe(true)
        drawn.forEach((each, at) => {
          if (!each.isDiscounted) expect(totals.lines[at]?.discount).toBe(0)
        })
        for (const each of totals.vat) {
          expect(each.net + each.vat).toBe(each.gross)
          // Rounded once: never more than half a minor unit from the exact tax.
          const base = includesVat ? each.gross : each.net
          const over = includesVat ? 10_000 + each.rate : 10_000
          const twice = 2n * (BigInt(each.vat) * BigInt(over) - BigInt(base) * BigInt(each.rate))
          expect(twice <= BigInt(over) && -twice <= BigInt(over)).toBe(true)
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('[PC19] a credit note is the mirror image of its invoice', () => {
    fc.assert(
      fc.property(lines, charges, share, fc.boolean(), (drawn, extra, rate, includesVat) => {
        const discount = rate === null ? null : ({ kind: 'percent', rate } as const)
        const invoice = totalsOf({ lines: drawn, charges: extra, discount, includesVat })
        const negative = <T extends { readonly amount: number }>(each: T): T => ({ ...each, amount: 0 - each.amount })
        const credit = totalsOf({ lines: drawn.map(negative), charges: extra.map(negative), discount, includesVat })
        const sums = ({ net, vatAmount, gross, discountAmount }: OrderTotals) => [net, vatAmount, gross, discountAmount]
        expect(sums(credit)).toEqual(sums(invoice).map((each) => 0 - each))
        expect(credit.vat.map((each) => each.vat)).toEqual(invoice.vat.map((each) => 0 - each.vat))
        expect(credit.lines.map((each) => each.discount)).toEqual(invoice.lines.map((each) => 0 - each.discount))
      }),
      { numRuns: 3000 },
    )
  })

  it('[PC17] neither the order of the lines nor splitting one changes the tax', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), fc.nat(), (drawn, includesVat, cut) => {
        const totals = totalsOf({ lines: drawn, includesVat })
        expect(totalsOf({ lines: drawn.toReversed(), includesVat }).vat).toEqual(totals.vat)
        const split = drawn.flatMap((each) => {
          const part = Math.min(cut, each.amount)
          return [
            { ...each, amount: part },
            { ...each, id: `${each.id}-rest`, amount: each.amount - part },
          ]
        })
        expect(totalsOf({ lines: split, includesVat }).vat).toEqual(totals.vat)
      }),
      { numRuns: 2000 },
    )
  })
})
