import { describe, expect, test } from 'vitest'
import { changedLine, newProductLine, withLine } from '#renderer/sales-orders/entry/draft-lines.ts'
import type { OrderDraft } from '#renderer/sales-orders/entry/order-draft.ts'
import {
  anybody,
  createDraftPricer,
  type PricedDraft,
  surroundingsOf,
  tiersFor,
  treatmentOf,
} from '#renderer/sales-orders/entry/price-draft.ts'
import { choose } from '#shared/catalog/configuration.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { lineId, products, sampleDraft, shop } from './entry-samples.ts'

const amounts = ({ lines }: PricedDraft) => lines.map(({ built }) => (built?.ok ? built.value.amount : null))
const price = (draft: OrderDraft, customer = anybody) => createDraftPricer().price(draft, products, shop, customer)

describe('[SOE4] the price follows every choice', () => {
  test('each line has its amount and the order its total with VAT', () => {
    const priced = price(sampleDraft())
    expect(amounts(priced)).toEqual([3800, 20_800, 6200])
    expect(priced.totals).toMatchObject({ linesAmount: 30_800, net: 30_800, vatAmount: 6468, gross: 37_268 })
    expect(priced.isComplete).toBe(true)
  })

  test('a choice changes its own line and nothing else', () => {
    const draft = changedLine(sampleDraft(), lineId(1), (line) =>
      line.what.kind === 'product'
        ? {
            ...line,
            what: {
              ...line.what,
              configuration: choose(businessCards, line.what.configuration, 'finish', 'matt').configuration,
            },
          }
        : line,
    )
    expect(amounts(price(draft))).toEqual([4700, 20_800, 6200])
  })

  test('delivery and rush stand beside the lines with their VAT', () => {
    const draft: OrderDraft = {
      ...sampleDraft(),
      delivery: 'delivery',
      deliveryAmount: 800,
      rush: { kind: 'amount', amount: 1500 },
    }
    const { totals, rushAmount } = price(draft)
    expect({ net: totals?.net, vat: totals?.vatAmount, rushAmount }).toEqual({
      net: 33_100,
      vat: 6951,
      rushAmount: 1500,
    })
  })

  test('with prices including VAT the total is the sum of what the lines show', () => {
    const priced = price({ ...sampleDraft(), pricesIncludeVat: true })
    const shown = amounts(priced).reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
    expect(priced.totals?.gross).toBe(shown)
  })

  test("the customer's discount is taken off list prices", () => {
    expect(amounts(price(sampleDraft(), { ...anybody, discount: 1000 }))).toEqual([3420, 18_720, 6200])
  })
})

test('[SOE4] a line whose product is still on its way has no price, and the order says so', () => {
  const priced = createDraftPricer().price(sampleDraft(), new Map(), shop, anybody)
  expect(priced.lines.map(({ built }) => built?.ok ?? null)).toEqual([null, null, true])
  expect(priced.isComplete).toBe(false)
})

test('[SOE4] a line that did not change is not computed again', () => {
  const pricer = createDraftPricer()
  const draft = sampleDraft()
  const first = pricer.price(draft, products, shop, anybody)
  const changed = changedLine(draft, lineId(2), (line) => ({ ...line, what: { ...line.what } }))
  const second = pricer.price(changed, products, shop, anybody)
  const isSame = second.lines.map(({ built }, index) => built === first.lines[index]?.built)
  expect(isSame).toEqual([true, false, true])
  const dearer = pricer.price(draft, products, shop, { ...anybody, discount: 500 })
  expect(dearer.lines[0]?.built).not.toBe(first.lines[0]?.built)
})

test('[SOE4] of three hundred lines a key builds one anew', () => {
  let draft = sampleDraft()
  for (let made = 4; made <= 300; made += 1) {
    const id = `01890000-0000-7000-8001-${String(made).padStart(12, '0')}`
    draft = withLine(draft, newProductLine(id, businessCards))
  }
  const pricer = createDraftPricer()
  const before = pricer.price(draft, products, shop, anybody)
  const next = changedLine(draft, lineId(1), (line) => ({ ...line, what: { ...line.what } }))
  const after = pricer.price(next, products, shop, anybody)
  expect(after.lines.flatMap(({ built }, index) => (built === before.lines[index]?.built ? [] : [index]))).toEqual([0])
})

describe('[SOE5] who owes the VAT', () => {
  const away = { country: 'BE', hasVatNumber: true, discount: 0 }
  test.each([
    ['picked up at the counter', { ...sampleDraft() }, away, 'domestic'],
    [
      'delivered to a business across the border',
      { ...sampleDraft(), delivery: 'delivery' as const },
      away,
      'intra_community',
    ],
    [
      'delivered to an address at home',
      {
        ...sampleDraft(),
        delivery: 'delivery' as const,
        deliveryAddress: { ...sampleDraft().deliveryAddress, country: 'NL' },
      },
      away,
      'domestic',
    ],
    ['chosen by hand', { ...sampleDraft(), vatTreatment: 'export' as const }, anybody, 'export'],
  ])('%s', (_, draft, customer, treatment) => {
    expect(treatmentOf(draft, shop, customer)).toBe(treatment)
  })
})

test('[SOE6] every tier carries its price with the present choices, and the chosen one is marked', () => {
  const draft = sampleDraft()
  const line = draft.lines[0]
  const tiers = line === undefined ? [] : tiersFor(line, businessCards, surroundingsOf(draft, shop, anybody))
  expect(tiers.map(({ each, amount, isChosen }) => [each / 1000, amount, isChosen])).toEqual([
    [250, 2900, false],
    [500, 3800, true],
    [1000, 5200, false],
    [2500, 9600, false],
  ])
})
