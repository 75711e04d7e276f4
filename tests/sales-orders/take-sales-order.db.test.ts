import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InputFor } from '#shared/contract.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, type TestShop, withPerson } from '#tests/support/test-shop.ts'
import { orderInput, productLine } from './order-samples.ts'

let shop: TestShop
beforeEach(async () => {
  shop = await createTestShop()
  await shop.command('product.add', businessCards)
})
afterEach(() => shop.close())

async function deMolen(): Promise<string> {
  const { id } = await shop.command('party.register', { name: 'Bakkerij De Molen', discount: 500, language: 'nl' })
  return id
}

async function takeCards(
  change: Partial<InputFor<'salesOrder.take'>> = {},
): Promise<{ id: string; number: string | null }> {
  const partyId = await deMolen()
  return shop.command(
    'salesOrder.take',
    orderInput(shop, {
      customer: { kind: 'party', partyId },
      lines: [productLine(shop, businessCards, 1000)],
      ...change,
    }),
  )
}

test('[SO5] [SO6] 1,000 business cards at the tier of 52.00, 5 % off: 49.40 + 10.37 VAT = 59.77', async () => {
  const { id, number } = await takeCards()
  expect(number).toBe('26-A00001')
  const order = await shop.query('salesOrder.get', { id })
  expect(order.money).toMatchObject({ net: 4940, vatAmount: 1037, gross: 5977, paid: 0, open: 5977 })
  expect(order.stage).toBe('files_to_check')
})

test('[PY1] [W19] payments add up on the order, more than open is refused, a reversal gives it back', async () => {
  const { id } = await takeCards()
  const receive = (amount: number) => ({
    id: shop.newId(),
    salesOrderId: id,
    method: 'pin' as const,
    amount,
    reference: '0047',
  })
  const deposit = receive(2000)
  expect(await shop.command('payment.receive', deposit)).toEqual({ id: deposit.id, paid: 2000, open: 3977 })
  expect((await shop.query('salesOrder.get', { id })).paymentStatus).toBe('part_paid')
  expect(await shop.refusal('command', 'payment.receive', receive(3978))).toMatchObject({
    code: 'payment.moreThanOpen',
  })
  expect(await shop.refusal('command', 'salesOrder.cancel', { id, reason: '' })).toMatchObject({
    code: 'salesOrder.cancelPaid',
  })
  await shop.command('payment.receive', receive(3977))
  expect((await shop.query('payment.ofOrder', { salesOrderId: id })).payments.map((each) => each.part)).toEqual([
    'deposit',
    'rest',
  ])
  await shop.command('payment.reverse', { id: shop.newId(), paymentId: deposit.id, reason: 'wrong order' })
  expect((await shop.query('salesOrder.get', { id })).money).toMatchObject({ paid: 3977, open: 2000 })
})

test('[W12] whoever packs sees no money at all', async () => {
  const { id } = await takeCards()
  await withPerson(shop, 'warehouse')
  const order = await shop.query('salesOrder.get', { id })
  expect(order.money).toBeUndefined()
  expect(JSON.stringify(order)).not.toMatch(/4940|5977|unitPrice|steps/)
  const { rows } = await shop.query('salesOrder.list', {})
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toMatch(/4940|5977/)
})

test('[W1] a line whose price moved on since it was shown is asked about, not booked', async () => {
  const partyId = await deMolen()
  const line = { ...productLine(shop, businessCards, 1000), shownAmount: 4900 }
  const refusal = await shop.refusal(
    'command',
    'salesOrder.take',
    orderInput(shop, { customer: { kind: 'party', partyId }, lines: [line] }),
  )
  expect(refusal).toMatchObject({ code: 'salesOrder.priceChanged', params: { line: 1, shown: 4900, amount: 4940 } })
  expect(shop.app.station.db.read('select count(*) n from sales_orders').get()).toEqual({ n: 0 })
})

test('[SO8] confirming an order without lines is refused, and nothing of it is kept', async () => {
  expect(await shop.refusal('command', 'salesOrder.take', orderInput(shop, { lines: [] }))).toMatchObject({
    code: 'salesOrder.withoutLines',
  })
  const draft = await shop.command('salesOrder.take', orderInput(shop, { lines: [], confirm: false }))
  expect(draft.number).toBeNull()
  expect(await shop.refusal('command', 'salesOrder.confirm', { id: draft.id })).toMatchObject({
    code: 'salesOrder.withoutLines',
  })
})

