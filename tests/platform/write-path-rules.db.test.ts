import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { productModules } from '#main/app/modules.ts'
import { defineCommand, type FeatureModule } from '#main/platform/bus/module.ts'
import { projection } from '#main/platform/changes/projection.ts'
import { documentEntity, free, ledger, postingEntity } from '#shared/kernel/change/entity.ts'
import { command } from '#shared/kernel/contract.ts'
import { accepted } from '#shared/kernel/result.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { orderInput, productLine } from '#tests/sales-orders/order-samples.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

const boxEntity = documentEntity('box', { label: free(''), echoes: free(0) })
const echoEntity = postingEntity('echo', { of: ledger('') })
const anyone = { permission: null, summary: '', output: z.null() } as const
const put = command('box.put', { ...anyone, input: z.strictObject({ id: z.uuid(), label: z.string() }) })
const flood = command('box.flood', {
  ...anyone,
  input: z.strictObject({ groups: z.int(), perGroup: z.int(), bytes: z.int() }),
})
const cheat = command('box.cheat', { ...anyone, input: z.strictObject({}) })

const boxes: FeatureModule = {
  name: 'boxes',
  projections: [
    projection({ entity: boxEntity, tables: [], rows: () => [] }),
    projection({ entity: echoEntity, tables: [], rows: () => [] }),
  ],
  commands: [
    defineCommand(put, () => ({ id, label }, { tx, errand }) => {
      tx.create(boxEntity, id, { label })
      errand('box.shout', { label }, id)
      return accepted(null)
    }),
    defineCommand(flood, () => ({ groups, perGroup, bytes }, { tx, newId }) => {
      for (let group = 0; group < groups; group += 1) {
        for (let index = 0; index < perGroup; index += 1) tx.create(boxEntity, newId(), { label: 'x'.repeat(bytes) })
        tx.nextGroup()
      }
      return accepted(null)
    }),
    defineCommand(cheat, ({ local }) => () => {
      local.write(`update sales_orders set gross_amount = 0`).run()
      return accepted(null)
    }),
  ],
  reactions: [
    {
      on: 'box',
      compose:
        () =>
        (touched, { tx, newId }) => {
          const label = String(touched.after.values.label)
          if (label === 'echo') tx.post(echoEntity, newId(), { of: touched.id })
          if (label === 'loop') tx.create(boxEntity, newId(), { label: 'loop' })
        },
    },
  ],
  errands: {
    'box.shout': () => async (payload) => {
      shouted.push(payload)
      if (JSON.stringify(payload).includes('fails')) throw new Error('nobody listens')
    },
  },
}

let shouted: unknown[] = []
let app: TestApp | undefined
beforeEach(() => {
  shouted = []
})
afterEach(async () => {
  await app?.close()
  app = undefined
})
const start = (): TestApp => {
  app = createTestApp({ modules: [...productModules, boxes] })
  return app
}
const boxId = '01900000-0000-7000-8000-0000000000b1'
const count = (from: TestApp, what: string): number =>
  from.app.station.db.read<{ n: number }>(`select count(*) n from ${what}`).get()?.n ?? 0

test('[W1] a command that writes a typed table by hand is a bug, and none of it stays', async () => {
  const station = start()
  expect(await station.reply('command', 'box.cheat', {})).toMatchObject({
    ok: false,
    fault: { reference: expect.any(String) },
  })
  expect(String(station.problems[0]?.facts.error)).toContain('is not a local table')
})

test('[W1] no command of the product names a write of its own', () => {
  const main = join(import.meta.dirname, '../../src-main')
  const commands = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\/commands\/.*\.ts$/.test(file),
  )
  expect(commands.length).toBeGreaterThan(20)
  for (const file of commands) {
    const text = readFileSync(join(main, file), 'utf8')
    const writes = [...text.matchAll(/(?<!local)\.write\(/g)]
    expect([file, writes.length]).toEqual([file, 0])
  }
})

test('[W6] [W10] a reaction sees what was done and adds groups of its own, in the same transaction', async () => {
  const station = start()
  await station.reply('command', 'box.put', { id: boxId, label: 'echo' })
  expect(station.app.station.db.read('select entity, kind, group_no from changes order by sseq').all()).toEqual([
    { entity: 'box', kind: 'create', group_no: 1 },
    { entity: 'echo', kind: 'post', group_no: 2 },
  ])
})

test('[W10] reactions that never come to rest are a bug after five rounds, and nothing stays', async () => {
  const station = start()
  expect(await station.reply('command', 'box.put', { id: boxId, label: 'loop' })).toMatchObject({
    ok: false,
    fault: {},
  })
  expect(count(station, 'changes')).toBe(0)
})

