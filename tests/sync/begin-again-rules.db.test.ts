import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { takeFreeText } from '#tests/sales-orders/order-samples.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { seededRandom } from './seeded-random.ts'
import { checkSettled, foldedTables } from './sim-invariants.ts'
import { settle } from './sim-life.ts'
import {
  calm,
  makeTemplate,
  openSimShop,
  type ShopTemplate,
  type SimShop,
  type SimStation,
  type Weather,
} from './sim-shop.ts'

let template: ShopTemplate
let shop: SimShop
const random = seededRandom(34)
beforeAll(async () => {
  template = await makeTemplate()
})
afterEach(() => shop.close())
afterAll(() => template.remove())

/** Dies after each slice, and is opened again. */
const dying: Weather = { ...calm, crashWhileApplying: 1 }

const take = async (station: SimStation): Promise<string> => (await takeFreeText(station.app)).id

const pay = (station: SimStation, salesOrderId: string, amount: number) =>
  station.app.command('payment.receive', {
    ...{ id: station.app.newId(), salesOrderId, method: 'pin', amount, reference: '' },
  })

const bootstrapOf = (station: SimStation) => station.app.app.replica.bootstrap
const statusOf = (station: SimStation, id: string) => station.app.app.store.documents.get(id)?.values.status
const paidOf = (station: SimStation, id: string) =>
  station.app.app.station.db
    .read<{ paid: number }>(`select coalesce(sum(amount), 0) as paid from slot_sums where target = ? and slot = 'paid'`)
    .get(id)?.paid
const tables = [...foldedTables, 'document_numbers']

/** B has been away for longer than the feed goes back, and has worked meanwhile; A went on with the same orders. */
async function awayTooLong(): Promise<{ a: SimStation; b: SimStation; orders: readonly string[]; own: string }> {
  shop = await openSimShop(template, 2, random)
  const [a, b] = shop.stations
  if (a === undefined || b === undefined) throw new Error('two stations')
  await settle(shop, random, calm)
  const orders: string[] = []
  for (let count = 0; count < 6; count += 1) orders.push(await take(a))
  await settle(shop, random, calm)
  for (const id of orders.slice(0, 3)) await pay(a, id, 500)
  await a.app.command('salesOrder.close', { id: orders[3] ?? '' })
  for (let count = 0; count < 20; count += 1) await take(a)
  await shop.exchange(a, 'push', random, calm)
  while (await shop.exchange(a, 'push', random, calm));
  await shop.trimFeed(0)
  const own = await take(b)
  await pay(b, orders[1] ?? '', 700)
  return { a, b, orders, own }
}

/** Up to where it has heard that the feed does not go back so far. */
async function beginsAgain(station: SimStation): Promise<void> {
  for (let step = 0; step < 5 && !bootstrapOf(station).isUnderWay; step += 1)
    await shop.exchange(station, 'pull', random, calm)
  expect(bootstrapOf(station).again).toBeDefined()
}

async function placed(station: SimStation): Promise<void> {
  while (bootstrapOf(station).next() !== undefined) await shop.exchange(station, 'pull', random, calm)
}

test('[G6] [Y34] a station away too long is brought up from a snapshot by itself, and keeps what it has not sent on top', async () => {
  const { b, orders, own } = await awayTooLong()
  await beginsAgain(b)
  // Not a thing of it was sent: the documents come beneath it, before the log does.
  await placed(b)
  expect(statusOf(b, orders[3] ?? '')).toBe('closed')
  expect(statusOf(b, own)).toBe('confirmed')
  expect(paidOf(b, orders[1] ?? '')).toBe(1200)
  expect(b.app.app.replica.waiting()).toBeGreaterThan(0)
  await settle(shop, random, calm)
  expect(b.begunAgain).toBe(1)
  expect(bootstrapOf(b).isUnderWay).toBe(false)
  expect(paidOf(b, orders[1] ?? '')).toBe(1200)
  await checkSettled(shop)
  const before = tableDump(b.app.app.station.db, tables)
  b.app.app.rebuild()
  expect(tableDump(b.app.app.station.db, tables)).toEqual(before)
})

