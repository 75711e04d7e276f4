import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type Server } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeModules } from '#main/app/modules.ts'
import { readFingerprint } from '#main/platform/net/pinned-fetch.ts'
import { trustedClouds } from '#main/sync/module.ts'
import { sendFile } from '#tests/files/send-file.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { syncPortsOf } from '#tests/support/sync-ports.ts'
import { createTestShop } from '#tests/support/test-shop.ts'

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/lan-cloud', name)
const certificate = readFileSync(fixture('server.pem'), 'utf8')
const { fingerprint256 } = new X509Certificate(certificate)
const times = { poll: 2000, firstRetry: 30, longestRetry: 200, aimForPush: 300, readTimeout: 1500 }
const home = mkdtempSync(join(tmpdir(), 'counterproof-pinned-'))
let cloud: CloudOverHttp
let front: Server
let url = ''

/** A cloud on the shop's own network, behind a front with a certificate that no public authority knows. */
beforeAll(async () => {
  cloud = await startCloud()
  const behind = new URL(cloud.url)
  front = createServer({ cert: certificate, key: readFileSync(fixture('server.key')) }, (socket) => {
    const inner = connect(Number(behind.port), behind.hostname)
    socket.pipe(inner).pipe(socket)
    socket.on('error', () => inner.destroy())
    inner.on('error', () => socket.destroy())
    socket.on('close', () => inner.destroy())
  })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  const address = front.address()
  url = `https://localhost:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(async () => {
  await cloud.close()
  await new Promise((resolve) => front.close(resolve))
  rmSync(home, { recursive: true, force: true })
})

const asked = (folder: string) => trustedClouds(join(home, folder)).fetch(`${url}/health`, {})

describe('[G9] a cloud with a certificate of its own', () => {
  test('is not reached before this computer was told to know it', async () => {
    await expect(asked('stranger')).rejects.toThrow()
  })

  test.for([
    ['its authority', () => fixture('ca.pem')],
    ['its own certificate', () => fixture('server.pem')],
    ['its fingerprint', () => fingerprint256],
    ['its fingerprint as programs write it', () => `sha256:${fingerprint256.toLowerCase()}`],
  ] as const)('is known by %s, also after a restart', async ([name, given]) => {
    expect(trustedClouds(join(home, name)).trust(url, given())).toBe(true)
    expect(await (await asked(name)).json()).toEqual({ ok: true })
    if (process.platform !== 'win32') expect(statSync(join(home, name, 'trusted-clouds.json')).mode & 0o077).toBe(0)
  })

  test('is no other: another fingerprint, another authority, another name, and nothing is sent to it', async () => {
    const wrong = fingerprint256.replace(/^../, fingerprint256.startsWith('00') ? '11' : '00')
    const before = cloud.lines.length
    expect(trustedClouds(join(home, 'wrong')).trust(url, wrong)).toBe(true)
    await expect(asked('wrong')).rejects.toThrow(/not the one that was pinned/)
    // A pin is for its cloud alone.
    trustedClouds(join(home, 'elsewhere')).trust('https://cloud.example', fingerprint256)
    await expect(asked('elsewhere')).rejects.toThrow()
    expect(cloud.lines).toHaveLength(before)
  })

  test('what is neither a certificate nor a fingerprint is refused', () => {
    const trusted = trustedClouds(join(home, 'nothing'))
    for (const bad of ['', 'abc', fixture('server.key'), fixture('README.md'), '/nowhere.pem', `${fingerprint256}00`])
      expect([bad, trusted.trust(url, bad)]).toEqual([bad, false])
    expect(readFingerprint(fingerprint256)).toMatch(/^[0-9A-F]{64}$/)
  })

  test('is founded in and kept in step with, live line and files included', async () => {
    const trusted = trustedClouds(join(home, 'shop-keys'))
    trusted.trust(url, fixture('ca.pem'))
    const ports = () => syncPortsOf(join(home, 'shop-keys'), { times, fetch: trusted.fetch })
    const shop = await createTestShop({ folder: join(home, 'shop'), modules: composeModules(undefined, ports) })
    try {
      await shop.local('sync.found', { cloudUrl: url, stationName: 'Counter' })
      const { hash } = await sendFile(shop, 'poster.bin', Buffer.alloc(70_000, 7))
      await expect.poll(async () => (await shop.query('sync.status', {})).state.is, { timeout: 10_000 }).toBe('inStep')
      const { org } = shop.app.station
      await expect.poll(async () => (await cloud.stores.shelf.find(org, hash))?.isWhole, { timeout: 10_000 }).toBe(true)
      await expect.poll(async () => String((await cloud.get('/metrics')).body)).toMatch(/live_connections 1/)
    } finally {
      await shop.close()
    }
  })
})
