import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { memoryAccounts } from '#cloud/accounts/memory-accounts.ts'
import { entities } from '#cloud/entities.ts'
import { memoryShelf } from '#cloud/files/file-shelf.ts'
import { type MemoryStore, memoryStore } from '#cloud/sync/memory-store.ts'
import { readFeed } from '#cloud/sync/pull.ts'
import { takePush } from '#cloud/sync/push.ts'
import { composeModules } from '#main/app/modules.ts'
import { checkChain } from '#main/platform/changes/chain-check.ts'
import { type PackedText, packText, unpackText } from '#main/platform/changes/packed-text.ts'
import type { WritableDb } from '#main/platform/database/handles.ts'
import { LinkProblem } from '#main/sync/cloud-link.ts'
import { type LayPorts, layLogBeside } from '#main/sync/lay-log-beside.ts'
import { SlicePace } from '#main/sync/slice-pace.ts'
import { chainBegin } from '#shared/kernel/change/chain.ts'
import { wireVersion } from '#shared/sync/wire.ts'
import { freeText, orderInput } from '#tests/sales-orders/order-samples.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { syncPortsOf } from '#tests/support/sync-ports.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'
import { wireWriter } from '#tests/support/wire-writer.ts'
import { foldedTables } from './sim-invariants.ts'

const home = mkdtempSync(join(tmpdir(), 'counterproof-log-beside-'))
const times = { poll: 2000, firstRetry: 5, longestRetry: 20, aimForPush: 300, readTimeout: 5000 }
const opened: { cloud?: CloudOverHttp; station?: TestApp } = {}
const modules = () => composeModules(undefined, () => syncPortsOf(join(home, 'keys'), { times }))
const tables = [...foldedTables, 'document_numbers', 'changes']

afterEach(async () => {
  await opened.station?.close()
  await opened.cloud?.close()
  delete opened.station
  delete opened.cloud
  rmSync(home, { recursive: true, force: true })
})

const inStep = (shop: TestApp, seq: () => number) =>
  expect
    .poll(
      async () => {
        const { state, waiting } = await shop.query('sync.status', {})
        return [state.is, waiting, shop.app.replica.place().cursor]
      },
      { timeout: 20_000 },
    )
    .toEqual(['inStep', 0, seq()])

/** A shop with paid orders, and an order of another station, all in the cloud. */
async function shopOfTwo(): Promise<{
  shop: TestShop
  store: MemoryStore
  orders: readonly string[]
  foreign: string
}> {
  const store = memoryStore()
  opened.cloud = await startCloud({}, { store, accounts: memoryAccounts(store), shelf: memoryShelf() })
  const shop = await createTestShop({ folder: join(home, 'a'), modules: modules() })
  opened.station = shop
  const orders: string[] = []
  for (const cents of [1000, 2000, 3000]) {
    const what = freeText({ unitPrice: { amount: cents * 10_000, base: 1 } })
    const input = orderInput(shop, { lines: [{ id: shop.newId(), what, position: 'a' }], confirm: true })
    const { id } = await shop.command('salesOrder.take', input)
    await shop.command('payment.receive', {
      ...{ id: shop.newId(), salesOrderId: id, method: 'pin', amount: 100, reference: '' },
    })
    orders.push(id)
  }
  await shop.local('sync.found', { cloudUrl: opened.cloud.url, stationName: 'Counter' })
  await inStep(shop, () => shop.app.station.log.head.sseq)
  const { org } = shop.app.station
  const other = wireWriter('00000000-0000-7000-8000-00000000000b')
  const place = { publicKey: '', lastSseq: 0, lastHash: chainBegin, revokedAt: null, appVersion: '', seenAt: null }
  store.addStation(org, { id: other.station, code: 'B', name: 'Packing', ...place })
  const who = { actor: shop.administratorId, actorRole: 'administrator' }
  const born = other.write({ ...who, kind: 'create', entity: 'party', command: 'party.add', fields: {} })
  const changes = [
    born,
    other.write({
      ...who,
      entity: 'party',
      command: 'party.change',
      doc: born.doc,
      fields: { name: [null, 'Bakker'] },
    }),
  ]
  const push = { wire: wireVersion, epoch: null, changes: [...changes] } as const
  await takePush(store, entities, { org, station: other.station }, { ...push, changes }, 1_900_000_000_000)
  await inStep(shop, () => shop.app.station.log.head.sseq + 2)
  return { shop, store, orders, foreign: born.doc }
}

/** What a damaged disk, or somebody with a tool, does to the log beneath the program. */
function damage(db: WritableDb, sql: string, ...values: readonly PackedText[]): void {
  const guard = db.read<{ sql: string }>(`select sql from sqlite_master where name = 'changes_keep_values'`).get()?.sql
  db.write('drop trigger changes_keep_values').run()
  db.write(`insert into maintenance (what) values ('mend_log')`).run()
  expect(db.write(sql).run(...values).changes).toBeGreaterThan(0)
  db.write(`delete from maintenance where what = 'mend_log'`).run()
  db.write(guard ?? '').run()
}

