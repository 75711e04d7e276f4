import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { productModules } from '#main/app/modules.ts'
import { defineCommand, type FeatureModule } from '#main/platform/bus/module.ts'
import { findingRule } from '#main/platform/changes/finding-rule.ts'
import { projection } from '#main/platform/changes/projection.ts'
import { ledger, postingEntity } from '#shared/kernel/change/entity.ts'
import { command } from '#shared/kernel/contract.ts'
import { accepted } from '#shared/kernel/result.ts'
import { salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { takeFreeText } from '#tests/sales-orders/order-samples.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { seededRandom } from './seeded-random.ts'
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

/** Handing out as a feature of its own: what fulfilment will register, in small. */
const handedOut = postingEntity('handed_out', { salesOrderId: ledger('') })
const handOut = command('order.handOut', {
  input: z.strictObject({ id: z.uuid(), salesOrderId: z.uuid() }),
  output: z.null(),
  permission: null,
  summary: '',
})
const counter: FeatureModule = {
  name: 'hand-out',
  projections: [
    projection({
      entity: handedOut,
      tables: [],
      rows: () => [],
      contributions: (fact) => [{ target: fact.salesOrderId, slot: 'handed_out', key: '', amount: 1 }],
    }),
  ],
  findingRules: [
    findingRule({
      on: salesOrderEntity,
      fact: handedOut,
      targetOf: (fact) => fact.salesOrderId,
      // Of the one order of this test.
      factsOf: (db) => {
        const ids = db.read<{ doc: string }>(`select doc from changes where entity = 'handed_out'`)
        return () => ids.all().map(({ doc }) => doc)
      },
      suspects: (order, sums) => order.status === 'cancelled' && sums.handed_out !== undefined,
      find: (story) => {
        const last = story.at(-1)
        const out = story.find(({ fact }) => fact !== undefined)
        const cancel = story.findLast(({ document, fact }) => fact === undefined && document?.status === 'cancelled')
        if (last?.document?.status !== 'cancelled' || out === undefined || cancel === undefined) return []
        return [{ kind: 'handOut.ofCancelled', cause: last.change, changes: [cancel.change, out.change] }]
      },
    }),
  ],
  commands: [
    defineCommand(handOut, () => ({ id, salesOrderId }, { tx }) => {
      tx.post(handedOut, id, { salesOrderId })
      return accepted(null)
    }),
  ],
}

async function twoStations(modules?: readonly FeatureModule[]): Promise<[SimStation, SimStation]> {
  shop = await openSimShop(template, 2, random, modules)
  await settle(shop, random, calm)
  const [a, b] = shop.stations
  if (a === undefined || b === undefined) throw new Error('two stations')
  return [a, b]
}

async function take(station: SimStation): Promise<string> {
  const { id } = await takeFreeText(station.app)
  await settle(shop, random, calm)
  return id
}
const pay = (station: SimStation, salesOrderId: string, amount: number) => {
  const id = station.app.newId()
  return station.app.command('payment.receive', { id, salesOrderId, method: 'pin', amount, reference: '' })
}
const promise = (station: SimStation, id: string, on: string) =>
  station.app.command('salesOrder.change', { id, head: { promised: { on, at: null } } })

interface Row {
  readonly id: string
  readonly kind: string
  readonly entity: string
  readonly doc: string
  readonly changes: readonly { readonly stationCode: string; readonly command: string }[]
  readonly fields: readonly { readonly path: string; readonly lost: unknown; readonly stands: unknown }[]
}
const found = (station: SimStation): readonly Row[] =>
  station.app.app.station.db
    .read<Record<'id' | 'kind' | 'entity' | 'doc' | 'changes' | 'fields', string>>('select * from findings order by id')
    .all()
    .map((row) => ({ ...row, changes: JSON.parse(row.changes), fields: JSON.parse(row.fields) }))
const table = (station: SimStation) =>
  tableDump(station.app.app.station.db, ['findings', 'docs', 'counters', 'slot_sums'])

/** Both say the same, and so does each of them rebuilt from its log. */
async function allAgree(): Promise<readonly Row[]> {
  await settle(shop, random, calm)
  const [first, ...others] = shop.stations
  if (first === undefined) throw new Error('a station')
  for (const other of others) expect(table(other)).toEqual(table(first))
  for (const station of shop.stations) {
    const before = table(station)
    station.app.app.rebuild()
    expect(table(station)).toEqual(before)
  }
  return found(first)
}

test('[W17] [Y31] a move that was refused is found at both stations, with what each of the two wanted', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  await a.app.command('salesOrder.close', { id })
  await b.app.command('salesOrder.cancel', { id, reason: 'nobody came' })
  expect(await allAgree()).toMatchObject([
    {
      kind: 'refused',
      entity: 'sales_order',
      doc: id,
      changes: [
        { stationCode: 'A', command: 'salesOrder.close' },
        { stationCode: 'B', command: 'salesOrder.cancel' },
      ],
      fields: [
        { path: 'status', lost: { value: 'cancelled' }, stands: { value: 'closed' } },
        { path: 'cancelReason', lost: { value: 'nobody came' } },
      ],
    },
  ])
})

