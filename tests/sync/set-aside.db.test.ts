import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeModules } from '#main/app/modules.ts'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { startCloud } from '#tests/support/cloud-http.ts'
import { syncPortsOf } from '#tests/support/sync-ports.ts'
import { createTestShop } from '#tests/support/test-shop.ts'

const times = { poll: 2000, firstRetry: 5, longestRetry: 20, aimForPush: 300, readTimeout: 1500 }

test('[G4] [S9] a command that the cloud fails at again and again is set aside after five tries alone, and what is behind it goes on', async () => {
  const home = mkdtempSync(join(tmpdir(), 'counterproof-aside-'))
  const cloud = await startCloud()
  const modules = composeModules(undefined, () => syncPortsOf(join(home, 'keys'), { times }))
  const shop = await createTestShop({ folder: join(home, 'a'), modules })
  const order = () => shop.command('salesOrder.take', orderInput(shop, { lines: [], confirm: false }))
  const poison = shop.newId()
  const { store } = cloud.stores
  const { transact } = store
  let faults = 0
  // A bug of the cloud that shows at one document alone.
  store.transact = (org, work) =>
    transact(org, (tx) =>
      work({
        ...tx,
        documents: (ids) => {
          if (!ids.includes(poison)) return tx.documents(ids)
          faults += 1
          throw new Error('a bug')
        },
      }),
    )
  try {
    await order()
    await shop.command('salesOrder.take', { ...orderInput(shop, { lines: [], confirm: false }), id: poison })
    const behind = [await order(), await order()]
    await shop.local('sync.found', { cloudUrl: cloud.url, stationName: 'Counter' })
    await expect.poll(async () => (await shop.query('sync.status', {})).state.is, { timeout: 20_000 }).toBe('inStep')
    const rows = (await store.feed(shop.app.station.org, 0, 1000))?.rows ?? []
    const aside = rows.filter((row) => row.verdict !== 'accepted')
    expect(new Set(aside.map((row) => `${row.doc} ${row.verdict} ${row.code}`))).toEqual(
      new Set([`${poison} quarantined change.setAside`]),
    )
    expect(behind.every(({ id }) => rows.some((row) => row.doc === id && row.verdict === 'accepted'))).toBe(true)
    expect(faults).toBeGreaterThanOrEqual(5)
    expect(shop.problems.filter(({ event }) => event === 'sync.setAside')).toHaveLength(1)
  } finally {
    await shop.close()
    await cloud.close()
    rmSync(home, { recursive: true, force: true })
  }
})
