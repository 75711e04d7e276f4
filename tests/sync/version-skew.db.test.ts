import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freeText, orderInput } from '#tests/sales-orders/order-samples.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { seededRandom } from './seeded-random.ts'
import { checkSettled, foldedTables } from './sim-invariants.ts'
import { settle, updateAll } from './sim-life.ts'
import { calm, makeTemplate, openSimShop, type ShopTemplate, type SimShop, type SimStation } from './sim-shop.ts'
import { newest, type Version } from './sim-versions.ts'

let template: ShopTemplate
let shop: SimShop
const random = seededRandom(13)
beforeAll(async () => {
  template = await makeTemplate()
})
afterEach(() => shop.close())
afterAll(() => template.remove())

async function twoStations(cloud: Version, a: Version, b: Version): Promise<[SimStation, SimStation]> {
  shop = await openSimShop(template, 2, random, undefined, { cloud, stations: [a, b] })
  await settle(shop, random, calm)
  const [first, second] = shop.stations
  if (first === undefined || second === undefined) throw new Error('two stations')
  return [first, second]
}

async function act(station: SimStation, name: string, input: unknown): Promise<void> {
  const reply = await station.app.reply('command', name, input)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
}
const take = async (station: SimStation): Promise<string> =>
  (await station.app.command('salesOrder.take', orderInput(station.app, { lines: [], confirm: false }))).id
const takeConfirmed = async (station: SimStation): Promise<string> => {
  const what = freeText()
  const lines = [{ id: station.app.newId(), what, position: 'a' }]
  return (await station.app.command('salesOrder.take', orderInput(station.app, { lines, confirm: true }))).id
}
const valuesAt = (station: SimStation, id: string) => station.app.app.store.documents.get(id)?.values
const holdReason = (station: SimStation, id: string) =>
  station.app.app.station.db.read<{ hold_reason: string }>('select hold_reason from sales_orders where id = ?').get(id)
    ?.hold_reason
const verdicts = async () => ((await shop.cloud.feed(shop.org, 0, 1000))?.rows ?? []).map((row) => row.verdict)

test('[Y1] a station that does not know a field keeps it through its own edits, a refused try and a rebuild', async () => {
  const [newer, older] = await twoStations(1, 4, 1)
  const id = await takeConfirmed(newer)
  await act(newer, 'sim.shelve', { id, shelf: 'A4' })
  await act(newer, 'sim.mark', { id, mark: 'm1', isOn: true })
  await settle(shop, random, calm)
  await older.app.command('salesOrder.change', { id, head: { customerReference: 'from the old one' } })
  await older.app.command('salesOrder.close', { id })
  await newer.app.command('salesOrder.cancel', { id, reason: '' })
  await shop.exchange(newer, 'push', random, calm)
  await settle(shop, random, calm)
  expect(await verdicts()).toContain('refused')
  older.app.app.rebuild()
  const kept = { shelf: 'A4', 'marks.m1': 'on', customerReference: 'from the old one', status: 'cancelled' }
  for (const station of [newer, older]) expect(valuesAt(station, id)).toMatchObject(kept)
  await checkSettled(shop)
})

test('[Y37] a station that is updated folds what it had kept without knowing it, tables and findings too', async () => {
  const [newer, older] = await twoStations(4, 4, 1)
  const [id, job] = [await take(newer), newer.app.newId()]
  await act(newer, 'sim.shelve', { id, shelf: 'A4' })
  await act(newer, 'sim.job', { id: job, title: 'Cards' })
  await act(newer, 'sim.stage', { id: job, to: 'folded' })
  await act(newer, 'sim.pass', { id: newer.app.newId(), jobId: job, sheets: 250 })
  await settle(shop, random, calm)
  expect([valuesAt(older, job), holdReason(older, id)]).toEqual([undefined, ''])
  await older.app.command('salesOrder.change', { id, head: { instructions: 'not sent yet' } })
  older.isCut = true
  await shop.update(older, newest)
  expect(valuesAt(older, job)).toEqual({ title: 'Cards', stage: 'folded' })
  expect(holdReason(older, id)).toBe(' A4')
  expect(older.app.app.station.db.read('select target, slot, amount from slot_sums where target = ?').all(job)).toEqual(
    [{ target: job, slot: 'passes', amount: 250 }],
  )
  expect(valuesAt(older, id)?.instructions).toBe('not sent yet')
  await settle(shop, random, calm)
  expect(valuesAt(newer, id)?.instructions).toBe('not sent yet')
  await checkSettled(shop)
})

