import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { memoryAccounts } from '#cloud/accounts/memory-accounts.ts'
import { entities } from '#cloud/entities.ts'
import { memoryShelf } from '#cloud/files/file-shelf.ts'
import { Digests } from '#cloud/sync/digests.ts'
import { type MemoryStore, memoryStore } from '#cloud/sync/memory-store.ts'
import { takePush } from '#cloud/sync/push.ts'
import { composeModules } from '#main/app/modules.ts'
import type { CloudLink } from '#main/sync/cloud-link.ts'
import { DocumentChecks } from '#main/sync/document-check.ts'
import { chainBegin } from '#shared/kernel/change/chain.ts'
import { wireVersion } from '#shared/sync/wire.ts'
import { freeText, orderInput } from '#tests/sales-orders/order-samples.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { syncPortsOf } from '#tests/support/sync-ports.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'
import { wireWriter } from '#tests/support/wire-writer.ts'
import { foldedTables } from './sim-invariants.ts'

const home = mkdtempSync(join(tmpdir(), 'counterproof-check-'))
const times = { poll: 2000, firstRetry: 5, longestRetry: 20, aimForPush: 300, readTimeout: 5000 }
const opened: { cloud?: CloudOverHttp; shop?: TestShop } = {}

afterEach(async () => {
  await opened.shop?.close()
  await opened.cloud?.close()
  delete opened.shop
  delete opened.cloud
  rmSync(home, { recursive: true, force: true })
})

/** A shop with three paid orders that its cloud has. */
async function shopInStep(): Promise<{ shop: TestShop; store: MemoryStore; orders: readonly string[] }> {
  const store = memoryStore()
  opened.cloud = await startCloud({}, { store, accounts: memoryAccounts(store), shelf: memoryShelf() })
  const modules = composeModules(undefined, () => syncPortsOf(join(home, 'keys'), { times }))
  const shop = await createTestShop({ folder: join(home, 'a'), modules })
  opened.shop = shop
  const orders: string[] = []
  for (const cents of [1000, 2000, 3000]) {
    const what = freeText({ unitPrice: { amount: cents * 10_000, base: 1 } })
    const lines = [{ id: shop.newId(), what, position: 'a' }]
    const { id } = await shop.command('salesOrder.take', orderInput(shop, { lines }))
    await shop.command('payment.receive', {
      ...{ id: shop.newId(), salesOrderId: id, method: 'pin', amount: 100, reference: '' },
    })
    orders.push(id)
  }
  await shop.local('sync.found', { cloudUrl: opened.cloud.url, stationName: 'Counter' })
  await inStep(shop)
  return { shop, store, orders }
}

const inStep = (shop: TestShop) =>
  expect
    .poll(
      async () => {
        const { state, waiting } = await shop.query('sync.status', {})
        return [state.is, waiting, shop.app.replica.place().cursor === shop.app.station.log.head.sseq]
      },
      { timeout: 20_000 },
    )
    .toEqual(['inStep', 0, true])

test('[Y32] what was damaged in the file is found, computed anew from the log with all that rests on it, and told', async () => {
  const { shop, orders } = await shopInStep()
  const { db } = shop.app.station
  const tables = [...foldedTables, 'document_numbers']
  const before = tableDump(db, tables)
  expect(await shop.local('sync.checkNow', {})).toMatchObject({ mended: [], differing: [] })
  const [one, two, three] = orders
  const payment = db.read<{ id: string }>(`select id from docs where entity = 'payment' limit 1`).get()?.id ?? ''
  db.write('update docs set stamps = ? where id = ?').run('{"*":"00000000000000aaB"}', one)
  db.write('update docs set data = ? where id = ?').run(Buffer.from('no such text'), two)
  db.write('delete from docs where id = ?').run(three)
  db.write(`update docs set data = replace(data, '"amount":100', '"amount":900') where id = ?`).run(payment)
  expect(tableDump(db, ['docs'])).not.toEqual({ docs: before.docs })
  const { mended, differing } = await shop.local('sync.checkNow', {})
  expect(mended.map(({ doc }) => doc).sort()).toEqual([...orders, payment].sort())
  expect(differing).toEqual([])
  expect(tableDump(db, tables)).toEqual(before)
  expect(shop.problems.map(({ event, facts }) => [event, facts.count])).toEqual([['sync.documentsMended', 4]])
  expect((await shop.query('sync.status', {})).checked).toMatchObject({ mended: 4, differing: 0 })
  expect((await shop.query('sync.status', {})).state.is).toBe('inStep')
  expect(await shop.local('sync.checkNow', {})).toMatchObject({ mended: [], differing: [] })
})

