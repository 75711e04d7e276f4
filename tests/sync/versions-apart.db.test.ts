import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { composeModules } from '#main/app/modules.ts'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { createTestApp } from '#tests/support/create-test-app.ts'
import { syncPortsOf } from '#tests/support/sync-ports.ts'
import { createTestShop } from '#tests/support/test-shop.ts'
import { hurriedTimes, until } from './station-home.ts'

let cloud: CloudOverHttp
let home: string
beforeEach(async () => {
  cloud = await startCloud({ oldestClient: '0.2.0' })
  home = mkdtempSync(join(tmpdir(), 'counterproof-apart-'))
})
afterEach(async () => {
  await cloud.close()
  rmSync(home, { recursive: true, force: true })
})

test('[Y20] a station that is too many versions from its cloud says so, loses nothing, and goes on once one of the two is updated', async () => {
  let isApart = false
  const modules = composeModules(undefined, () =>
    syncPortsOf(join(home, 'keys'), {
      times: hurriedTimes,
      version: '0.2.0',
      // Of a cloud that is three versions ahead, with its very words.
      fetch: (url, init) =>
        isApart && typeof init?.body === 'object'
          ? fetch(`${cloud.url}/v1/pull?wire=4&after=0&limit=1`, { headers: init.headers ?? {} })
          : fetch(url, init),
    }),
  )
  const shop = await createTestShop({ folder: join(home, 'a'), modules })
  await shop.local('sync.found', { cloudUrl: cloud.url, stationName: 'Counter' })
  await until(
    () => shop.query('sync.status', {}),
    ({ state, waiting }) => state.is === 'inStep' && waiting === 0,
  )
  isApart = true
  await shop.command('salesOrder.take', orderInput(shop, { lines: [], confirm: false }))
  const { waiting } = await until(
    () => shop.query('sync.status', {}),
    ({ state }) => state.is === 'otherWire',
  )
  expect(waiting).toBeGreaterThan(0)
  isApart = false
  await until(
    () => shop.query('sync.status', {}),
    (status) => status.state.is === 'inStep' && status.waiting === 0,
  )
  await shop.close()
})

test('[G8] [Y21] a newcomer whose program is too old is told which version it needs, and not that the cloud is out of reach', async () => {
  const ports = (version: string) => syncPortsOf(join(home, 'keys'), { times: hurriedTimes, version })
  const modulesOf = (version: string) => composeModules(undefined, () => ports(version))
  const shop = await createTestShop({ folder: join(home, 'a'), modules: modulesOf('0.2.0') })
  await shop.local('sync.found', { cloudUrl: cloud.url, stationName: 'Counter' })
  const { code } = await shop.local('sync.pairingCode', {})
  const empty = createTestApp({ folder: join(home, 'b'), modules: modulesOf('0.1.0') })
  await empty.local('sync.join', { cloudUrl: cloud.url, code, stationName: 'Bench' })
  await empty.close()
  const newcomer = createTestApp({ folder: join(home, 'b'), seed: 'b2', modules: modulesOf('0.1.0') })
  await until(
    () => newcomer.query('sync.joining', {}),
    ({ state }) => state.is === 'tooOld' && state.wanted === '0.2.0',
  )
  await newcomer.close()
  const updated = createTestApp({ folder: join(home, 'b'), seed: 'b3', modules: modulesOf('0.2.0') })
  await until(
    () => updated.app.isSetUp(),
    (isSetUp) => isSetUp,
  )
  await updated.close()
  await shop.close()
})
