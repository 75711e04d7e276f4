import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { joinBeforeOpening } from '#main/app/join-before-opening.ts'
import { composeModules } from '#main/app/modules.ts'
import type { JoinedStation } from '#main/app/station.ts'
import { fileSecretBox } from '#main/platform/secrets/file-secret-box.ts'
import { stationKeyFiles } from '#main/platform/secrets/station-keys.ts'
import type { SyncPorts } from '#main/sync/module.ts'
import { takeFreeText } from '#tests/sales-orders/order-samples.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { type FaultProxy, openFaultProxy } from '#tests/support/fault-proxy.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop } from '#tests/support/test-shop.ts'
import { foldedTables } from './sim-invariants.ts'

const home = mkdtempSync(join(tmpdir(), 'counterproof-stations-'))
const times: SyncPorts['times'] = { poll: 2000, firstRetry: 30, longestRetry: 200, aimForPush: 300, readTimeout: 1500 }
const opened: { cloud?: CloudOverHttp; proxy?: FaultProxy; stations: TestApp[] } = { stations: [] }

afterEach(async () => {
  for (const station of opened.stations.splice(0)) await station.close()
  await opened.proxy?.close()
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

async function until<T>(look: () => Promise<T> | T, holds: (seen: T) => boolean): Promise<T> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (Date.now() > deadline) throw new Error(`in vain: ${JSON.stringify(seen)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A founds over a line that can be broken, B joins directly with a code. */
async function pair(): Promise<{ a: TestApp; b: TestApp; proxy: FaultProxy; administratorId: string }> {
  const cloud = await startCloud()
  opened.cloud = cloud
  const proxy = await openFaultProxy(cloud.url)
  opened.proxy = proxy
  const a = await createTestShop({ folder: join(home, 'a'), seed: 'a', modules: modules('a') })
  opened.stations.push(a)
  await a.local('sync.found', { cloudUrl: proxy.url, stationName: 'Counter' })
  const { code } = await a.local('sync.pairingCode', {})
  const joins = await joinBeforeOpening(
    join(home, 'b'),
    { stationName: 'Packing', join: { cloudUrl: cloud.url, code } },
    { keys: keysOf('b'), version: '0.0.0-test', newId: () => crypto.randomUUID() },
  )
  const b = createTestApp({ folder: join(home, 'b'), seed: 'b', modules: modules('b'), joins: joins as JoinedStation })
  opened.stations.push(b)
  await until(
    () => b.app.isSetUp(),
    (isSetUp) => isSetUp,
  )
  b.actAs(a.administratorId)
  return { a, b, proxy, administratorId: a.administratorId }
}

const status = (station: TestApp) => station.query('sync.status', {})
const inStep = async (...stations: TestApp[]) => {
  for (const station of stations)
    await until(
      () => status(station),
      ({ state, waiting }) => state.is === 'inStep' && waiting === 0,
    )
}

/** An order of one free line; the amount is net, in cents. */
async function order(station: TestApp, cents: number): Promise<{ id: string; number: string | null }> {
  return takeFreeText(station, { unitPrice: { amount: cents * 10_000, base: 1 } })
}

const pay = (station: TestApp, salesOrderId: string, amount: number, method: 'transfer' | 'pin') =>
  station.command('payment.receive', { id: station.newId(), salesOrderId, method, amount, reference: '' })

test('[Y18] [Y19] a second station joins with a code, gets a letter of its own, and each sees what the other does', async () => {
  const { a, b } = await pair()
  expect(b.app.station.identity.code).toBe('B')
  const fromA = await order(a, 1000)
  const fromB = await order(b, 2000)
  expect([fromA.number, fromB.number]).toEqual(['26-A00001', '26-B00001'])
  await until(
    () => b.query('salesOrder.list', {}),
    ({ rows }) => rows.length === 2,
  )
  await until(
    () => a.query('salesOrder.list', {}),
    ({ rows }) => rows.length === 2,
  )
  await inStep(a, b)
  const { stations } = await a.local('sync.stations', {})
  expect(stations.map(({ code, name }) => [code, name])).toEqual([
    ['A', 'Counter'],
    ['B', 'Packing'],
  ])
})

test('[Y5] [Y11] a day without a network: everything once, numbers unique, the same totals at both', async () => {
  const { a: first, b, proxy, administratorId } = await pair()
  let a = first as TestApp
  await inStep(a, b)
  proxy.become('cut')
  await until(
    () => status(a),
    ({ state }) => state.is === 'offline',
  )
  const orders: string[] = []
  for (let count = 0; count < 14; count += 1) orders.push((await order(a, 1000 * (count + 1))).id)
  const takings = [
    [2420, 'transfer'],
    [6050, 'transfer'],
    [1210, 'transfer'],
    [5977, 'pin'],
    [12_100, 'pin'],
    [3630, 'pin'],
  ] as const
  for (const [index, [amount, method]] of takings.entries()) await pay(a, orders[index + 8] ?? '', amount, method)
  for (const _ of [1, 2]) {
    opened.stations.splice(opened.stations.indexOf(a), 1)
    a = await a.reopen()
    opened.stations.push(a)
    a.actAs(administratorId)
  }
  const atB = await order(b, 7700)
  expect((await status(a)).waiting).toBeGreaterThan(20)

  proxy.become('open')
  proxy.resetAfter(1500)
  await until(
    () => status(a),
    ({ waiting, state }) => waiting < 20 || state.is !== 'starting',
  )
  proxy.become('cut')
  await order(a, 500)
  proxy.become('open')
  await inStep(a, b)
  await until(
    () => b.query('salesOrder.list', { limit: 50 }),
    ({ rows }) => rows.length === 16,
  )
  await until(
    () => a.query('salesOrder.list', { limit: 50 }),
    ({ rows }) => rows.some(({ id }) => id === atB.id),
  )
  const { rows } = await a.query('salesOrder.list', { limit: 50 })
  expect(new Set(rows.map(({ number }) => number)).size).toBe(16)
  expect(tableDump(a.app.station.db, foldedTables)).toEqual(tableDump(b.app.station.db, foldedTables))
  const paid = b.app.station.db.read<{ paid: number }>('select sum(paid_amount) as paid from sales_orders').get()
  expect(paid).toEqual({ paid: 31_387 })
})

test('[Y11] a line that is half open is noticed and replaced, and nothing that was sent into it is lost', async () => {
  const { a, b, proxy } = await pair()
  await inStep(a, b)
  proxy.become('silent')
  const { id } = await order(a, 1000)
  await until(
    () => status(a),
    ({ state }) => state.is === 'offline',
  )
  proxy.become('open')
  await until(
    () => b.query('salesOrder.list', {}),
    ({ rows }) => rows.some((row) => row.id === id),
  )
  await inStep(a, b)
})

test('[Y19] [G5] a revoked station gets nothing more, keeps what it has, and what it had not sent is handed in', async () => {
  const { a, b } = await pair()
  await inStep(a, b)
  const { stations } = await a.local('sync.stations', {})
  await a.local('sync.revoke', { station: stations.find(({ code }) => code === 'B')?.id ?? '' })
  const { id } = await order(b, 1000)
  await until(
    () => status(b),
    ({ state, waiting }) => state.is === 'shutOut' && waiting === 0,
  )
  expect(await b.query('salesOrder.get', { id })).toMatchObject({ id })
  // For a person to look at: in the log of the others, and in none of their documents.
  await order(a, 500)
  await until(
    () => a.app.station.db.read<{ verdict: string }>('select verdict from changes where doc = ?').get(id),
    (row) => row?.verdict === 'quarantined',
  )
  expect((await a.query('salesOrder.list', {})).rows).toHaveLength(1)
})
