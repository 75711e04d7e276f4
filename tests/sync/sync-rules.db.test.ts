import { cpSync, rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { takePush } from '#cloud/sync/push.ts'
import { ForkedStation } from '#main/sync/sync-round.ts'
import type { PushRequest } from '#shared/sync/wire.ts'
import { freeTextLine, takeFreeText } from '#tests/sales-orders/order-samples.ts'
import { seededRandom } from './seeded-random.ts'
import { settle } from './sim-life.ts'
import { calm, makeTemplate, openSimShop, type ShopTemplate, type SimShop, type SimStation } from './sim-shop.ts'

let template: ShopTemplate
let shop: SimShop
const random = seededRandom(7)
beforeAll(async () => {
  template = await makeTemplate()
})
afterEach(() => shop.close())
afterAll(() => template.remove())

async function twoStations(): Promise<[SimStation, SimStation]> {
  shop = await openSimShop(template, 2, random)
  await settle(shop, random, calm)
  const [a, b] = shop.stations
  if (a === undefined || b === undefined) throw new Error('two stations')
  return [a, b]
}

const line = (station: SimStation) => freeTextLine(station.app)
const take = async (station: SimStation): Promise<string> => (await takeFreeText(station.app)).id
const status = (station: SimStation, id: string): unknown => station.app.app.store.documents.get(id)?.values.status
const verdicts = async (): Promise<readonly string[]> =>
  ((await shop.cloud.feed(shop.org, 0, 1000))?.rows ?? []).map((row) => row.verdict)

test('[Y8] two stations that move one order apart: the first to arrive stands, the other is refused and both say the same', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  await settle(shop, random, calm)
  await a.app.command('salesOrder.close', { id })
  await b.app.command('salesOrder.cancel', { id, reason: '' })
  expect([status(a, id), status(b, id)]).toEqual(['closed', 'cancelled'])
  await settle(shop, random, calm)
  expect([status(a, id), status(b, id)]).toEqual(['closed', 'closed'])
  expect((await verdicts()).filter((each) => each === 'refused')).toHaveLength(1)
  const kept = b.app.app.station.db
    .read<{ verdict_detail: string }>(`select verdict_detail from changes where verdict = 'refused'`)
    .get()
  expect(JSON.parse(kept?.verdict_detail ?? '{}')).toMatchObject({ code: 'document.movedOn' })
})

test('[Y8] what was written to an order that has meanwhile been closed is refused where the field is locked, and kept in the log', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  await settle(shop, random, calm)
  await a.app.command('salesOrder.close', { id })
  await shop.exchange(a, 'push', random, calm)
  await b.app.command('salesOrder.change', { id, put: [{ ...line(b), position: 'b' }] })
  await settle(shop, random, calm)
  const lines = (station: SimStation) =>
    Object.keys(station.app.app.store.documents.get(id)?.values ?? {}).filter((path) => path.endsWith('.item'))
  expect([lines(a).length, lines(b).length]).toEqual([1, 1])
  expect(await verdicts()).toContain('refused')
})

test('[Y8] a payment is a fact: taken at a station for an order that another has cancelled, it stands', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  await settle(shop, random, calm)
  await a.app.command('salesOrder.cancel', { id, reason: '' })
  await b.app.command('payment.receive', {
    id: b.app.newId(),
    salesOrderId: id,
    method: 'pin',
    amount: 1210,
    reference: '',
  })
  await settle(shop, random, calm)
  expect(new Set(await verdicts())).toEqual(new Set(['accepted']))
  for (const station of [a, b])
    expect(await station.app.query('salesOrder.get', { id })).toMatchObject({
      status: 'cancelled',
      money: { paid: 1210 },
    })
})

test('[Y7] a change of a newer kind and one that cannot be read are kept as they came and stand in nobody’s way', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  const { replica, station } = a.app.app
  const changes = replica.outgoing({ changes: 500, bytes: 1e6 }).map((each) => ({ ...each, groupNo: 'first' }))
  const request: PushRequest = { wire: 1, epoch: replica.place().epoch, changes }
  const who = { org: shop.org, station: station.identity.id }
  const answer = await takePush(shop.cloud, shop.entities, who, request, a.clock.now())
  if (answer?.is !== 'taken') throw new Error('not taken')
  expect(new Set(answer.answers.map((each) => each.verdict))).toEqual(new Set(['quarantined']))
  await shop.exchange(b, 'pull', random, calm)
  expect(b.app.app.station.db.read('select count(*) as n from unread_changes').get()).toEqual({ n: changes.length })
  expect(status(b, id)).toBeUndefined()
  const next = await take(b)
  await shop.exchange(b, 'push', random, calm)
  await shop.exchange(b, 'pull', random, calm)
  expect(status(b, next)).toBe('confirmed')
})

