import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { takeFreeText } from '#tests/sales-orders/order-samples.ts'
import { seededRandom } from './seeded-random.ts'
import { checkSettled } from './sim-invariants.ts'
import { settle } from './sim-life.ts'
import { calm, makeTemplate, openSimShop, type ShopTemplate, type SimShop, type SimStation } from './sim-shop.ts'

let template: ShopTemplate
let shop: SimShop
const random = seededRandom(11)
beforeAll(async () => {
  template = await makeTemplate()
})
afterEach(() => shop.close())
afterAll(() => template.remove())

const take = async (station: SimStation): Promise<string> => (await takeFreeText(station.app)).id

/** Two stations in step, with more behind them than a newcomer would fetch row by row. */
async function shopOfTwo(): Promise<{ a: SimStation; b: SimStation; orders: readonly string[] }> {
  shop = await openSimShop(template, 2, random)
  const [a, b] = shop.stations
  if (a === undefined || b === undefined) throw new Error('two stations')
  await settle(shop, random, calm)
  const orders: string[] = []
  for (let count = 0; count < 25; count += 1) orders.push(await take(a))
  await settle(shop, random, calm)
  return { a, b, orders }
}

/** Up to where all documents are here and none of the log. */
async function fetchDocuments(station: SimStation): Promise<void> {
  const { bootstrap } = station.app.app.replica
  for (let step = 0; step < 20 && !(bootstrap.isUnderWay && bootstrap.next() === undefined); step += 1)
    await shop.exchange(station, 'pull', random, calm)
  expect(bootstrap.isUnderWay).toBe(true)
}

const findings = (station: SimStation) =>
  station.app.app.station.db.read<{ id: string }>('select id from findings order by id').all()

test('[Y21] [W17] a newcomer knows every finding that the others know, though it folded none of what led to them', async () => {
  const { a, b, orders } = await shopOfTwo()
  const [id = ''] = orders
  await a.app.command('salesOrder.close', { id })
  await b.app.command('salesOrder.cancel', { id, reason: '' })
  await settle(shop, random, calm)
  expect(findings(a)).toHaveLength(1)
  const c = await shop.join('C', random)
  await fetchDocuments(c)
  await settle(shop, random, calm)
  expect(findings(c)).toEqual(findings(a))
  await checkSettled(shop)
})

test('[Y12] [Y21] a cloud that goes back behind the snapshot takes what lay beyond it out of the newcomer’s documents, too', async () => {
  const { a, b, orders } = await shopOfTwo()
  const [id = ''] = orders
  const c = await shop.join('C', random)
  const restore = shop.backUp()
  await a.app.command('salesOrder.close', { id })
  await shop.exchange(a, 'push', random, calm)
  await fetchDocuments(c)
  const statusAtC = () => c.app.app.store.documents.get(id)?.values.status
  expect(statusAtC()).toBe('closed')
  restore()
  // Another station reaches the restored cloud first, with another move of the same order.
  await b.app.command('salesOrder.cancel', { id, reason: '' })
  await shop.exchange(b, 'push', random, calm)
  await settle(shop, random, calm)
  expect(statusAtC()).toBe('cancelled')
  await checkSettled(shop)
})
