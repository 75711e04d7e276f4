import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeModules } from '#main/app/modules.ts'
import { waitingSql } from '#main/sync/queries/outbox.ts'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { startCloud } from '#tests/support/cloud-http.ts'
import { syncPortsOf } from '#tests/support/sync-ports.ts'
import { createTestShop } from '#tests/support/test-shop.ts'

const times = { poll: 2000, firstRetry: 5, longestRetry: 20, aimForPush: 300, readTimeout: 1500 }

test('[SYN-02] [W13] of many documents those are named that the cloud does not have whole, each looked up by its own changes', async () => {
  const home = mkdtempSync(join(tmpdir(), 'counterproof-waiting-'))
  const cloud = await startCloud()
  const modules = composeModules(undefined, () => syncPortsOf(join(home, 'keys'), { times }))
  const shop = await createTestShop({ folder: join(home, 'a'), modules })
  const draft = async () => (await shop.command('salesOrder.take', orderInput(shop, { lines: [], confirm: false }))).id
  const waiting = async (...docs: string[]) => (await shop.query('sync.waiting', { docs })).docs.toSorted()
  try {
    const sent = await draft()
    const changed = await draft()
    // Without a cloud nothing waits for one.
    expect(await waiting(sent, changed)).toEqual([])
    await shop.local('sync.found', { cloudUrl: cloud.url, stationName: 'Counter' })
    await expect.poll(async () => (await shop.query('sync.status', {})).state.is, { timeout: 20_000 }).toBe('inStep')
    expect(await waiting(sent, changed)).toEqual([])
    await cloud.close()
    const fresh = await draft()
    await shop.command('salesOrder.change', { id: changed, head: { instructions: 'ring twice' } })
    expect(await waiting(sent, changed, fresh, shop.newId())).toEqual([changed, fresh].toSorted())
    const plan = shop.app.station.db
      .read<{ detail: string }>(`explain query plan ${waitingSql}`)
      .all('[]', shop.app.station.identity.id, 0)
      .map(({ detail }) => detail)
    expect(plan).toContainEqual(expect.stringMatching(/SEARCH changes .*USING INDEX ix_changes__doc \(doc=\?\)/))
    expect(plan.filter((detail) => detail.startsWith('SCAN changes'))).toEqual([])
  } finally {
    await shop.close()
    rmSync(home, { recursive: true, force: true })
  }
})
