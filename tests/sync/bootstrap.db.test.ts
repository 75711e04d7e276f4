import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { MemoryStore } from '#cloud/sync/memory-store.ts'
import { joinBeforeOpening } from '#main/app/join-before-opening.ts'
import { composeModules } from '#main/app/modules.ts'
import type { JoinedStation } from '#main/app/station.ts'
import { fileSecretBox } from '#main/platform/secrets/file-secret-box.ts'
import { stationKeyFiles } from '#main/platform/secrets/station-keys.ts'
import { bootstrapOnce, ChunkBroken } from '#main/sync/bootstrap-round.ts'
import type { SyncPorts } from '#main/sync/module.ts'
import type { RoundPorts } from '#main/sync/round-ports.ts'
import { SlicePace } from '#main/sync/slice-pace.ts'
import { takeFreeText } from '#tests/sales-orders/order-samples.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop } from '#tests/support/test-shop.ts'
import { foldedTables } from './sim-invariants.ts'

const home = mkdtempSync(join(tmpdir(), 'counterproof-bootstrap-'))
const times: SyncPorts['times'] = { poll: 2000, firstRetry: 30, longestRetry: 200, aimForPush: 300, readTimeout: 1500 }
const opened: { cloud?: CloudOverHttp; stations: TestApp[] } = { stations: [] }

afterEach(async () => {
  for (const station of opened.stations.splice(0)) await station.close()
  await opened.cloud?.close()
  rmSync(home, { recursive: true, force: true })
})

const boxOf = (name: string) => fileSecretBox(join(home, 'keys', name))
const keysOf = (name: string) => stationKeyFiles(join(home, 'keys', name), boxOf(name))
const modules = (name: string) =>
  composeModules(undefined, () => ({
    ...{ keys: keysOf(name), box: boxOf(name), version: '0.0.0-test', times },
    reopen: () => undefined,
  }))

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('in vain')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const isInStep = async (station: TestApp): Promise<boolean> => {
  const { state, waiting } = await station.query('sync.status', {})
  return state.is === 'inStep' && waiting === 0
}

async function order(station: TestApp, cents: number): Promise<string> {
  return (await takeFreeText(station, { unitPrice: { amount: cents * 10_000, base: 1 } })).id
}

const pay = (station: TestApp, salesOrderId: string, amount: number) =>
  station.command('payment.receive', { id: station.newId(), salesOrderId, method: 'pin', amount, reference: '' })

/** A shop with some orders, paid, closed and cancelled, on a cloud that thinks a snapshot of them worth it. */
async function shopOnCloud(): Promise<{ a: TestApp & { administratorId: string }; orders: readonly string[] }> {
  const cloud = await startCloud({ snapshotWorthRows: 20 })
  opened.cloud = cloud
  const a = await createTestShop({ folder: join(home, 'a'), seed: 'a', modules: modules('a') })
  opened.stations.push(a)
  const orders: string[] = []
  for (let count = 1; count <= 24; count += 1) orders.push(await order(a, 1000 * count))
  for (const id of orders.slice(0, 12)) await pay(a, id, 500)
  for (const id of orders.slice(0, 8)) await a.command('salesOrder.close', { id })
  await a.command('salesOrder.cancel', { id: orders[20] ?? '', reason: '' })
  await a.local('sync.found', { cloudUrl: cloud.url, stationName: 'Counter' })
  await until(() => isInStep(a))
  return { a, orders }
}

async function joined(a: TestApp, name: string): Promise<TestApp> {
  const { code, cloudUrl } = await a.local('sync.pairingCode', {})
  const joins = await joinBeforeOpening(
    join(home, name),
    { stationName: name, join: { cloudUrl, code } },
    { keys: keysOf(name), version: '0.0.0-test', newId: () => crypto.randomUUID() },
  )
  const station = createTestApp({
    folder: join(home, name),
    seed: name,
    modules: modules(name),
    joins: joins as JoinedStation,
  })
  opened.stations.push(station)
  return station
}