test('[W7] an errand is saved with its command and carried out afterwards; a failing one waits and is tried again', async () => {
  const station = start()
  await station.reply('command', 'box.put', { id: boxId, label: 'fails' })
  await expect
    .poll(() => station.app.station.db.read('select state, attempts, last_problem from errands').all())
    .toEqual([{ state: 'waiting', attempts: 1, last_problem: 'nobody listens' }])
  expect(shouted).toEqual([{ label: 'fails' }])
})

test('[W7] a refused command leaves no errand behind', async () => {
  const station = start()
  await station.reply('command', 'box.put', { id: boxId, label: 'one' })
  await station.reply('command', 'box.put', { id: boxId, label: 'two' })
  expect(count(station, 'errands')).toBe(1)
})

test('[W14] a group stays under 200 changes and 512 KiB, a command under 500 and 1 MiB', async () => {
  const station = start()
  const outcome = async (groups: number, perGroup: number, bytes: number) => {
    const reply = await station.reply('command', 'box.flood', { groups, perGroup, bytes })
    return reply.ok ? 'accepted' : 'refusal' in reply ? reply.refusal.code : 'fault'
  }
  expect(await outcome(2, 200, 1)).toBe('accepted')
  expect(await outcome(1, 201, 1)).toBe('command.tooLarge')
  expect(await outcome(3, 170, 1)).toBe('command.tooLarge')
  expect(await outcome(1, 1, 530_000)).toBe('command.tooLarge')
  expect(await outcome(3, 1, 400_000)).toBe('command.tooLarge')
})

test('[W15] until there is a cloud every verdict is local, and nothing waits to be sent', async () => {
  const station = start()
  await station.reply('command', 'box.put', { id: boxId, label: 'one' })
  expect(station.app.station.db.read('select distinct verdict, seq from changes').all()).toEqual([
    { verdict: 'local', seq: null },
  ])
})

let shop: TestShop | undefined
afterEach(async () => {
  await shop?.close()
  shop = undefined
})

test('[Values] numbers are gapless: refused and failed commands use none, and each year begins anew', async () => {
  shop = await createTestShop()
  await shop.command('product.add', businessCards)
  const take = (lines: number) =>
    orderInput(shop as TestShop, { lines: lines === 0 ? [] : [productLine(shop as TestShop, businessCards, 1000)] })
  expect((await shop.command('salesOrder.take', take(1))).number).toBe('26-A00001')
  await shop.refusal('command', 'salesOrder.take', take(0))
  expect((await shop.command('salesOrder.take', take(1))).number).toBe('26-A00002')
  // New year begins by the company's clock on the wall, not by UTC (write-path Values).
  shop.clock.set('2026-12-31T22:59:59.000Z')
  expect((await shop.command('salesOrder.take', take(1))).number).toBe('26-A00003')
  shop.clock.set('2026-12-31T23:00:00.000Z')
  expect((await shop.command('salesOrder.take', take(1))).number).toBe('27-A00001')
})

test('[W20] [ORD-02] an order grows past 200 lines in portions: a draft, more lines, then the small change of confirming', {
  timeout: 60_000,
}, async () => {
  shop = await createTestShop()
  const station = shop
  await station.command('product.add', businessCards)
  const lines = (from: number) =>
    Array.from({ length: 200 }, (_, index) => ({
      ...productLine(station, businessCards, 1000),
      position: `a${String(from + index).padStart(4, '0')}`,
    }))
  const tooMany = orderInput(station, { lines: [...lines(0), ...lines(200)] })
  expect(await station.refusal('command', 'salesOrder.take', tooMany)).toMatchObject({ code: 'input.invalid' })
  const { id } = await station.command('salesOrder.take', orderInput(station, { lines: lines(0), confirm: false }))
  await station.command('salesOrder.change', { id, put: lines(200) })
  await station.command('salesOrder.change', { id, put: lines(400) })
  expect(await station.command('salesOrder.confirm', { id })).toEqual({ number: '26-A00001' })
  expect((await station.query('salesOrder.get', { id })).lines).toHaveLength(600)
})

test('[W12] a counter kept is the count of its list', async () => {
  shop = await createTestShop()
  await shop.command('product.add', businessCards)
  for (let index = 0; index < 7; index += 1)
    await shop.command(
      'salesOrder.take',
      orderInput(shop, { lines: [productLine(shop, businessCards, 1000)], confirm: index % 2 === 0 }),
    )
  const counted = shop.app.station.db
    .read<{ stage: string; n: number }>('select stage, count(*) n from sales_orders group by stage')
    .all()
  expect((await shop.query('salesOrder.counts', {})).stages).toEqual(
    Object.fromEntries(counted.map(({ stage, n }) => [stage, n])),
  )
})
