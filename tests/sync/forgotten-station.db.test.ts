import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MemoryStore } from '#cloud/sync/memory-store.ts'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { type StationHome, stationHome, until } from './station-home.ts'

let cloud: CloudOverHttp
let home: StationHome
beforeEach(async () => {
  cloud = await startCloud()
  home = stationHome()
})
afterEach(async () => {
  await home.close()
  await cloud.close()
})

const take = async (station: TestApp) =>
  (await station.command('salesOrder.take', orderInput(station, { lines: [], confirm: false }))).id
const inStep = (station: TestApp) =>
  until(
    () => station.query('sync.status', {}),
    ({ state, waiting }) => state.is === 'inStep' && waiting === 0,
  )
const knows = (station: TestApp, id: string) =>
  until(
    () => station.app.store.documents.get(id)?.values.status,
    (status) => status === 'draft',
  )

/** A shop whose second station came after the backup that its cloud is put back to. */
async function shopOfTwo() {
  const a = await home.found('a', cloud.url)
  await inStep(a)
  const store = cloud.stores.store as MemoryStore
  const { org } = a.app.station
  const backup = store.backUp(org)
  const b = await home.join('b', cloud.url, (await a.local('sync.pairingCode', {})).code)
  await until(
    () => b.query('sync.joining', {}),
    ({ awaitsSecrets }) => !awaitsSecrets,
  )
  await until(
    () => b.app.isSetUp(),
    (isSetUp) => isSetUp,
  )
  b.actAs(a.administratorId)
  const before = await take(b)
  await knows(a, before)
  return { a, b, org, store, before, restore: () => store.restore(org, backup, randomUUID()) }
}

test('[Y12] [Y36] a station that joined after the backup says that it is not known, loses nothing, and is let in again once another station is on', async () => {
  const { a, b, org, store, before, restore } = await shopOfTwo()
  const { id, code } = b.app.station.identity
  await a.close()
  restore()
  const meanwhile = await take(b)
  await until(
    () => b.query('sync.status', {}),
    ({ state, waiting }) => state.is === 'notLetIn' && waiting > 0,
  )
  const again = createTestApp({ folder: home.pathOf('a'), seed: 'a2', modules: home.modulesOf('a') })
  home.closes(again)
  await inStep(b)
  for (const order of [before, meanwhile]) await knows(again, order)
  expect(b.app.station.identity).toEqual({ id, code })
  const rows = (await store.feed(org, 0, 1000))?.rows.filter((row) => row.station === id) ?? []
  expect(rows.map(({ sseq, stationCode, verdict }) => [sseq, stationCode, verdict])).toEqual(
    rows.map((_, index) => [index + 1, code, 'accepted']),
  )
  expect(rows).toHaveLength(b.app.station.log.head.sseq)
  again.actAs(a.administratorId)
  const { stations } = await again.local('sync.stations', {})
  expect(stations.map((each) => [each.code, each.name])).toEqual([
    ['A', 'a'],
    ['B', 'b'],
  ])
  // Its letters are there again as well: a secret that is kept now reaches it.
  await again.local('secret.keep', { key: 'mail.password', value: 'after the restore' })
  await until(
    () => b.query('secret.list', {}),
    ({ secrets }) => secrets.some(({ key }) => key === 'mail.password'),
  )
})

test('[Y19] [Y36] a station that was shut out after the backup is shut out again', async () => {
  const { a, b, store, org, restore } = await shopOfTwo()
  const { id } = b.app.station.identity
  await a.local('sync.revoke', { station: id })
  await until(
    () => b.query('sync.status', {}),
    ({ state }) => state.is === 'shutOut' || state.is === 'notLetIn',
  )
  restore()
  await until(
    () => store.station(org, id),
    (station) => station !== undefined && station.revokedAt !== null,
  )
})