test('[Y32] [Y35] a log that was damaged is laid beside the cloud’s, put right where it is not the same, and told', async () => {
  const { shop, orders, foreign } = await shopOfTwo()
  const { db, identity } = shop.app.station
  const before = tableDump(db, tables)
  const [one = '', two = '', three = ''] = orders
  const born = `doc = ? and kind = 'create'`
  const { payload } = db.read<{ payload: PackedText }>(`select payload from changes where ${born}`).get(one) ?? {}
  const other = unpackText(payload ?? '').replace('Snijwerk', 'Vouwwerk')
  damage(db, `update changes set payload = ? where ${born}`, packText(other), one)
  damage(db, `delete from changes where ${born}`, two)
  damage(db, `update changes set verdict = 'refused' where ${born}`, three)
  damage(db, `delete from changes where doc = ?`, foreign)
  shop.app.rebuild()
  expect(tableDump(db, ['docs'])).not.toEqual({ docs: before.docs })
  expect(checkChain(db, identity.id)).toMatchObject({ whole: false })
  expect(await shop.local('sync.checkNow', {})).toMatchObject({ mended: [], differing: [] })
  const sorted = (rows: readonly unknown[] | undefined) =>
    (rows as readonly { seq: number; lsn: number; recv_at: string }[])
      .map(({ lsn, recv_at, ...row }) => row)
      .sort((a, b) => a.seq - b.seq)
  const { changes, ...folded } = tableDump(db, tables)
  expect(sorted(changes)).toEqual(sorted(before.changes))
  const { changes: _, ...foldedBefore } = before
  expect(folded).toEqual(foldedBefore)
  expect(checkChain(db, identity.id)).toMatchObject({ whole: true })
  expect(shop.problems.map(({ event }) => event)).toEqual(['sync.documentsDiffer', 'sync.logMended'])
  const status = await shop.query('sync.status', {})
  expect(status).toMatchObject({ state: { is: 'inStep' }, checked: { differing: 0 }, logMended: { rows: 5 } })
})

test('[Y35] a log whose text cannot even be unpacked is no reason to stop comparing', async () => {
  const { shop, orders } = await shopOfTwo()
  const { db } = shop.app.station
  const before = tableDump(db, foldedTables)
  damage(db, `update changes set payload = x'00ff00' where doc = ? and kind = 'create'`, orders[0] ?? '')
  db.write('delete from docs where id = ?').run(orders[1] ?? '')
  db.write('delete from docs where id = ?').run(orders[0] ?? '')
  expect(await shop.local('sync.checkNow', {})).toMatchObject({ differing: [] })
  expect(tableDump(db, foldedTables)).toEqual(before)
})

test('[Y35] stopped at any page it goes on there, and touches nothing that is sound', async () => {
  const { shop, store, orders } = await shopOfTwo()
  const { org, identity } = shop.app.station
  const who = { org, station: identity.id }
  await shop.close()
  delete opened.station
  // Nobody else looks meanwhile.
  await opened.cloud?.close()
  delete opened.cloud
  const open = () => {
    opened.station = createTestApp({ folder: join(home, 'a'), seed: crypto.randomUUID(), modules: modules() })
    return opened.station
  }
  let station = open()
  const before = tableDump(station.app.station.db, foldedTables)
  damage(
    station.app.station.db,
    `update changes set verdict = 'refused' where doc = ? and kind = 'create'`,
    orders[2] ?? '',
  )
  station.app.rebuild()
  const { cursor, epoch } = station.app.replica.place()
  station.app.replica.logMend.begin(cursor, epoch ?? '')
  const asked: number[] = []
  const portsOf = (pages: number): LayPorts => ({
    replica: station.app.replica,
    link: {
      pull: async (request) => {
        asked.push(request.after)
        if (pages <= 0) throw new LinkProblem('unreachable', 'cut')
        pages -= 1
        const answer = await readFeed(store, who, { ...request, limit: 4 })
        if (answer === null) throw new Error('not let in')
        return JSON.parse(JSON.stringify(answer)) as typeof answer
      },
    },
    now: () => '2026-11-19T13:07:00.000Z',
    breathe: async () => {},
    pace: new SlicePace(() => 0),
    changed: () => {},
  })
  for (let laid = false; !laid; ) {
    const from = station.app.replica.logMend.place()?.after
    laid = await layLogBeside(portsOf(1)).then(
      (outcome) => {
        expect(outcome).toEqual({ is: 'laid', mended: 1 })
        return true
      },
      (problem: unknown) => {
        expect(problem).toBeInstanceOf(LinkProblem)
        return false
      },
    )
    if (laid) break
    expect(station.app.replica.logMend.place()?.after).toBeGreaterThan(from ?? 0)
    await station.close()
    station = open()
  }
  expect(new Set(asked).size).toBeGreaterThan(2)
  expect(tableDump(station.app.station.db, foldedTables)).toEqual(before)
})

test('[Y35] a cloud that tells another story than a sound log is not believed', async () => {
  const { shop, store } = await shopOfTwo()
  const { org, identity, db } = shop.app.station
  const before = tableDump(db, tables)
  const { cursor, epoch } = shop.app.replica.place()
  shop.app.replica.logMend.begin(cursor, epoch ?? '')
  const rewritten = wireWriter(identity.id)
  const outcome = await layLogBeside({
    replica: shop.app.replica,
    link: {
      pull: async (request) => {
        const answer = await readFeed(store, { org, station: identity.id }, request)
        if (answer?.is !== 'page') throw new Error('no page')
        const [first, ...rest] = answer.rows
        if (first === undefined) throw new Error('no row')
        return { ...answer, rows: [{ ...first, change: rewritten.write() } as typeof first, ...rest] }
      },
    },
    now: () => '2026-11-19T13:07:00.000Z',
    breathe: async () => {},
    pace: new SlicePace(() => 0),
    changed: () => {},
  })
  expect(outcome).toEqual({ is: 'otherStory' })
  expect(tableDump(db, tables)).toEqual(before)
})