test('[SO10] [SO11] a reprint keeps the very file, a duplicate must have another', async () => {
  const artwork = {
    hash: 'a'.repeat(64),
    name: 'kaart.pdf',
    mediaType: 'application/pdf',
    size: 100,
    shortCode: 'K7-9HD3',
    version: 1,
    previewHash: null,
  }
  const line = { ...productLine(shop, businessCards, 1000), artwork }
  const { id } = await takeCards({ lines: [line] })
  const again = (how: 'reprint' | 'duplicate', hash: string) =>
    orderInput(shop, {
      origin: { how, salesOrderId: id },
      lines: [{ ...productLine(shop, businessCards, 1000), origin: line.id, artwork: { ...artwork, hash } }],
    })
  expect(await shop.refusal('command', 'salesOrder.take', again('reprint', 'b'.repeat(64)))).toMatchObject({
    code: 'salesOrder.reprintWithOtherArtwork',
  })
  expect(await shop.refusal('command', 'salesOrder.take', again('duplicate', 'a'.repeat(64)))).toMatchObject({
    code: 'salesOrder.duplicateWithSameArtwork',
  })
  const reprint = await shop.command('salesOrder.take', again('reprint', 'a'.repeat(64)))
  const made = await shop.query('salesOrder.get', { id: reprint.id })
  expect(made.origin).toEqual({ how: 'reprint', salesOrderId: id, number: '26-A00001' })
  expect(made.lines[0]?.artwork?.shortCode).toBe('K7-9HD3')
})

test('[ORD-04] lines are put, removed and brought back; a new customer prices the order anew', async () => {
  const { id } = await takeCards()
  const free = {
    id: shop.newId(),
    what: {
      kind: 'free_text' as const,
      title: 'Spoed opmaak',
      details: '',
      quantity: { sets: 1, each: 1500 },
      unit: 'HUR' as const,
      unitPrice: { amount: 62_000_000, base: 1 },
      vatLevel: 'standard' as const,
    },
    position: 'b',
  }
  await shop.command('salesOrder.change', { id, put: [free] })
  expect((await shop.query('salesOrder.get', { id })).money).toMatchObject({ net: 4940 + 9300 })
  await shop.command('salesOrder.change', { id, remove: [free.id] })
  expect((await shop.query('salesOrder.get', { id })).money).toMatchObject({ net: 4940 })
  await shop.command('salesOrder.change', { id, restore: [free.id], head: { customer: { kind: 'walk_in', name: '' } } })
  expect((await shop.query('salesOrder.get', { id })).money).toMatchObject({ net: 5200 + 9300 })
})

test('[SO1] hold, release, cancel, restore, finish and reopen, each shown in the list and the counts', async () => {
  const { id } = await takeCards()
  const stage = async (): Promise<string> => (await shop.query('salesOrder.get', { id })).stage
  await shop.command('salesOrder.hold', { id, reason: 'PO number' })
  expect(await stage()).toBe('on_hold')
  expect(await shop.refusal('command', 'salesOrder.close', { id })).toMatchObject({ code: 'salesOrder.onHold' })
  await shop.command('salesOrder.release', { id })
  await shop.command('salesOrder.cancel', { id, reason: 'twice' })
  expect(await stage()).toBe('cancelled')
  expect((await shop.query('salesOrder.list', {})).rows).toEqual([])
  expect((await shop.query('salesOrder.list', { withCancelled: true })).rows).toHaveLength(1)
  await shop.command('salesOrder.restore', { id })
  await shop.command('salesOrder.close', { id })
  expect(await shop.query('salesOrder.counts', {})).toEqual({
    stages: { finished: 1 },
    groups: { open: 0, finished: 1, cancelled: 0 },
  })
  await shop.command('salesOrder.reopen', { id })
  expect(await stage()).toBe('files_to_check')
})

test('[W4] orders and payments are the same after a rebuild', async () => {
  const { id } = await takeCards()
  await shop.command('payment.receive', { id: shop.newId(), salesOrderId: id, method: 'pin', amount: 1000 })
  await shop.command('salesOrder.note', { id, text: 'Wil het voor vrijdag' })
  const tables = [
    'docs',
    'sales_orders',
    'sales_order_lines',
    'sales_order_notes',
    'sales_order_search',
    'sales_order_words',
    'payments',
    'counters',
    'slot_sums',
    'document_numbers',
    'parties',
    'products',
  ]
  const before = tableDump(shop.app.station.db, tables)
  shop.app.rebuild()
  expect(tableDump(shop.app.station.db, tables)).toEqual(before)
})

test('[ORD-13] [ORD-14] an order is found by number, job ticket, customer, phone and product text', async () => {
  const { id } = await takeCards()
  expect(await shop.query('salesOrder.byReference', { reference: ' 26-a00001 ' })).toEqual({ id, lineId: null })
  expect((await shop.query('salesOrder.byReference', { reference: '26-A00001/1' }))?.lineId).not.toBeNull()
  expect(await shop.query('salesOrder.byReference', { reference: '26-A99999' })).toBeNull()
  for (const search of ['a0000', 'molen', 'visite', "O'Brien"]) {
    const { rows } = await shop.query('salesOrder.list', { search })
    expect([search, rows.length]).toEqual([search, search === "O'Brien" ? 0 : 1])
  }
})
