import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { defineCommand, type FeatureModule } from '#main/platform/bus/module.ts'
import { projection, rowOf, slotTotal } from '#main/platform/changes/projection.ts'
import { settingsModule } from '#main/settings/module.ts'
import { usersModule } from '#main/users/module.ts'
import {
  documentEntity,
  free,
  guarded,
  ledger,
  numbered,
  postingEntity,
  rows,
  setOf,
} from '#shared/kernel/change/entity.ts'
import { command } from '#shared/kernel/contract.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { tableDump } from '#tests/support/table-dump.ts'

const crateEntity = documentEntity('crate', {
  label: free(''),
  state: guarded('open', ['open', 'shut']),
  number: numbered(),
  weight: free(0, { lockedWhile: ['shut'] }),
  status: guarded('open', ['open', 'shut']),
  marks: setOf<string>(),
  items: rows({ text: free(''), removed: free(false) }),
})
const weighingEntity = postingEntity('weighing', { crate: ledger(''), grams: ledger(0) })

const crates = sqliteTable('crates', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  number: text('number'),
  grams: integer('grams').notNull(),
  isShut: integer('is_shut', { mode: 'boolean' }).notNull(),
})
const crateItems = sqliteTable('crate_items', {
  id: text('id').primaryKey(),
  crateId: text('crate_id').notNull(),
  text: text('text').notNull(),
})

const crateId = z.uuid()
const make = command('crate.make', {
  input: z.strictObject({ id: crateId, label: z.string(), items: z.record(z.string(), z.string()).default({}) }),
  output: z.object({ id: z.string() }),
  permission: null,
  summary: '',
})
const change = command('crate.change', {
  input: z.strictObject({
    id: crateId,
    label: z.string().optional(),
    weight: z.number().optional(),
    mark: z.string().optional(),
  }),
  output: z.null(),
  permission: null,
  summary: '',
})
const shut = command('crate.shut', {
  input: z.strictObject({ id: crateId }),
  output: z.object({ number: z.string() }),
  permission: null,
  summary: '',
})
const weigh = command('crate.weigh', {
  input: z.strictObject({ crate: crateId, grams: z.number() }),
  output: z.null(),
  permission: null,
  summary: '',
})
const refuse = command('crate.refuse', {
  input: z.strictObject({ id: crateId }),
  output: z.null(),
  permission: null,
  summary: '',
})

const crateModule: FeatureModule = {
  name: 'crates',
  projections: [
    projection({
      entity: crateEntity,
      tables: [crates, crateItems],
      slots: ['grams'],
      rows: (crate, id, sums) => [
        rowOf(crates, {
          id,
          label: crate.label,
          number: crate.number?.text ?? null,
          grams: slotTotal(sums, 'grams'),
          isShut: crate.state === 'shut',
        }),
        ...Object.entries(crate.items).flatMap(([itemId, item]) =>
          item.removed ? [] : [rowOf(crateItems, { id: itemId, crateId: id, text: item.text })],
        ),
      ],
      counters: (rows) =>
        rows.flatMap(({ table, row }) =>
          table === crates
            ? [
                {
                  name: 'crate.state',
                  scope: '',
                  key: Number(row.grams) > 1000 ? 'heavy' : row.isShut ? 'shut' : 'open',
                },
              ]
            : [],
        ),
    }),
    projection({
      entity: weighingEntity,
      tables: [],
      rows: () => [],
      contributions: (weighing) => [{ target: weighing.crate, slot: 'grams', key: '', amount: weighing.grams }],
    }),
  ],
  commands: [
    defineCommand(make, () => (input, { tx, newId }) => {
      tx.create(crateEntity, input.id, {
        label: input.label,
        items: Object.fromEntries(Object.entries(input.items).map(([, text]) => [newId(), { text }])),
      })
      return accepted({ id: input.id })
    }),
    defineCommand(change, () => (input, { tx }) => {
      if (input.label !== undefined || input.weight !== undefined)
        tx.set(crateEntity, input.id, {
          ...(input.label === undefined ? {} : { label: input.label }),
          ...(input.weight === undefined ? {} : { weight: input.weight }),
        })
      if (input.mark !== undefined) tx.add(crateEntity, input.id, 'marks', input.mark, input.mark)
      return accepted(null)
    }),
    defineCommand(shut, () => (input, { tx, number }) => {
      const given = number('sales_order')
      tx.move(crateEntity, input.id, 'state', 'open', 'shut', { number: given })
      tx.move(crateEntity, input.id, 'status', 'open', 'shut')
      return accepted({ number: given.text })
    }),
    defineCommand(weigh, () => (input, { tx, newId }) => {
      tx.post(weighingEntity, newId(), input)
      return accepted(null)
    }),
    defineCommand(refuse, () => (input, { tx }) => {
      tx.set(crateEntity, input.id, { label: 'never' })
      return refused('crate.never')
    }),
  ],
}
// The crates' tables are made by the test itself: they are no part of the product's history.
function crateApp(folder?: string): TestApp {
  const setUp = createTestApp({ ...(folder === undefined ? {} : { folder }), modules: [settingsModule, usersModule] })
  setUp.app.station.db.driver.exec(
    'create table if not exists crates (id text primary key, label text not null, number text, grams integer not null, is_shut integer not null); create table if not exists crate_items (id text primary key, crate_id text not null, text text not null)',
  )
  return setUp
}

