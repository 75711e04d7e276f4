import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { setAside, takePush } from '#cloud/sync/push.ts'
import type { OutgoingChange } from '#main/platform/changes/outbox.ts'
import type { PushRequest } from '#shared/sync/wire.ts'
import { freeText, orderInput } from '#tests/sales-orders/order-samples.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { withPerson } from '#tests/support/test-shop.ts'
import { seededRandom } from './seeded-random.ts'
import { settle } from './sim-life.ts'
import { calm, makeTemplate, openSimShop, type ShopTemplate, type SimShop, type SimStation } from './sim-shop.ts'

let template: ShopTemplate
let shop: SimShop
const random = seededRandom(17)
beforeAll(async () => {
  template = await makeTemplate()
})
afterEach(() => shop.close())
afterAll(() => template.remove())

const inStep = () => settle(shop, random, calm)

async function twoStations(): Promise<[SimStation, SimStation]> {
  shop = await openSimShop(template, 2, random)
  await inStep()
  const [a, b] = shop.stations
  if (a === undefined || b === undefined) throw new Error('two stations')
  shop.ahead(a, 0)
  shop.ahead(b, 5000)
  return [a, b]
}

const what = (each: number) => freeText({ quantity: { sets: 1, each } })

/** An order of two lines, known at every station. */
async function order(station: SimStation): Promise<{ id: string; line: ReturnType<typeof station.app.newId> }> {
  const line = station.app.newId()
  const lines = [
    { id: line, what: what(1000), position: 'a' },
    { id: station.app.newId(), what: what(2000), position: 'b' },
  ]
  const { id } = await station.app.command('salesOrder.take', orderInput(station.app, { lines, confirm: true }))
  await inStep()
  return { id, line }
}

/** All stations and a rebuild of each come to the same findings; those are given back. */
async function agreed(show: 'open' | 'answered' = 'open') {
  await inStep()
  const table = ({ app }: SimStation) => tableDump(app.app.station.db, ['findings', 'docs'])
  const [first, ...others] = shop.stations
  if (first === undefined) throw new Error('a station')
  for (const other of others) expect(table(other)).toEqual(table(first))
  for (const station of shop.stations) {
    const before = table(station)
    station.app.app.rebuild()
    expect(table(station)).toEqual(before)
  }
  return (await first.app.query('finding.list', { show })).rows
}

for (const first of ['A', 'B'])
  test(`[Y40] [F10] a line removed at one station and changed at another is found when ${first} is the first to arrive, and comes back changed`, async () => {
    const [a, b] = await twoStations()
    const { id, line } = await order(a)
    await a.app.command('salesOrder.change', { id, remove: [line] })
    await b.app.command('salesOrder.change', { id, put: [{ id: line, what: what(3000), position: 'a' }] })
    const early = first === 'A' ? a : b
    await shop.exchange(early, 'push', random, calm)
    const [finding] = await agreed()
    expect(finding).toMatchObject({
      kind: 'takenAway',
      about: { doc: id },
      paths: [`lines.${line}.removed`],
      parts: expect.arrayContaining([
        expect.objectContaining({ stationCode: 'A' }),
        expect.objectContaining({ stationCode: 'B' }),
      ]),
    })
    expect(await a.app.query('finding.get', { id: finding?.id ?? '' })).toMatchObject({
      fields: [
        { path: `lines.${line}.removed`, lost: false, stands: true, isChoice: true },
        { path: `lines.${line}.item`, lost: { quantity: { each: 3000 } }, isChoice: false },
      ],
    })
    expect((await a.app.query('salesOrder.get', { id })).lines).toHaveLength(1)
    await b.app.command('finding.resolve', { id: finding?.id ?? '', answer: 'again' })
    expect(await agreed()).toEqual([])
    expect((await a.app.query('salesOrder.get', { id })).lines).toMatchObject([
      { id: line, quantity: { each: 3000 } },
      { quantity: { each: 2000 } },
    ])
  })