test('[Y21] a station that joins begins from a snapshot and ends with the same documents, history and numbers', async () => {
  const { a, orders } = await shopOnCloud()
  const b = await joined(a, 'b')
  b.actAs(a.administratorId)
  await until(() => b.app.isSetUp())
  const [open] = orders.slice(-1)
  // Worked with at once, whatever of the history is still to come.
  await until(async () => (await b.query('salesOrder.list', {})).rows.some(({ id }) => id === open))
  await pay(b, open ?? '', 100)
  await until(async () => (await isInStep(b)) && b.app.replica.place().cursor === a.app.replica.place().cursor)
  await until(() => isInStep(a))
  expect(await opened.cloud?.stores.store.snapshots.latest(a.app.station.org)).toBeDefined()
  expect(b.app.replica.bootstrap.isUnderWay).toBe(false)
  const tables = [...foldedTables, 'document_numbers']
  expect(tableDump(b.app.station.db, tables)).toEqual(tableDump(a.app.station.db, tables))
  const historyAt = (station: TestApp) =>
    station.query('history.get', { entity: 'sales_order', doc: orders[0] ?? '' }).then(({ entries }) => entries.length)
  expect(await historyAt(b)).toBe(await historyAt(a))
  // Everything can be computed again from the log alone (W4).
  const before = tableDump(b.app.station.db, tables)
  b.app.rebuild()
  expect(tableDump(b.app.station.db, tables)).toEqual(before)
})

test('[G6] [Y34] a station that was off for longer than the feed goes back says so, and is in step again by itself', async () => {
  const { a, orders } = await shopOnCloud()
  const [first = '', second = ''] = orders.slice(-2)
  const b = await joined(a, 'b')
  b.actAs(a.administratorId)
  await until(() => b.app.isSetUp())
  await until(() => isInStep(b))
  const from = b.app.replica.place().cursor
  await b.close()
  opened.stations.pop()
  for (let count = 0; count < 4; count += 1) await order(a, 700)
  await pay(a, first, 200)
  const { org } = a.app.station
  const store = opened.cloud?.stores.store as MemoryStore
  const head = async () => (await store.feed(org, 0, 0))?.head.seq ?? 0
  await until(async () => (await isInStep(a)) && a.app.replica.place().cursor === (await head()))
  store.beginFeedAfter(org, await head())
  const seen = new Set<string>()
  const again = createTestApp({ folder: join(home, 'b'), seed: 'b2', modules: modules('b') })
  opened.stations.push(again)
  again.actAs(a.administratorId)
  await pay(again, second, 300)
  await until(async () => {
    const { state, begunAgain } = await again.query('sync.status', {})
    seen.add(state.is)
    return begunAgain !== null && (await isInStep(again)) && (await isInStep(a))
  })
  await until(() => again.app.replica.place().cursor === a.app.replica.place().cursor)
  const status = await again.query('sync.status', {})
  expect(status).toMatchObject({ begunAgain: { from }, fetched: null, waiting: 0 })
  expect(
    [...seen].filter((is) => is !== 'inStep' && is !== 'starting' && is !== 'fetching' && is !== 'behind'),
  ).toEqual([])
  expect(again.problems).toEqual([])
  const tables = [...foldedTables, 'document_numbers']
  expect(tableDump(again.app.station.db, tables)).toEqual(tableDump(a.app.station.db, tables))
})

test('[Y21] a chunk that is not what was said is placed nowhere; one that is gone leaves the feed', async () => {
  const { a } = await shopOnCloud()
  const station = createTestApp({ folder: join(home, 'c'), seed: 'c', joins: { org: a.app.station.org, code: 'C' } })
  opened.stations.push(station)
  const { replica } = station.app
  const manifest = {
    id: crypto.randomUUID(),
    seq: 3,
    epoch: crypto.randomUUID(),
    chunks: [{ no: 0, part: 'open' as const, documents: 1, bytes: 4, hash: '0'.repeat(64) }],
    shapes: {},
  }
  let chunk: Uint8Array | null = new Uint8Array([1, 2, 3, 4])
  const nowhere = () => Promise.reject(new Error('not asked in this test'))
  const ports: RoundPorts = {
    replica,
    brake: { heldFrom: () => undefined, letThrough: () => {} },
    link: {
      push: nowhere,
      setAside: nowhere,
      pull: nowhere,
      digest: nowhere,
      digestPage: nowhere,
      snapshot: async () => ({ is: 'snapshot', snapshot: manifest }),
      snapshotChunk: async () => chunk,
    },
    now: () => '2026-11-19T13:07:00.000Z',
    breathe: async () => {},
    behind: () => {},
    applied: () => {},
    fetched: () => {},
    beginsAgain: () => {},
    pace: new SlicePace(() => 0),
  }
  await expect(bootstrapOnce(ports)).rejects.toThrow(ChunkBroken)
  expect(replica.bootstrap.next()?.chunk.no).toBe(0)
  chunk = null
  expect(await bootstrapOnce(ports)).toBe(true)
  expect(await bootstrapOnce(ports)).toBe(false)
  expect(replica.bootstrap.isUnderWay).toBe(true)
})