test('[Y34] [W11] work goes on while it is brought up, on what is new and on what is not here yet', async () => {
  const { a, b, orders } = await awayTooLong()
  await beginsAgain(b)
  const [first = '', second = ''] = orders
  await b.app.command('salesOrder.hold', { id: first, reason: 'proof' })
  await placed(b)
  const onHold = (station: SimStation, id: string) => station.app.app.store.documents.get(id)?.values.holdReason
  expect(onHold(b, first)).toBe('proof')
  await b.app.command('salesOrder.hold', { id: second, reason: 'paper' })
  await settle(shop, random, calm)
  expect([onHold(a, first), onHold(a, second)]).toEqual(['proof', 'paper'])
  await checkSettled(shop)
})

test('[Y34] what was sent and not answered here yet stands as the log has it in the end, refused or accepted', async () => {
  shop = await openSimShop(template, 2, random)
  const [a, b] = shop.stations
  if (a === undefined || b === undefined) throw new Error('two stations')
  await settle(shop, random, calm)
  const [one, two] = [await take(a), await take(a)]
  await settle(shop, random, calm)
  // B closes both; the cloud has A's cancellation of one first. Then A opens the other again.
  await a.app.command('salesOrder.cancel', { id: one, reason: '' })
  await shop.exchange(a, 'push', random, calm)
  await b.app.command('salesOrder.close', { id: one })
  await b.app.command('salesOrder.close', { id: two })
  while (await shop.exchange(b, 'push', random, calm));
  while (await shop.exchange(a, 'pull', random, calm));
  await a.app.command('salesOrder.reopen', { id: two })
  for (let count = 0; count < 20; count += 1) await take(a)
  while (await shop.exchange(a, 'push', random, calm));
  await shop.trimFeed(0)
  await settle(shop, random, calm)
  expect(b.begunAgain).toBe(1)
  expect([statusOf(b, one), statusOf(b, two)]).toEqual(['cancelled', 'confirmed'])
  await checkSettled(shop)
})

test('[Y34] killed after every slice it goes on where it was, and loses nothing of either side', async () => {
  const { b } = await awayTooLong()
  let deaths = 0
  for (let step = 0; step < 400 && b.begunAgain === 0; step += 1) {
    const { app } = b
    await shop.exchange(b, 'pull', random, dying)
    if (b.app !== app) deaths += 1
    // As a person would between two starts.
    if (deaths === 3 && b.app !== app) await take(b)
  }
  // It died in its documents, its log and what comes of both.
  expect(deaths).toBeGreaterThan(5)
  await settle(shop, random, calm)
  await checkSettled(shop)
})

test('[Y12] [Y34] a cloud put back to before the snapshot while a station takes it over ends in what the log says', async () => {
  shop = await openSimShop(template, 2, random)
  const [a, b] = shop.stations
  if (a === undefined || b === undefined) throw new Error('two stations')
  await settle(shop, random, calm)
  const id = await take(a)
  await settle(shop, random, calm)
  for (let count = 0; count < 20; count += 1) await take(a)
  while (await shop.exchange(a, 'push', random, calm));
  const restore = shop.backUp()
  await a.app.command('salesOrder.close', { id })
  while (await shop.exchange(a, 'push', random, calm));
  await shop.trimFeed(0)
  await beginsAgain(b)
  await placed(b)
  expect(statusOf(b, id)).toBe('closed')
  restore()
  await b.app.command('salesOrder.note', { id, text: 'still here' })
  await settle(shop, random, calm)
  expect(statusOf(b, id)).toBe('closed')
  await checkSettled(shop)
})

test('[G6] [Y34] a newcomer to a cloud whose feed is short begins from a snapshot, however little there is', async () => {
  shop = await openSimShop(template, 1, random)
  await settle(shop, random, calm)
  await shop.trimFeed(0)
  const c = await shop.join('C', random)
  await settle(shop, random, calm)
  expect(bootstrapOf(c).isUnderWay).toBe(false)
  await checkSettled(shop)
})
