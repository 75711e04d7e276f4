import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { afterEach, expect, test } from 'vitest'
import { productModules } from '#main/app/modules.ts'
import { demoCategories, demoProducts } from '#main/demo-shop/demo-products.ts'
import { fillDemoShop } from '#main/demo-shop/fill-demo-shop.ts'
import { builtInDesign } from '#shared/printing/templates/paper-look.ts'
import { handmadePdf } from '#tests/files/handmade-pdf.ts'
import { sendFile } from '#tests/files/send-file.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { tableDump } from '#tests/support/table-dump.ts'

let app: TestApp | undefined
afterEach(() => app?.close())

const until = Date.parse('2026-11-19T13:07:00.000Z')

/** Every table that a projection of the product fills, and what the store keeps beside them. */
const projected = [
  'docs',
  'counters',
  'slot_sums',
  'document_numbers',
  ...new Set(
    productModules
      .flatMap((module) => module.projections ?? [])
      .flatMap((each) => each.tables)
      .map((table) => getTableConfig(table).name),
  ),
].sort()

interface Listed {
  readonly id: string
  readonly number: string | null
  readonly stage: string
}

async function everyOrder(shop: TestApp): Promise<Listed[]> {
  const found: Listed[] = []
  let after: [string, string] | null = null
  do {
    const page: { rows: Listed[]; next: [string, string] | null } = await shop.query('salesOrder.list', {
      withFinished: true,
      withCancelled: true,
      limit: 200,
      after,
    })
    found.push(...page.rows)
    after = page.next
  } while (after !== null)
  return found
}

/** A day at the counter: each order is met with whatever its stage allows. */
async function live(shop: TestApp, administratorId: string): Promise<readonly string[]> {
  const did = new Set<string>()
  const run: TestApp['command'] = (name, input, id) => {
    did.add(name)
    return shop.command(name, input, id)
  }
  const text = (position: string) => ({
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
    position,
  })
  const orders = await everyOrder(shop)
  expect(orders).toHaveLength(300)
  for (const [index, { id, stage }] of orders.entries()) {
    shop.clock.advance(61_000)
    const isOpen = !['cancelled', 'finished', 'on_hold'].includes(stage)
    if (index % 3 === 0) await run('salesOrder.note', { id, text: `Gebeld over ${index}` })
    if (index % 5 === 0) {
      const task = shop.newId()
      await run('task.add', { id: task, title: `Bel over ${index}`, about: { entity: 'sales_order', doc: id } })
      await run('task.comment', { id: shop.newId(), taskId: task, text: 'Niemand thuis' })
      if (index % 10 === 0) await run('task.move', { id: task, status: 'done' })
    }
    if (isOpen && index % 2 === 0) {
      const line = text('zz')
      await run('salesOrder.change', {
        id,
        put: [line],
        head: { customerReference: `PO ${index}` },
        warningsSeen: true,
      })
      if (index % 4 === 0) await run('salesOrder.change', { id, remove: [line.id] })
      if (index % 8 === 0) await run('salesOrder.change', { id, restore: [line.id] })
    }
    if (stage === 'draft' && index % 2 === 1) await run('salesOrder.confirm', { id })
    if (stage === 'cancelled') await run('salesOrder.restore', { id })
    if (stage === 'finished' && index % 2 === 0) await run('salesOrder.reopen', { id })
    if (stage === 'on_hold') await run('salesOrder.release', { id })
    if (isOpen && stage !== 'draft' && index % 5 === 0) {
      const { open } = await shop.query('payment.ofOrder', { salesOrderId: id })
      if (open > 100) {
        const paymentId = shop.newId()
        await run('payment.receive', { id: paymentId, salesOrderId: id, method: 'pin', amount: 100, reference: '' })
        if (index % 10 === 0) await run('payment.reverse', { id: shop.newId(), paymentId, reason: 'dubbel' })
      }
    }
    if (isOpen && index % 7 === 0) await run('salesOrder.hold', { id, reason: 'wacht op akkoord' })
    else if (isOpen && stage !== 'draft' && index % 9 === 0) await run('salesOrder.close', { id })
  }
  const { rows: parties } = await shop.query('party.list', { limit: 60 })
  for (const [index, { id }] of parties.entries()) {
    await run('party.change', { id, note: `klant ${index}`, phone: '+31201234567' })
    if (index % 4 === 0) await run('party.archive', { id, reason: 'gestopt' })
    if (index % 8 === 0) await run('party.restore', { id })
  }
  await run('party.walkIn', {})
  for (const product of demoProducts().slice(0, 12)) {
    const { id } = product
    await run('product.change', { ...product, sku: `${product.sku}-N` })
    await run('product.archive', { id, archived: true })
  }
  const file = await sendFile(shop, 'flyer.pdf', handmadePdf())
  await run('file.archive', { id: file.id, archived: true })
  const { id: userId } = await run('user.add', { name: 'Femke', role: 'counter' })
  await run('user.change', { id: userId, role: 'warehouse' })
  await run('user.archive', { id: userId })
  await run('user.restore', { id: userId })
  await run('savedView.keep', { list: 'salesOrder', name: 'Te laat', filters: { promised: 'late' } })
  const [view] = (await shop.query('savedView.list', { list: 'salesOrder' })).views
  await run('savedView.share', { id: view?.id ?? '' })
  for (const category of demoCategories().slice(0, 3))
    await run('category.put', { ...category, names: { ...category.names, en: 'Renamed' } })
  await run('company.change', { phone: '+31207654321' })
  const { id: templateId } = await run('printTemplate.add', {
    kind: 'payments.orderReceipt',
    name: 'Huis',
    design: builtInDesign,
  })
  await run('printTemplate.makeStandard', { id: templateId, isStandard: true })
  await run('user.change', { id: administratorId, language: 'pl' })
  return [...did].sort()
}

