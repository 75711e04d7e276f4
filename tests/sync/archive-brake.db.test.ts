import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { composeModules } from '#main/app/modules.ts'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { syncPortsOf } from '#tests/support/sync-ports.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, type TestShop, withPerson } from '#tests/support/test-shop.ts'
import { seededRandom } from './seeded-random.ts'
import { settle } from './sim-life.ts'
import { calm, makeTemplate, openSimShop } from './sim-shop.ts'

const home = mkdtempSync(join(tmpdir(), 'counterproof-brake-'))
const times = { poll: 2000, firstRetry: 5, longestRetry: 20, aimForPush: 300, readTimeout: 5000 }
const opened: { cloud?: CloudOverHttp; shop?: TestShop } = {}

afterEach(async () => {
  await opened.shop?.close()
  await opened.cloud?.close()
  delete opened.shop
  delete opened.cloud
  rmSync(home, { recursive: true, force: true })
})

async function shopOf(name: string, parties: number) {
  const cloud = await startCloud()
  opened.cloud = cloud
  const modules = composeModules(undefined, () => syncPortsOf(join(home, 'keys'), { times }))
  const shop = await createTestShop({ folder: join(home, name), modules })
  opened.shop = shop
  const ids: string[] = []
  for (let at = 0; at < parties; at += 1)
    ids.push((await shop.command('party.register', { name: `Klant ${at}`, isCustomer: true })).id)
  return { shop, cloud, ids }
}

const statusOf = (shop: TestShop) => shop.query('sync.status', {})
const becomes = (shop: TestShop, is: string, waiting: number) =>
  expect
    .poll(async () => [(await statusOf(shop)).state.is, (await statusOf(shop)).waiting], { timeout: 20_000 })
    .toEqual([is, waiting])
const archive = async (shop: TestShop, ids: readonly string[]) => {
  for (const id of ids) await shop.command('party.archive', { id, reason: '' })
}

test('[Y33] [S7] a heap of archived documents waits for an administrator, with what was done after it; taken back it goes', async () => {
  const { shop, cloud, ids } = await shopOf('a', 25)
  // Founding brings what was archived before, whatever it is.
  await archive(shop, ids.slice(15))
  await shop.local('sync.found', { cloudUrl: cloud.url, stationName: 'Counter' })
  await becomes(shop, 'inStep', 0)
  // A few are nobody's question; with one more it is a heap, though each went by itself.
  await archive(shop, ids.slice(0, 4))
  await becomes(shop, 'inStep', 0)
  await archive(shop, ids.slice(4, 5))
  await becomes(shop, 'held', 1)
  await shop.command('salesOrder.take', orderInput(shop, { lines: [], confirm: false }))
  await expect.poll(async () => (await statusOf(shop)).waiting).toBeGreaterThan(1)
  const { held } = await statusOf(shop)
  expect(held?.archived).toEqual([{ by: 'Marit Visser', entity: 'party', count: 1 }])
  const isArchivedThere = async (id = '') => {
    const found = await cloud.stores.store.transact(shop.app.station.org, (tx) => tx.documents([id]))
    return found?.get(id)?.document.values.archived === true
  }
  expect(await Promise.all(ids.slice(3, 5).map(isArchivedThere))).toEqual([true, false])
  // Enough of it taken back, and the rest goes by itself.
  await shop.command('party.restore', { id: ids[0] ?? '', reason: '' })
  await becomes(shop, 'inStep', 0)
  expect((await statusOf(shop)).held).toBeNull()
  expect(await Promise.all([ids[0], ids[4]].map(isArchivedThere))).toEqual([false, true])
})

test('[Y33] [S7] the yes is an administrator’s, holds for what was asked about, and outlives a restart', async () => {
  const { shop: first, cloud, ids } = await shopOf('b', 12)
  await first.local('sync.found', { cloudUrl: cloud.url, stationName: 'Counter' })
  await becomes(first, 'inStep', 0)
  await archive(first, ids.slice(0, 6))
  await expect.poll(async () => (await statusOf(first)).state.is).toBe('held')
  const shop = { ...(await first.reopen()), administratorId: first.administratorId, companyId: first.companyId }
  opened.shop = shop
  shop.actAs(first.administratorId)
  await expect.poll(async () => (await statusOf(shop)).state.is, { timeout: 20_000 }).toBe('held')
  const { held } = await statusOf(shop)
  await withPerson(shop, 'counter')
  expect((await shop.refusal('local', 'sync.letArchive', { upTo: held?.upTo ?? 0 })).code).toBe('permission.missing')
  shop.actAs(first.administratorId)
  await shop.local('sync.letArchive', { upTo: held?.upTo ?? 0 })
  await becomes(shop, 'inStep', 0)
  // Said yes to those and to no others.
  await archive(shop, ids.slice(6, 10))
  await becomes(shop, 'inStep', 0)
  await archive(shop, ids.slice(10))
  await expect.poll(async () => (await statusOf(shop)).state.is).toBe('held')
})

test('[Y12] [Y33] [S7] absence is no deletion: a cloud that was emptied takes nothing from anybody and gets everything again', async () => {
  const template = await makeTemplate()
  const random = seededRandom(7)
  const shop = await openSimShop(template, 2, random)
  try {
    const emptied = shop.backUp()
    const [a, b] = shop.stations
    if (a === undefined || b === undefined) throw new Error('no stations')
    await settle(shop, random, calm)
    const ids: string[] = []
    for (let at = 0; at < 30; at += 1)
      ids.push((await a.app.command('party.register', { name: `Klant ${at}`, isCustomer: true })).id)
    await settle(shop, random, calm)
    const [before, there] = [a, b].map(({ app }) => tableDump(app.app.station.db, ['docs']))
    expect(there).toEqual(before)
    emptied()
    await settle(shop, random, calm)
    for (const { app } of [a, b]) expect(tableDump(app.app.station.db, ['docs'])).toEqual(before)
    const kept = await shop.cloud.transact(shop.org, (tx) => tx.documents(ids))
    expect([...(kept?.values() ?? [])].filter(({ document }) => document.values.archived === true)).toEqual([])
    expect(kept?.size).toBe(ids.length)
  } finally {
    await shop.close()
    template.remove()
  }
})