let open: TestApp | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

async function start(): Promise<TestApp> {
  const first = crateApp()
  const { folder } = first
  await first.app.close()
  open = createTestApp({ folder, modules: [settingsModule, usersModule, crateModule] })
  return open
}

const crate = '01900000-0000-7000-8000-000000000001'
const run = async (app: TestApp, name: string, input: unknown, id?: string) => app.reply('command', name, input, id)

test('[W1] [W3] a command becomes changes, a folded document and rows, in one transaction', async () => {
  const app = await start()
  await run(app, 'crate.make', { id: crate, label: 'paper', items: { a: 'A4', b: 'A3' } })
  await run(app, 'crate.weigh', { crate, grams: 700 })
  await run(app, 'crate.weigh', { crate, grams: 500 })
  expect(await run(app, 'crate.shut', { id: crate })).toEqual({ ok: true, result: { number: '26-A00001' } })
  const { db } = app.app.station
  expect(db.read('select label, number, grams, is_shut from crates').all()).toEqual([
    { label: 'paper', number: '26-A00001', grams: 1200, is_shut: 1 },
  ])
  expect(db.read('select text from crate_items order by text').all()).toEqual([{ text: 'A3' }, { text: 'A4' }])
  expect(db.read('select name, key, amount from counters').all()).toEqual([
    { name: 'crate.state', key: 'heavy', amount: 1 },
  ])
  expect(app.problems).toEqual([])
})

test('[W8] the same id and body is answered again without effect; another body is refused', async () => {
  const app = await start()
  const id = '01900000-0000-4000-8000-00000000abcd'
  expect(await run(app, 'crate.make', { id: crate, label: 'paper' }, id)).toEqual({ ok: true, result: { id: crate } })
  expect(await run(app, 'crate.make', { id: crate, label: 'paper' }, id)).toEqual({
    ok: true,
    result: { id: crate },
    replayed: true,
  })
  expect(await run(app, 'crate.make', { id: crate, label: 'other' }, id)).toEqual({
    ok: false,
    refusal: { code: 'command.idReused', params: { commandId: id } },
  })
  expect(app.app.station.db.read('select count(*) n from changes').get()).toEqual({ n: 1 })
})

test('[W8] a refusal stores nothing, so that a corrected form may use its id again', async () => {
  const app = await start()
  const id = '01900000-0000-4000-8000-00000000abce'
  await run(app, 'crate.make', { id: crate, label: 'paper' })
  expect(await run(app, 'crate.refuse', { id: crate }, id)).toEqual({ ok: false, refusal: { code: 'crate.never' } })
  expect(app.app.station.db.read('select count(*) n from commands').get()).toEqual({ n: 1 })
  expect(await run(app, 'crate.change', { id: crate, label: 'card' }, id)).toMatchObject({ ok: true })
})

test('[W2] a locked field refuses, a guarded one moves once', async () => {
  const app = await start()
  await run(app, 'crate.make', { id: crate, label: 'paper' })
  await run(app, 'crate.shut', { id: crate })
  expect(await run(app, 'crate.change', { id: crate, weight: 5 })).toMatchObject({
    ok: false,
    refusal: { code: 'document.locked' },
  })
  expect(await run(app, 'crate.shut', { id: crate })).toMatchObject({
    ok: false,
    refusal: { code: 'document.movedOn' },
  })
})

test('[W4] documents and every table are the same after a rebuild from the log', async () => {
  const app = await start()
  await run(app, 'crate.make', { id: crate, label: 'paper', items: { a: 'A4' } })
  await run(app, 'crate.change', { id: crate, label: 'card', mark: 'fragile' })
  await run(app, 'crate.weigh', { crate, grams: 700 })
  await run(app, 'crate.shut', { id: crate })
  const tables = ['docs', 'crates', 'crate_items', 'counters', 'slot_sums', 'document_numbers']
  const before = tableDump(app.app.station.db, tables)
  app.app.rebuild()
  expect(tableDump(app.app.station.db, tables)).toEqual(before)
})

test('[W5] the chain is whole, and a changed payload is found', async () => {
  const app = await start()
  await run(app, 'crate.make', { id: crate, label: 'paper' })
  await run(app, 'crate.change', { id: crate, label: 'card' })
  const { checkChain } = await import('#main/platform/changes/chain-check.ts')
  const { db, identity } = app.app.station
  expect(checkChain(db, identity.id)).toMatchObject({ whole: true, checked: 2 })
  expect(() => db.driver.exec(`update changes set payload = '{}' where sseq = 1`)).toThrow('never altered')
  expect(() => db.driver.exec('delete from changes')).toThrow('never deleted')
  db.driver.exec(
    `drop trigger changes_keep_values; update changes set payload = '{"label":[null,"gold"]}' where sseq = 1`,
  )
  expect(checkChain(db, identity.id)).toEqual({ whole: false, sseq: 1, why: 'payload' })
})