const searches = ['kade', 'opmaak', 'visite', 'flyer', '26-a', 'a0', 'be', 'ła', "o'b", '+3120']
const found = async (shop: TestApp): Promise<unknown> =>
  Promise.all(
    searches.map(async (search) => [
      search,
      (await shop.query('salesOrder.list', { search, limit: 100 })).rows.map((each) => each.id),
      await shop.query('party.find', { text: search, limit: 20 }),
    ]),
  )

test('[W4] after a busy life every projected table, and what searches find, is the same after a rebuild from the log', {
  timeout: 180_000,
}, async () => {
  app = createTestApp({ seed: 'busy' })
  await fillDemoShop(app.app.demoHost(), { customers: 80, orders: 300, lines: null, until })
  const administrator = app.app.firstAdministrator() ?? ''
  app.actAs(administrator)
  app.clock.set('2026-11-20T08:00:00.000Z')
  const did = await live(app, administrator)
  expect(did.length).toBeGreaterThanOrEqual(20)
  const { db } = app.app.station
  const before = tableDump(db, projected)
  const foundBefore = await found(app)
  const isEmpty = projected.filter((table) => before[table]?.length === 0)
  // Nothing was printed and no setting but the company's own was put; all else has rows to compare.
  expect(isEmpty).toEqual(
    isEmpty.filter((table) => ['print_outcomes', 'drawer_openings', 'settings', 'product_barcodes'].includes(table)),
  )
  app.app.rebuild()
  for (const table of projected) expect([table, tableDump(db, [table])]).toEqual([table, { [table]: before[table] }])
  expect(await found(app)).toEqual(foundBefore)
  for (const table of projected.filter((each) => each.endsWith('_search')))
    db.driver.exec(`insert into ${table}_fts (${table}_fts, rank) values ('integrity-check', 1)`)
  expect(app.problems).toEqual([])
})

test('[W4] the comparison itself notices a row that differs', async () => {
  app = createTestApp({ seed: 'differs' })
  await fillDemoShop(app.app.demoHost(), { customers: 5, orders: 5, lines: null, until })
  const { db } = app.app.station
  db.driver.exec(
    `update sales_orders set gross_amount = gross_amount + 1 where id = (select min(id) from sales_orders)`,
  )
  const before = tableDump(db, projected)
  app.app.rebuild()
  expect(tableDump(db, projected)).not.toEqual(before)
})
