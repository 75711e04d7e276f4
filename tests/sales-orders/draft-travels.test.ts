import { describe, expect, test } from 'vitest'
import { changeInput } from '#renderer/sales-orders/entry/draft-changes.ts'
import { draftAgain, draftOfOrder, type OrderAnswer } from '#renderer/sales-orders/entry/draft-from-order.ts'
import { changedLine, withoutLine } from '#renderer/sales-orders/entry/draft-lines.ts'
import { takeInput } from '#renderer/sales-orders/entry/draft-to-take.ts'
import type { OrderDraft } from '#renderer/sales-orders/entry/order-draft.ts'
import { anybody, createDraftPricer } from '#renderer/sales-orders/entry/price-draft.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { lineId, products, sampleDraft, shop } from './entry-samples.ts'

const price = (draft: OrderDraft) => createDraftPricer().price(draft, products, shop, anybody)
const taking = { id: lineId(99), confirm: true, warningsSeen: false }
const artwork = {
  hash: 'a'.repeat(64),
  name: 'card.pdf',
  mediaType: 'application/pdf',
  size: 9,
  shortCode: 'K7-9HD3',
  version: 1,
  previewHash: null,
}

test('[SOE8] an order is taken with the amount that the screen showed for each line', () => {
  const draft = sampleDraft()
  const input = takeInput(draft, price(draft), taking)
  expect(input?.lines.map(({ id, shownAmount }) => [Number(id.slice(-2)), shownAmount])).toEqual([
    [1, 3800],
    [2, 20_800],
    [3, 6200],
  ])
  expect(input?.customer).toEqual({ kind: 'walk_in', name: 'Passer-by' })
  expect(takeInput({ ...draft, customer: null }, price(draft), taking)).toBeNull()
})

function orderOf(change: Partial<OrderAnswer> = {}): OrderAnswer {
  return {
    id: lineId(50),
    number: '26-A00007',
    status: 'confirmed',
    stage: 'new',
    isOnHold: false,
    holdReason: '',
    cancelReason: '',
    customer: {
      partyId: lineId(60),
      code: 'KA0001',
      name: 'Bakkerij Hoekstra',
      vatNumber: '',
      country: 'NL',
      language: 'nl',
      discount: 0,
      paymentTermDays: 14,
    },
    contact: { name: 'Jet', phone: '', email: '' },
    invoiceAddress: sampleDraft().invoiceAddress,
    deliveryAddress: sampleDraft().deliveryAddress,
    delivery: 'pick_up',
    promised: { on: '2026-11-20', at: '16:00' },
    rush: null,
    customerReference: 'opening',
    instructions: '',
    currency: 'EUR',
    pricesIncludeVat: false,
    vatTreatment: 'domestic',
    plannedPayment: 'pin',
    paidBefore: false,
    paymentStatus: 'open',
    source: 'phone',
    origin: null,
    takenBy: lineId(70),
    takenByName: 'Femke',
    takenAt: '2026-11-16T10:00:00.000Z',
    orderedOn: '2026-11-16',
    confirmedAt: '2026-11-16T10:00:00.000Z',
    title: '500 business cards',
    lines: [
      {
        id: lineId(1),
        kind: 'print_product',
        productId: businessCards.id,
        sku: 'BC-8555',
        title: '500 business cards',
        name: 'Business cards',
        details: '',
        assortment: 'own',
        supplierMark: '',
        isPersonalised: true,
        configuration: { size: '85x55', paper: '350', finish: 'none' },
        quantity: { sets: 1, each: 500_000 },
        unit: 'C62',
        note: '',
        position: 'i000',
        artwork,
        needsArtwork: true,
        origin: null,
        money: {
          unitPrice: { amount: 38_000_000, base: 500 },
          amount: 3800,
          vat: { category: 'standard', rate: 2100 },
          vatLevel: 'standard',
          override: null,
          steps: [],
        },
      },
    ],
    notes: [],
    ...change,
  }
}

describe('[SOE9] ordering again', () => {
  const ids = () => lineId(80)
  test('a reprint names the line it repeats and keeps its file, but promises nothing', () => {
    const origin = { how: 'reprint' as const, salesOrderId: lineId(50), number: '26-A00007' }
    const draft = draftAgain({ origin, order: orderOf() }, ids)
    expect(draft).toMatchObject({
      origin,
      customer: { kind: 'party', partyId: lineId(60), name: 'Bakkerij Hoekstra' },
      promised: null,
      vatTreatment: null,
      source: 'counter',
      customerReference: '',
    })
    expect(draft.lines.map(({ id, origin: from, artwork: file }) => [id, from, file])).toEqual([
      [lineId(80), lineId(1), artwork],
    ])
    const input = takeInput(draft, price(draft), taking)
    expect(input?.origin).toEqual({ how: 'reprint', salesOrderId: lineId(50) })
  })
})

describe('[SOE10] changing an order sends only what differs', () => {
  const before = draftOfOrder(orderOf())
  const change = (after: OrderDraft) => changeInput(lineId(50), before, after, price(after), false)

  test('nothing changed, nothing sent', () => {
    expect(change(draftOfOrder(orderOf()))).toBeNull()
  })
  test('one field', () => {
    expect(change({ ...before, customerReference: 'opening, second time' })).toEqual({
      id: lineId(50),
      head: { customerReference: 'opening, second time' },
      put: [],
      remove: [],
      warningsSeen: false,
    })
  })
  test('one line, and one line gone', () => {
    const noted = change(changedLine(before, lineId(1), (line) => ({ ...line, note: 'round corners' })))
    expect(noted?.put).toMatchObject([{ id: lineId(1), note: 'round corners', shownAmount: 3800 }])
    expect(change(withoutLine(before, lineId(1)))).toMatchObject({ head: {}, put: [], remove: [lineId(1)] })
  })
  test('the way a quantity was typed is no change', () => {
    expect(change(changedLine(before, lineId(1), (line) => ({ ...line, quantityText: '1x500' })))).toBeNull()
  })
})