test('[Y32] what is something else at the cloud is named and said until it is the same again, and nothing is taken over', async () => {
  const { shop, store, orders } = await shopInStep()
  const { db, org } = shop.app.station
  const before = tableDump(db, foldedTables)
  const [one = ''] = orders
  const kept = await store.transact(org, (tx) => tx.documents([one]))
  const stood = kept?.get(one)
  if (stood === undefined) throw new Error('the cloud has no such order')
  const damaged = { ...stood.document, values: { ...stood.document.values, customerReference: 'damaged' } }
  await store.transact(org, (tx) => tx.keep({ documents: new Map([[one, { ...stood, document: damaged }]]) }))
  const found = await shop.local('sync.checkNow', {})
  expect(found).toMatchObject({ mended: [], differing: [{ entity: 'sales_order', doc: one }] })
  const status = await shop.query('sync.status', {})
  expect(status.state).toMatchObject({ is: 'differs', documents: 1 })
  expect(status.checked).toMatchObject({ differing: 1, documents: [{ entity: 'sales_order', doc: one }] })
  expect(shop.problems.map(({ event, facts }) => [event, facts.documents])).toEqual([
    ['sync.documentsDiffer', [{ entity: 'sales_order', doc: one }]],
  ])
  const isOrder = (row: unknown) => (row as { id: string }).id === one
  expect(tableDump(db, foldedTables).docs?.find(isOrder)).toEqual(before.docs?.find(isOrder))
  await store.transact(org, (tx) => tx.keep({ documents: new Map([[one, stood]]) }))
  // The cloud keeps a digest for an hour.
  if (opened.cloud !== undefined) opened.cloud.clock.now += 3_600_000
  expect(await shop.local('sync.checkNow', {})).toMatchObject({ mended: [], differing: [] })
  expect((await shop.query('sync.status', {})).state.is).toBe('inStep')
})

test('[Y12] [Y14] [Y32] a document whose birth is still to come is at the cloud, in the log here, and no difference', async () => {
  const { shop, store } = await shopInStep()
  const { org } = shop.app.station
  const other = wireWriter('00000000-0000-7000-8000-00000000000b')
  const place = { publicKey: '', lastSseq: 0, lastHash: chainBegin, revokedAt: null, appVersion: '', seenAt: null }
  store.addStation(org, { id: other.station, code: 'B', name: 'Packing', ...place })
  const late = other.write({ kind: 'set', actor: shop.administratorId, actorRole: 'administrator' })
  const push = { wire: wireVersion, epoch: null, changes: [late] } as const
  const taken = await takePush(
    store,
    entities,
    { org, station: other.station },
    { ...push, changes: [late] },
    1_900_000_000_000,
  )
  expect(taken).toMatchObject({ answers: [{ verdict: 'accepted' }] })
  await expect
    .poll(() => shop.app.replica.place().cursor, { timeout: 20_000 })
    .toBe(taken?.is === 'taken' && taken.head)
  expect(shop.app.store.documents.get(late.doc)).toBeUndefined()
  expect(await shop.local('sync.checkNow', {})).toMatchObject({ mended: [], differing: [] })
})

test('[Y32] comes at night, stays due while something is on its way, and is planned for the next night once done', async () => {
  const { shop, store } = await shopInStep()
  const { services, station } = shop.app
  const who = { org: station.org, station: station.identity.id }
  const digests = new Digests({ store, entities, clock: () => shop.clock.now() })
  const asked: string[] = []
  let isBusy = true
  const link = {
    digest: async (request) => {
      asked.push(new Date(shop.clock.now()).toISOString())
      if (isBusy) return { is: 'movedOn' as const }
      return (await digests.answer(who, request)) ?? { is: 'movedOn' as const }
    },
    digestPage: async () => ({ is: 'movedOn' as const }),
  } as Pick<CloudLink, 'digest' | 'digestPage'> as CloudLink
  let look: () => void = () => {}
  const checks = new DocumentChecks({
    ...{ services, link, random: () => 0.5 },
    after: (_, work) => {
      look = work
      return () => {}
    },
  })
  const due = () =>
    services.db.read<{ value: string }>(`select value from station_facts where name = 'documents_check_due'`).get()
      ?.value
  services.local.write(`delete from station_facts where name = 'documents_check_due'`).run()
  checks.start()
  expect(due()).toBe('2026-11-20T02:00:00.000Z')
  const lookAt = async (instant: string) => {
    shop.clock.set(instant)
    const last = look
    last()
    await expect.poll(() => look !== last).toBe(true)
  }
  await lookAt('2026-11-20T01:59:00.000Z')
  expect(asked).toEqual([])
  await lookAt('2026-11-20T02:04:00.000Z')
  isBusy = false
  await lookAt('2026-11-20T02:09:00.000Z')
  expect(asked).toEqual(['2026-11-20T02:04:00.000Z', '2026-11-20T02:09:00.000Z'])
  expect(due()).toBe('2026-11-21T02:00:00.000Z')
  await lookAt('2026-11-20T02:14:00.000Z')
  expect(asked).toHaveLength(2)
  await checks.stop()
})