test('[Y37] what a cloud took without knowing that a field moves comes to the same everywhere once all know it', async () => {
  const [a, b] = await twoStations(1, 4, 4)
  const job = a.app.newId()
  await act(a, 'sim.job', { id: job, title: 'Cards' })
  await settle(shop, random, calm)
  await act(a, 'sim.stage', { id: job, to: 'folded' })
  await act(b, 'sim.stage', { id: job, to: 'bound' })
  await settle(shop, random, calm)
  expect(new Set(await verdicts())).toEqual(new Set(['accepted']))
  for (const station of [a, b]) expect(valuesAt(station, job)?.stage).toBe('folded')
  shop.cloudVersion = newest
  // Guarded from its first push on, by what was written before it knew the kind.
  a.isCut = true
  b.isCut = true
  await act(a, 'sim.stage', { id: job, to: 'open' })
  await act(b, 'sim.stage', { id: job, to: 'bound' })
  await settle(shop, random, calm)
  expect((await verdicts()).filter((each) => each === 'refused')).toHaveLength(1)
  for (const station of [a, b]) expect(valuesAt(station, job)?.stage).toBe('open')
  await checkSettled(shop)
})

test('[G8] a station that is too old sends what it has and gets nothing; updated, it has what the others have', async () => {
  const [newer, older] = await twoStations(3, 3, 1)
  shop.oldestClient = 2
  const id = await take(older)
  const unseen = await take(newer)
  await settle(shop, random, calm)
  expect(valuesAt(newer, id)?.status).toBe('draft')
  expect([older.app.app.replica.waiting(), valuesAt(older, unseen)]).toEqual([0, undefined])
  await shop.update(older, 3)
  await settle(shop, random, calm)
  expect(valuesAt(older, unseen)?.status).toBe('draft')
  await checkSettled(shop)
})

test('[G8] [Y12] a station that is too old hears of a restored cloud, which has lost what nobody else has', async () => {
  const [, older] = await twoStations(3, 3, 1)
  shop.oldestClient = 2
  await settle(shop, random, calm)
  const restore = shop.backUp()
  await take(older)
  await settle(shop, random, calm)
  restore()
  await settle(shop, random, calm)
  await checkSettled(shop)
})

test.each([
  ['newer than the cloud', 1, 4],
  ['older than the cloud', 4, 1],
] as const)(
  '[Y21] [Y37] a newcomer that is %s takes of its snapshot what both know, and the rest from the log',
  async (_, cloud, version) => {
    const [a, b] = await twoStations(cloud, 4, 4)
    const job = a.app.newId()
    await act(a, 'sim.job', { id: job, title: 'Cards' })
    await settle(shop, random, calm)
    await act(a, 'sim.stage', { id: job, to: 'folded' })
    await act(b, 'sim.stage', { id: job, to: 'bound' })
    for (let count = 0; count < 25; count += 1) await take(a)
    await settle(shop, random, calm)
    const c = await shop.join('C', random, version)
    await settle(shop, random, calm)
    expect(valuesAt(c, job)?.stage).toBe(version === 4 ? 'folded' : undefined)
    await checkSettled(shop)
    await updateAll(shop)
    await settle(shop, random, calm)
    expect(tableDump(c.app.app.station.db, foldedTables)).toEqual(tableDump(a.app.app.station.db, foldedTables))
    await checkSettled(shop)
  },
)

test('[Y21] [Y37] a station that is updated while it begins from a snapshot ends like the others', async () => {
  const [a] = await twoStations(4, 4, 4)
  const job = a.app.newId()
  await act(a, 'sim.job', { id: job, title: 'Cards' })
  for (let count = 0; count < 25; count += 1) await take(a)
  await settle(shop, random, calm)
  const c = await shop.join('C', random, 1)
  const { bootstrap } = c.app.app.replica
  for (let step = 0; step < 20 && !(bootstrap.isUnderWay && bootstrap.next() === undefined); step += 1)
    await shop.exchange(c, 'pull', random, calm)
  expect(bootstrap.isUnderWay).toBe(true)
  await shop.update(c, newest)
  await settle(shop, random, calm)
  expect(valuesAt(c, job)).toEqual({ title: 'Cards' })
  await checkSettled(shop)
})

test('[Y35] [Y37] a log that cannot be read does not keep an updated station from opening; put right, it is folded at the next start', async () => {
  const [newer, older] = await twoStations(4, 4, 1)
  const [job, order] = [newer.app.newId(), await take(newer)]
  await act(newer, 'sim.job', { id: job, title: 'Cards' })
  await settle(shop, random, calm)
  const { payload } =
    older.app.app.station.db.read<{ payload: Buffer }>('select payload from changes where doc = ?').get(order) ?? {}
  const write = (bytes: Buffer) => {
    const trigger = 'changes_keep_values'
    const { db } = older.app.app.station
    const made = db.read<{ sql: string }>('select sql from sqlite_master where name = ?').get(trigger)?.sql ?? ''
    db.driver.exec(`drop trigger ${trigger}`)
    db.write('update changes set payload = ? where doc = ?').run(bytes, order)
    db.driver.exec(made)
  }
  if (payload === undefined) throw new Error('no such change')
  write(Buffer.from('00ff00', 'hex'))
  await shop.update(older, newest)
  expect(valuesAt(older, job)).toBeUndefined()
  expect(valuesAt(older, order)?.status).toBe('draft')
  write(payload)
  await shop.reopen(older)
  expect(valuesAt(older, job)).toEqual({ title: 'Cards' })
  await checkSettled(shop)
})