test('[Y10] a clock an hour ahead is put in its place without refusing anything, and does not win for an hour', async () => {
  const [a, b] = await twoStations()
  shop.ahead(a, 0)
  const id = await take(a)
  await settle(shop, random, calm)
  shop.ahead(b, 3_600_000)
  await b.app.command('salesOrder.change', { id, head: { customerReference: 'from the future' } })
  await shop.exchange(b, 'push', random, calm)
  // Who has not seen it writes a minute later, by a clock that is right.
  shop.pass(60_000)
  await a.app.command('salesOrder.change', { id, head: { customerReference: 'a minute later' } })
  await settle(shop, random, calm)
  for (const station of [a, b])
    expect(station.app.app.store.documents.get(id)?.values.customerReference).toBe('a minute later')
  expect(new Set(await verdicts())).toEqual(new Set(['accepted']))
})

test('[Y13] a folder that was rolled back is found out at its first word, and nothing of its other story is taken', async () => {
  const [a] = await twoStations()
  const old = `${a.folder}-old`
  await take(a)
  await shop.reopen(a, (folder) => cpSync(folder, old, { recursive: true }))
  await take(a)
  await settle(shop, random, calm)
  const head = (await verdicts()).length
  await shop.reopen(a, (folder) => {
    rmSync(folder, { recursive: true })
    cpSync(old, folder, { recursive: true })
  })
  await take(a)
  const pushAll = async () => {
    while (await shop.exchange(a, 'push', random, calm));
  }
  await expect(pushAll()).rejects.toThrow(ForkedStation)
  expect(await verdicts()).toHaveLength(head)
})

test('[Y16] who has seen a change writes later than it, however slow their own clock', async () => {
  const [a, b] = await twoStations()
  shop.ahead(a, 50_000)
  shop.ahead(b, -120_000)
  const id = await take(a)
  await a.app.command('salesOrder.change', { id, head: { customerReference: 'first' } })
  await settle(shop, random, calm)
  await b.app.command('salesOrder.change', { id, head: { customerReference: 'second, having read the first' } })
  await settle(shop, random, calm)
  for (const station of [a, b])
    expect(station.app.app.store.documents.get(id)?.values.customerReference).toBe('second, having read the first')
})

test('[Y10] two things written under a clock that runs ahead keep their order, and that to what was seen before them', async () => {
  const [a, b] = await twoStations()
  shop.ahead(a, 0)
  const id = await take(a)
  await a.app.command('salesOrder.change', { id, head: { customerReference: 'before' } })
  shop.ahead(a, 30_000)
  await a.app.command('salesOrder.change', { id, head: { customerReference: 'half a minute ahead' } })
  await settle(shop, random, calm)
  shop.ahead(b, 7_200_000)
  await b.app.command('salesOrder.change', { id, head: { customerReference: 'two hours ahead' } })
  await b.app.command('salesOrder.change', { id, head: { customerReference: 'and once more' } })
  await settle(shop, random, calm)
  for (const station of [a, b])
    expect(station.app.app.store.documents.get(id)?.values.customerReference).toBe('and once more')
})

test('[Y12] [Y14] after a restore a change may come before the birth of its document: it waits, and then stands', async () => {
  const [a, b] = await twoStations()
  const restore = shop.backUp()
  const id = await take(a)
  await settle(shop, random, calm)
  await b.app.command('salesOrder.change', { id, head: { customerReference: 'from B' } })
  await settle(shop, random, calm)
  restore()
  while (await shop.exchange(b, 'push', random, calm));
  const late = await shop.join('C', random)
  while (await shop.exchange(late, 'pull', random, calm));
  expect((await verdicts()).length).toBeGreaterThan(0)
  expect(status(late, id)).toBeUndefined()
  await settle(shop, random, calm)
  for (const station of shop.stations)
    expect(station.app.app.store.documents.get(id)?.values).toMatchObject({
      status: 'confirmed',
      customerReference: 'from B',
    })
})
