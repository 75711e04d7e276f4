import { afterEach, expect, test } from 'vitest'
import { demoCustomers } from '#main/demo-shop/demo-customers.ts'
import { type DemoStory, demoStories } from '#main/demo-shop/demo-orders.ts'
import { demoCategories, demoProducts } from '#main/demo-shop/demo-products.ts'
import { fillDemoShop } from '#main/demo-shop/fill-demo-shop.ts'
import { fillOrders, holdReason } from '#main/demo-shop/fill-orders.ts'
import { checkChain } from '#main/platform/changes/chain-check.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

const open: TestApp[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

async function shopWithCatalogue(): Promise<TestShop> {
  const shop = await createTestShop({ seed: 'bulk' })
  open.push(shop)
  for (const category of demoCategories()) await shop.command('category.put', category)
  for (const product of demoProducts()) await shop.command('product.add', product)
  for (const customer of demoCustomers(40)) await shop.command('party.register', customer)
  return shop
}

const until = Date.parse('2026-11-19T13:07:00.000Z')

function stories(count: number): readonly DemoStory[] {
  return [
    ...demoStories({
      seed: 7,
      count,
      lines: null,
      customers: demoCustomers(40),
      products: demoProducts(),
      artworks: [
        {
          hash: 'a'.repeat(64),
          name: 'a.png',
          mediaType: 'image/png',
          size: 100,
          shortCode: 'K7-9HD3',
          version: 1,
          previewHash: 'a'.repeat(64),
        },
      ],
      until,
    }),
  ]
}

test('the bulk path writes what the commands write: 500 orders, row for row', { timeout: 120_000 }, async () => {
  const byBulk = await shopWithCatalogue()
  const viewer = byBulk.app.sessions.viewerOf(byBulk.sessionOf(byBulk.administratorId))
  if (viewer === null) throw new Error('nobody is signed in')
  const { station, store, services } = byBulk.app
  const told = stories(500)
  await fillOrders(
    { db: station.db, store, services, org: station.org, viewer, timeZone: 'Europe/Amsterdam', committed: () => {} },
    told,
  )

  const byCommand = await shopWithCatalogue()
  for (const { acts } of told)
    for (const act of acts) {
      byCommand.clock.set(new Date(act.at).toISOString())
      if (act.is === 'take') await byCommand.command('salesOrder.take', act.input, act.commandId)
      else if (act.is === 'close') await byCommand.command('salesOrder.close', { id: act.salesOrderId }, act.commandId)
      else if (act.is === 'cancel')
        await byCommand.command('salesOrder.cancel', { id: act.salesOrderId, reason: '' }, act.commandId)
      else if (act.is === 'hold')
        await byCommand.command('salesOrder.hold', { id: act.salesOrderId, reason: holdReason }, act.commandId)
      else if (act.is === 'receive') {
        const { open: owed } = await byCommand.query('payment.ofOrder', { salesOrderId: act.salesOrderId })
        const { id, salesOrderId, method, reference } = act
        await byCommand.command(
          'payment.receive',
          {
            id,
            salesOrderId,
            method,
            amount: act.share === 1 ? owed : Math.max(1, Math.round(owed * act.share)),
            reference,
          },
          act.commandId,
        )
      }
    }
  const tables = [
    'docs',
    'sales_orders',
    'sales_order_lines',
    'sales_order_search',
    'sales_order_words',
    'payments',
    'counters',
    'slot_sums',
    'document_numbers',
  ]
  const rows = (app: TestApp) => tableDump(app.app.station.db, tables)
  const log = (app: TestApp) =>
    app.app.station.db
      .read(
        `select sseq, command_id, command, group_no, actor, actor_role, reason, at_wall, entity, doc, kind, payload from changes where entity in ('sales_order', 'payment') order by sseq`,
      )
      .all()
  expect(withoutStamps(rows(byBulk))).toEqual(withoutStamps(rows(byCommand)))
  expect(log(byBulk)).toEqual(log(byCommand))
  const answers = (app: TestApp) =>
    app.app.station.db
      .read(
        "select c.id, c.body_hash, c.result from commands c where exists (select 1 from changes x where x.command_id = c.id and x.entity in ('sales_order', 'payment')) order by c.id",
      )
      .all()
  expect(answers(byBulk)).toEqual(answers(byCommand))
  expect(checkChain(station.db, station.identity.id)).toMatchObject({ whole: true })
})

/** Stamps differ by the moment at which catalogue and customers were made, no more. */
function withoutStamps(dump: Readonly<Record<string, readonly unknown[]>>): unknown {
  return { ...dump, docs: dump.docs?.map((row) => ({ ...(row as object), stamps: undefined })) }
}

test('the demo shop has two thousand orders in every stage, the same in every folder, and survives a rebuild', {
  timeout: 120_000,
}, async () => {
  const made: unknown[] = []
  for (const seed of ['one', 'two']) {
    const app = createTestApp({ seed })
    open.push(app)
    const { station, store, services, sessions, handle } = app.app
    await fillDemoShop(
      {
        db: station.db,
        store,
        services,
        org: station.org,
        handle,
        openSession: (userId) => sessions.open('window', userId),
        afterCommit: () => {},
      },
      { customers: 140, orders: 2000, lines: null, until },
    )
    const administrator = app.app.firstAdministrator()
    app.actAs(administrator)
    const { stages } = await app.query('salesOrder.counts', {})
    expect(Object.keys(stages).sort()).toEqual([
      'cancelled',
      'draft',
      'files_to_check',
      'finished',
      'new',
      'on_hold',
      'waiting_for_payment',
    ])
    expect(Object.values(stages).reduce((sum, count) => sum + count, 0)).toBe(2000)
    made.push(tableDump(station.db, ['sales_orders', 'sales_order_lines', 'payments', 'parties', 'products']))
  }
  expect(made[0]).toEqual(made[1])
})
