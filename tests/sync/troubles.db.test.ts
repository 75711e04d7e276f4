import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeModules } from '#main/app/modules.ts'
import { checkedFact } from '#main/sync/document-check.ts'
import { startCloud } from '#tests/support/cloud-http.ts'
import { syncPortsOf } from '#tests/support/sync-ports.ts'
import { createTestShop, withPerson } from '#tests/support/test-shop.ts'

const times = { poll: 2000, firstRetry: 5, longestRetry: 20, aimForPush: 300, readTimeout: 1500 }

test('[Y13] [Y32] [G7] an administrator is told of copied folders, of documents that differ and of those that are in no list', async () => {
  const home = mkdtempSync(join(tmpdir(), 'counterproof-troubles-'))
  const cloud = await startCloud()
  const modules = composeModules(undefined, () => syncPortsOf(join(home, 'keys'), { times }))
  const shop = await createTestShop({ folder: join(home, 'a'), modules })
  try {
    const { id } = await shop.command('party.register', { name: 'Drukwerk BV' })
    await shop.local('sync.found', { cloudUrl: cloud.url, stationName: 'Counter' })
    await expect.poll(async () => (await shop.query('sync.status', {})).state.is, { timeout: 20_000 }).toBe('inStep')
    expect(await shop.query('sync.troubles', {})).toEqual({ misfits: [], differing: [] })
    expect((await shop.local('sync.stations', {})).incidents).toEqual([])
    const { org, identity, db } = shop.app.station
    const at = Date.parse('2026-11-20T09:00:00.000Z')
    await cloud.stores.accounts.addIncident(org, { station: identity.id, what: 'forked', sseq: 7 }, at)
    expect((await shop.local('sync.stations', {})).incidents).toEqual([
      { station: identity.id, stationCode: 'A', stationName: 'Counter', at: '2026-11-20T09:00:00.000Z' },
    ])
    const party = { entity: 'party', doc: id }
    const checked = { at: '2026-11-20T03:00:00.000Z', seq: 9, mended: 0, differing: 1, documents: [party] }
    db.write('insert into station_facts (name, value) values (?, ?)').run(checkedFact, JSON.stringify(checked))
    db.write(`insert into misfit_documents (doc, why) values (?, 'no such column')`).run(id)
    const named = { ...party, title: 'KA0001 Drukwerk BV' }
    expect(await shop.query('sync.troubles', {})).toEqual({ misfits: [named], differing: [named] })
    await withPerson(shop, 'warehouse')
    expect(await shop.refusal('query', 'sync.troubles', {})).toMatchObject({ code: 'permission.missing' })
  } finally {
    await shop.close()
    await cloud.close()
    rmSync(home, { recursive: true, force: true })
  }
})