test('[Y31] both cancelled it: one of the two is refused, and there is nothing to decide', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  await a.app.command('salesOrder.cancel', { id, reason: '' })
  await b.app.command('salesOrder.cancel', { id, reason: '' })
  expect(await allAgree()).toEqual([])
})

test('[W17] [Y22] a date promised at two stations apart is found, and the order shows the later of the two', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  shop.ahead(a, 0)
  shop.ahead(b, 10_000)
  await promise(a, id, '2026-12-01')
  await promise(b, id, '2026-12-08')
  expect(found(a)).toEqual([])
  expect(await allAgree()).toMatchObject([
    {
      kind: 'overwritten',
      fields: [{ path: 'promised', lost: { value: { on: '2026-12-01' } }, stands: { value: { on: '2026-12-08' } } }],
    },
  ])
  expect(await a.app.query('salesOrder.get', { id })).toMatchObject({ promised: { on: '2026-12-08' } })
})

test('[Y22] [Y24] a free field that two wrote apart is no finding, and whoever has seen the other’s value overwrites nothing', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  await a.app.command('salesOrder.change', { id, head: { instructions: 'ring twice' } })
  await b.app.command('salesOrder.change', { id, head: { instructions: 'ring once' } })
  await settle(shop, random, calm)
  await promise(a, id, '2026-12-01')
  await settle(shop, random, calm)
  await promise(b, id, '2026-12-08')
  expect(await allAgree()).toEqual([])
})

test('[PY8] [Y25] a payment taken on an order that another station has cancelled is found, until the order is restored', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  await a.app.command('salesOrder.cancel', { id, reason: '' })
  await pay(b, id, 1210)
  expect(found(b)).toEqual([])
  expect(await allAgree()).toMatchObject([
    {
      kind: 'payment.onCancelledOrder',
      doc: id,
      changes: [
        { stationCode: 'A', command: 'salesOrder.cancel' },
        { stationCode: 'B', command: 'payment.receive' },
      ],
    },
  ])
  await b.app.command('salesOrder.restore', { id })
  expect(await allAgree()).toEqual([])
})

test('[PY8] it is found as well when the payment reaches the cloud before the cancellation', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  await a.app.command('salesOrder.cancel', { id, reason: '' })
  await pay(b, id, 1210)
  await shop.exchange(b, 'push', random, calm)
  await shop.exchange(b, 'pull', random, calm)
  expect(found(b)).toEqual([])
  expect(await allAgree()).toMatchObject([{ kind: 'payment.onCancelledOrder' }])
})

test('[PY9] [Y25] an order that two stations have been paid for is found, until one payment is taken back', async () => {
  const [a, b] = await twoStations()
  const id = await take(a)
  await pay(a, id, 1210)
  const { id: second } = await pay(b, id, 1210)
  expect(await allAgree()).toMatchObject([{ kind: 'payment.moreThanTotal', doc: id }])
  await a.app.command('payment.reverse', { id: a.app.newId(), paymentId: second, reason: 'paid twice' })
  expect(await allAgree()).toEqual([])
})

test('[W17] a feature adds a kind of its own: cancelled at one station, handed out at the other', async () => {
  const [a, b] = await twoStations([...productModules, counter])
  const id = await take(a)
  await a.app.command('salesOrder.cancel', { id, reason: '' })
  await b.app.reply('command', 'order.handOut', { id: b.app.newId(), salesOrderId: id })
  expect(await allAgree()).toMatchObject([
    { kind: 'handOut.ofCancelled', changes: [{ command: 'salesOrder.cancel' }, { command: 'order.handOut' }] },
  ])
})

test('[W15] [W17] a station that works alone has no findings, whatever it does', async () => {
  shop = await openSimShop(template, 1, random)
  const [a] = shop.stations
  if (a === undefined) throw new Error('one station')
  const id = await take(a)
  await promise(a, id, '2026-12-01')
  await promise(a, id, '2026-12-08')
  await pay(a, id, 1210)
  expect(found(a)).toEqual([])
})
