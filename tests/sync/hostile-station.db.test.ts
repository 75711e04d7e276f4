import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { takePush } from '#cloud/sync/push.ts'
import { chainBegin } from '#shared/kernel/change/chain.ts'
import { hlcOf } from '#shared/kernel/change/clock.ts'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { type Wish, wireWriter } from '#tests/support/wire-writer.ts'
import { seededRandom } from './seeded-random.ts'
import { foldedTables } from './sim-invariants.ts'
import { settle } from './sim-life.ts'
import { calm, makeTemplate, openSimShop, type ShopTemplate, type SimShop, type SimStation } from './sim-shop.ts'

let template: ShopTemplate
let shop: SimShop
const random = seededRandom(11)
const now = Date.parse('2026-11-19T13:07:00.000Z')

beforeAll(async () => {
  template = await makeTemplate()
})
afterEach(() => shop.close())
afterAll(() => template.remove())

/** Two honest stations, and one that is let in, holds its key, and writes what it likes. */
async function withHostile() {
  shop = await openSimShop(template, 2, random)
  await settle(shop, random, calm)
  const writer = wireWriter(randomUUID(), now)
  const blank = { lastSseq: 0, lastHash: chainBegin, revokedAt: null, appVersion: '', seenAt: null }
  shop.cloud.addStation(shop.org, { ...blank, id: writer.station, code: 'Z', name: 'Z', publicKey: '' })
  let count = 0
  const push = async (wish: Wish) => {
    count += 1
    const change = writer.write({ actor: template.administratorId, hlc: hlcOf(now + 600_000, count), ...wish })
    const request = { wire: 1 as const, epoch: null, changes: [change] }
    const answer = await takePush(
      shop.cloud,
      shop.entities,
      { org: shop.org, station: writer.station },
      request,
      now + 600_000,
    )
    return answer?.is === 'taken' ? answer.answers[0]?.verdict : answer?.is
  }
  const [a, b] = shop.stations
  if (a === undefined || b === undefined) throw new Error('two stations')
  return { a, b, push }
}

const take = (station: SimStation) =>
  station.app.command('salesOrder.take', orderInput(station.app, { lines: [], confirm: false }))

test('[G7] [I1] values that no table can hold keep nobody’s feed from going on, and are the same on all stations', async () => {
  const { a, b, push } = await withHostile()
  const { id: standing } = await take(a)
  await settle(shop, random, calm)
  const order = { entity: 'sales_order', command: 'salesOrder.take' }
  const malformed: readonly Wish[] = [
    { ...order, fields: { status: [null, 7], currency: [null, { not: 'a text' }] } },
    {
      ...order,
      fields: { status: [null, 'confirmed'], 'lines.x.item': [null, 'no item'], 'lines.x.position': [null, 5] },
    },
    {
      ...order,
      fields: { status: [null, 'draft'], number: [null, { station: 'Z', counter: 'x', year: 0, series: 1, text: 2 }] },
    },
    {
      entity: 'payment',
      command: 'payment.receive',
      kind: 'post',
      fields: { amount: [null, 'much'], salesOrderId: [null, standing] },
    },
    { entity: 'file', command: 'file.register', fields: { hash: [null, 'no hash'] } },
    { entity: 'party', command: 'party.register', fields: { 'addresses.x.address': [null, []] } },
    {
      ...order,
      command: 'salesOrder.change',
      doc: standing,
      kind: 'set',
      fields: { customer: [null, 12], lines: [null, 3] },
    },
  ]
  const verdicts: unknown[] = []
  for (const wish of malformed) verdicts.push(await push(wish))
  expect(verdicts).toEqual(malformed.map(() => 'accepted'))
  const { id: later } = await take(b)
  await settle(shop, random, calm)
  for (const station of [a, b]) {
    expect(await station.app.query('salesOrder.get', { id: later })).toMatchObject({ id: later })
    expect(station.app.app.replica.place().cursor).toBeGreaterThan(7)
  }
  const tables = [...foldedTables, 'document_numbers']
  const misfits = ({ app }: SimStation) => app.app.station.db.read('select doc from misfit_documents').all()
  expect(tableDump(b.app.app.station.db, tables)).toEqual(tableDump(a.app.app.station.db, tables))
  expect(misfits(a).length).toBeGreaterThan(2)
  expect(misfits(b)).toEqual(misfits(a))
  const before = tableDump(a.app.app.station.db, tables)
  const known = misfits(a)
  a.app.app.rebuild()
  expect(misfits(a)).toEqual(known)
  expect(tableDump(a.app.app.station.db, tables)).toEqual(before)
  // Nor do they keep a newcomer from beginning with a snapshot that holds them.
  for (let count = 0; count < 15; count += 1) await take(a)
  await settle(shop, random, calm)
  const c = await shop.join('C', random)
  for (let step = 0; step < 20 && !c.app.app.replica.bootstrap.isUnderWay; step += 1)
    await shop.exchange(c, 'pull', random, calm)
  expect(c.app.app.replica.bootstrap.isUnderWay).toBe(true)
  await settle(shop, random, calm)
  expect(misfits(c)).toEqual(known)
  expect(tableDump(c.app.app.station.db, tables)).toEqual(tableDump(a.app.app.station.db, tables))
})

test('[G3] a number that a station gives twice is the first document’s, and the second has no place', async () => {
  const { a, b, push } = await withHostile()
  const number = { series: 'sales_order', station: 'Z', year: 26, counter: 1, text: '26-Z00001' }
  const docs = [randomUUID(), randomUUID()]
  for (const doc of docs)
    await push({
      entity: 'sales_order',
      command: 'salesOrder.take',
      doc,
      fields: { status: [null, 'confirmed'], number: [null, number] },
    })
  await settle(shop, random, calm)
  for (const station of [a, b])
    expect(
      station.app.app.station.db.read<{ doc: string }>(`select doc from document_numbers where station = 'Z'`).all(),
    ).toEqual([{ doc: docs[0] }])
})

test('[G1] [I14] an honest station sees what a hostile one tried, and nothing of it in a document', async () => {
  const { a, b, push } = await withHostile()
  const { id } = await take(a)
  await settle(shop, random, calm)
  const tried = { entity: 'sales_order', doc: id, kind: 'set', fields: { customerReference: [null, 'mine now'] } }
  expect(await push({ ...tried, command: 'salesOrder.change', actor: randomUUID() })).toBe('refused')
  await settle(shop, random, calm)
  expect(await b.app.query('salesOrder.get', { id })).toMatchObject({ customerReference: '' })
  const kept = b.app.app.station.db.read<{ verdict: string; verdict_detail: string }>(
    'select verdict, verdict_detail from changes where doc = ? order by seq desc limit 1',
  )
  expect(kept.get(id)).toMatchObject({ verdict: 'refused', verdict_detail: expect.stringContaining('author.unknown') })
})
