import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Core } from '#main/app/core.ts'
import { startCore } from '#main/app/core-host.ts'
import type { SecretBox } from '#main/platform/secrets/secret-box.ts'
import { startCloud } from '#tests/support/cloud-http.ts'
import { createTestShop } from '#tests/support/test-shop.ts'

const folder = mkdtempSync(join(tmpdir(), 'counterproof-keys-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A keychain of another thread: what it closes only it opens. */
const keychain: SecretBox = {
  strength: async () => 'keychain',
  seal: async (text) => Buffer.from([...text].reverse().join('')),
  open: async (sealed) => ({ text: [...Buffer.from(sealed).toString()].reverse().join(''), isStale: false }),
}

test('[Y19] the core in its thread keeps the station’s key by the shell’s keychain, and without one says where it lies', async () => {
  const cloud = await startCloud()
  const shop = await createTestShop({ folder: join(folder, 'shop') })
  const station = shop.app.station.identity.id
  await shop.close()
  const open = (secretBox?: SecretBox, found?: string): Promise<Core> =>
    startCore({
      dataFolder: join(folder, 'shop'),
      demo: false,
      workerUrl: new URL('../../src-main/app/core-worker.ts', import.meta.url),
      version: '0.0.0-test',
      log: () => undefined,
      sync: { keysFolder: join(folder, 'keys'), stationName: 'Counter', ...(found !== undefined && { found }) },
      ...(secretBox && { secretBox }),
    })
  const desktop = await open(keychain, cloud.url)
  expect(await desktop.pairingCode()).toMatch(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/)
  expect(await desktop.state()).toEqual({ isSetUp: true, stationName: 'A', keysIn: null })
  await desktop.close()
  const kept = Buffer.from(readFileSync(join(folder, 'keys', `${station}.key`), 'utf8'), 'base64').toString()
  expect(kept[0]).toBe('K')
  expect([...kept].reverse().join('')).toContain('BEGIN PRIVATE KEY')
  const headless = await open()
  expect(await headless.state()).toEqual({ isSetUp: true, stationName: 'A', keysIn: join(folder, 'keys') })
  expect(await headless.pairingCode()).toBeNull()
  await headless.close()
  await cloud.close()
})