test('[Y40] a customer archived while another station changes them is found; who saw the change archives in peace', async () => {
  const [a, b] = await twoStations()
  const { id } = await a.app.command('party.register', { name: 'Drukwerk BV', phone: '030 2345678' })
  const { id: other } = await a.app.command('party.register', { name: 'Other', phone: '030 2345678' })
  await inStep()
  await a.app.command('party.archive', { id })
  await b.app.command('party.change', { id, phone: '030 2345679' })
  await b.app.command('party.change', { id: other, phone: '030 2345679' })
  await inStep()
  await a.app.command('party.archive', { id: other })
  const found = await agreed()
  expect(found).toMatchObject([
    { kind: 'takenAway', about: { doc: id, title: 'KA0001 Drukwerk BV' }, paths: ['archived'] },
  ])
  // Brought back by hand it goes by itself.
  await a.app.command('party.restore', { id })
  expect(await agreed()).toEqual([])
})

/** What a station has not sent, into the cloud by the door for what nobody looks at. */
async function aside(station: SimStation, change: (each: OutgoingChange) => object = (each) => each): Promise<void> {
  const { replica, station: own } = station.app.app
  const changes = replica.outgoing({ changes: 500, bytes: 1e6 }).map(change)
  const request: PushRequest = { wire: 1, epoch: replica.place().epoch, changes }
  const who = { org: shop.org, station: own.identity.id }
  expect(await setAside(shop.cloud, who, request, station.clock.now())).toMatchObject({ is: 'taken' })
}

test('[Y41] [F9] what was set apart is found with what it wanted, and is taken into its document by an answer', async () => {
  const [a, b] = await twoStations()
  const { id } = await order(a)
  await b.app.command('salesOrder.change', { id, head: { customerReference: 'PO 7', instructions: 'ring twice' } })
  await b.app.command('salesOrder.change', { id, head: { instructions: 'ring once' } })
  await aside(b)
  const [finding] = await agreed()
  expect(finding).toMatchObject({
    kind: 'change.setAside',
    about: { entity: 'sales_order', doc: id },
    paths: ['customerReference', 'instructions'],
    parts: [{ stationCode: 'B' }, { stationCode: 'B' }],
  })
  expect(await b.app.query('salesOrder.get', { id })).toMatchObject({ customerReference: '', instructions: '' })
  // Who comes later finds the same, from a snapshot and the log behind it.
  await shop.join('C', random)
  expect((await agreed()).map((each) => each.id)).toEqual([finding?.id])
  await a.app.command('finding.resolve', { id: finding?.id ?? '', answer: 'edit', keep: ['instructions'] })
  expect(await agreed()).toEqual([])
  expect(await b.app.query('salesOrder.get', { id })).toMatchObject({
    customerReference: '',
    instructions: 'ring once',
  })
})

test('[Y41] [Y44] [F9] of a document that is not there one says that it was seen; what comes after that is found anew', async () => {
  const [a, b] = await twoStations()
  const { id } = await b.app.command('party.register', { name: 'Nobody else knows' })
  await aside(b)
  const [finding] = await agreed()
  expect(finding).toMatchObject({ kind: 'change.setAside', about: { entity: 'party', doc: id, title: '' } })
  const seen = { id: finding?.id ?? '', answer: 'done' as const, note: 'typed in again' }
  expect(await a.app.query('finding.get', { id: seen.id })).toMatchObject({
    answers: ['done'],
    fields: expect.arrayContaining([
      expect.objectContaining({ path: 'name', lost: 'Nobody else knows', isChoice: false }),
    ]),
  })
  const wrong = { ...seen, answer: 'again' as const }
  expect(await a.app.refusal('command', 'finding.resolve', wrong)).toMatchObject({ code: 'finding.noSuchAnswer' })
  // Two people look at it apart.
  await a.app.command('finding.resolve', seen)
  await b.app.command('finding.resolve', { ...seen, note: '' })
  expect(await agreed()).toEqual([])
  expect(await agreed('answered')).toMatchObject([{ id: seen.id }])
  expect(await b.app.query('finding.get', { id: seen.id })).toMatchObject({
    answered: { answer: 'done', stationCode: 'A' },
  })
})

test('[Y42] [G2] a payment taken by somebody who was let go meanwhile stands, and somebody should look at it', async () => {
  const [a, b] = await twoStations()
  const { id } = await order(a)
  const noor = await withPerson(a.app, 'counter')
  a.app.actAs(template.administratorId)
  await inStep()
  b.app.actAs(noor)
  const payment = b.app.newId()
  await b.app.command('payment.receive', { id: payment, salesOrderId: id, method: 'pin', amount: 1210, reference: '' })
  b.app.actAs(template.administratorId)
  shop.pass(60_000)
  await a.app.command('user.archive', { id: noor })
  await shop.exchange(a, 'push', random, calm)
  const [finding] = await agreed()
  expect(finding).toMatchObject({
    kind: 'author.leftSince',
    about: { entity: 'payment', doc: payment },
    readOn: { entity: 'sales_order', doc: id },
    parts: [{ stationCode: 'B', userName: 'Noor de Wit', command: 'payment.receive' }],
  })
  await b.app.command('finding.resolve', { id: finding?.id ?? '', answer: 'done' })
  expect(await agreed()).toEqual([])
})

test('[Y43] what nobody can read is found at its station, for administrators alone', async () => {
  const [a, b] = await twoStations()
  await order(a)
  await a.app.command('party.register', { name: 'Unreadable' })
  const { replica, station } = a.app.app
  const changes = replica.outgoing({ changes: 500, bytes: 1e6 }).map((each) => ({ ...each, groupNo: 'first' }))
  const who = { org: shop.org, station: station.identity.id }
  const request: PushRequest = { wire: 1, epoch: replica.place().epoch, changes }
  expect(await takePush(shop.cloud, shop.entities, who, request, a.clock.now())).toMatchObject({ is: 'taken' })
  await shop.exchange(b, 'pull', random, calm)
  const [finding] = (await b.app.query('finding.list', {})).rows
  expect(finding).toMatchObject({
    kind: 'change.unreadable',
    about: { entity: 'station', doc: who.station, title: '' },
    parts: [{ stationCode: 'A', userName: '', at: expect.stringMatching(/^2026-/) }],
  })
  const administrator = template.administratorId
  await withPerson(b.app, 'counter')
  expect((await b.app.query('finding.list', {})).rows).toEqual([])
  expect((await b.app.query('task.counts', {})).findings).toBe(0)
  const seen = { id: finding?.id ?? '', answer: 'done' as const }
  expect(await b.app.refusal('command', 'finding.resolve', seen)).toMatchObject({ code: 'permission.missing' })
  b.app.actAs(administrator)
  await b.app.command('finding.resolve', seen)
  expect((await b.app.query('task.counts', {})).findings).toBe(0)
})

test('[Y27] [Y40] whatever two stations do apart to a line and to a customer, both and their rebuilds find the same', async () => {
  let met = 0
  for (let seed = 1; seed <= 6; seed += 1) {
    const dice = seededRandom(seed)
    const [a, b] = await twoStations()
    const { id, line } = await order(a)
    const { id: party } = await a.app.command('party.register', { name: 'Drukwerk BV' })
    await inStep()
    for (let step = 0; step < 24; step += 1) {
      const station = dice.pick([a, b]) ?? a
      const roll = dice.below(6)
      const put = [{ id: line, what: what(1000 + dice.below(9) * 1000), position: 'a' }]
      // What the rules refuse is refused.
      if (roll === 0) await station.app.reply('command', 'salesOrder.change', { id, remove: [line] })
      if (roll === 1) await station.app.reply('command', 'salesOrder.change', { id, restore: [line] })
      if (roll === 2) await station.app.reply('command', 'salesOrder.change', { id, put })
      if (roll === 3) await station.app.reply('command', 'party.archive', { id: party })
      if (roll === 4) await station.app.reply('command', 'party.restore', { id: party })
      if (roll === 5)
        await station.app.reply('command', 'party.change', { id: party, phone: `030 234567${dice.below(9)}` })
      shop.pass(dice.below(3000))
      if (dice.chance(0.3)) await shop.exchange(station, 'push', random, calm)
      if (dice.chance(0.2)) await shop.exchange(station, 'pull', random, calm)
    }
    met += (await agreed()).filter(({ kind }) => kind === 'takenAway').length
    if (seed < 6) await shop.close()
  }
  expect(met).toBeGreaterThan(2)
})
