import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type FileVault, pieceBytes } from '#cloud/files/file-vault.ts'
import { folderVault } from '#cloud/files/folder-vault.ts'
import type { MemoryStore } from '#cloud/sync/memory-store.ts'
import { joinBeforeOpening } from '#main/app/join-before-opening.ts'
import { composeModules } from '#main/app/modules.ts'
import type { JoinedStation } from '#main/app/station.ts'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { type FaultProxy, openFaultProxy } from '#tests/support/fault-proxy.ts'
import { keysFolderOf, syncPortsOf } from '#tests/support/sync-ports.ts'
import { createTestShop } from '#tests/support/test-shop.ts'
import { sendFile } from './send-file.ts'

const times = { poll: 2000, firstRetry: 30, longestRetry: 200, aimForPush: 300, readTimeout: 1500 }
let home = ''
let cloud: CloudOverHttp | undefined
const lines: FaultProxy[] = []
const stations: TestApp[] = []

afterEach(async () => {
  for (const station of stations.splice(0)) await station.close()
  for (const line of lines.splice(0)) await line.close()
  await cloud?.close()
  rmSync(home, { recursive: true, force: true })
})

/** Two stations, each on a line of its own that can be broken, over a cloud whose vault a test may look into. */
async function twoStations(around: (vault: FileVault) => Partial<FileVault> = () => ({})) {
  home = mkdtempSync(join(tmpdir(), 'counterproof-travel-'))
  const vault = folderVault(join(home, 'vault'))
  cloud = await startCloud({}, undefined, undefined, { ...vault, ...around(vault) })
  const [lineA, lineB] = [await openFaultProxy(cloud.url), await openFaultProxy(cloud.url)]
  lines.push(lineA, lineB)
  const ports = (name: string) => syncPortsOf(keysFolderOf(home, name), { times })
  const modules = (name: string) => composeModules(undefined, () => ports(name))
  const a = await createTestShop({ folder: join(home, 'a'), seed: 'a', modules: modules('a') })
  stations.push(a)
  await a.local('sync.found', { cloudUrl: lineA.url, stationName: 'Counter' })
  const { code } = await a.local('sync.pairingCode', {})
  const { keys, version } = ports('b')
  const wishes = { stationName: 'Bench', join: { cloudUrl: lineB.url, code } }
  const joins = await joinBeforeOpening(join(home, 'b'), wishes, { keys, version, newId: () => crypto.randomUUID() })
  const b = createTestApp({ folder: join(home, 'b'), seed: 'b', modules: modules('b'), joins: joins as JoinedStation })
  stations.push(b)
  await expect.poll(() => b.app.isSetUp(), { timeout: 10_000 }).toBe(true)
  b.actAs(a.administratorId)
  return { a, b, lineA, lineB }
}

const poll = { timeout: 20_000, interval: 20 }
const placeAt = async (station: TestApp, hash: string) => station.query('file.place', { hash })
const waitFor = (station: TestApp, hash: string, place: string) =>
  expect.poll(async () => (await placeAt(station, hash)).place, poll).toBe(place)
/** Somebody looks at it now and then until it is there, as a screen does. */
const comesTo = (station: TestApp, hash: string) =>
  expect.poll(async () => (await station.local('file.want', { hash })).place, poll).toBe('here')
/** The record of a file, once it has come with the log. */
const recordAt = (station: TestApp, hash: string) =>
  expect.poll(async () => (await station.query('file.find', { hash })).length, poll).toBe(1)

test('[F1] [F2] [FI13] a file goes up and comes down, cut in the middle both ways, and goes on where it stopped', async () => {
  const offsets: number[] = []
  const starts: number[] = []
  let cutAt: number | undefined = pieceBytes
  const { a, b, lineA, lineB } = await twoStations((vault) => ({
    piece: async (key, progress, offset, bytes) => {
      offsets.push(offset)
      if (offset === cutAt) {
        cutAt = undefined
        lineA.become('cut')
        setTimeout(() => lineA.become('open'), 100)
      }
      return vault.piece(key, progress, offset, bytes)
    },
    read: (key, range) => {
      starts.push(range.start)
      return vault.read(key, range)
    },
  }))
  const bytes = randomBytes(2 * pieceBytes + 4321)
  const { hash } = await sendFile(a, 'poster.bin', bytes)
  await recordAt(b, hash)
  expect(await placeAt(a, hash)).toEqual({ place: 'here', onlyAt: null })
  // Only what somebody wants to see is fetched.
  await expect.poll(() => offsets.at(-1), poll).toBe(2 * pieceBytes)
  expect(offsets[0]).toBe(0)
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1)
  expect(await placeAt(b, hash)).toEqual({ place: 'coming', onlyAt: null })
  expect(b.app.services.files.has(hash)).toBe(false)

  // The first reading is the cloud's own look at the whole.
  await expect.poll(() => starts.length, poll).toBe(1)
  await expect
    .poll(() => a.app.station.db.read('select state from file_travels where hash = ?').get(hash), poll)
    .toEqual({
      state: 'done',
    })
  lineB.resetAfter(3 * 1024 * 1024)
  await b.local('file.want', { hash })
  await expect.poll(() => starts.length, poll).toBeGreaterThan(2)
  lineB.become('open')
  await waitFor(b, hash, 'here')
  expect(Buffer.from(b.app.services.files.get(hash) ?? []).equals(bytes)).toBe(true)
  expect(starts.at(-1)).toBeGreaterThan(1024 * 1024)
})

test('[F4] [FI13] bytes that are not what their hash says are thrown away and fetched anew; after three times it is said', async () => {
  let damaged = 2
  const { a, b } = await twoStations((vault) => {
    const verified = new Set<string>()
    return {
      read: async (key, range) => {
        const body = await vault.read(key, range)
        // The first reading is the cloud's own.
        if (!verified.has(key.hash) || damaged === 0) {
          verified.add(key.hash)
          return body
        }
        damaged -= 1
        return body.pipeThrough(
          new TransformStream({
            transform: (piece: Uint8Array, controller) =>
              controller.enqueue(piece.map((byte, at) => (at === 0 ? byte ^ 1 : byte))),
          }),
        )
      },
    }
  })
  const { hash } = await sendFile(a, 'card.bin', randomBytes(200_000))
  await recordAt(b, hash)
  await comesTo(b, hash)
  expect(b.problems.filter(({ event }) => event === 'file.damagedOnTheWay')).toHaveLength(2)
  damaged = 3
  const second = await sendFile(a, 'other.bin', randomBytes(100_000))
  await recordAt(b, second.hash)
  await expect
    .poll(async () => {
      const { place } = await placeAt(b, second.hash)
      return place === 'missing' ? place : (await b.local('file.want', { hash: second.hash })).place
    }, poll)
    .toBe('missing')
  expect(b.app.services.files.has(second.hash)).toBe(false)
  await comesTo(b, second.hash)
})

test('[FI6] [FI13] what only another station has is said to be there, what nobody has is missing, and both come when they can', async () => {
  let isFull = true
  const { a, b } = await twoStations((vault) => ({
    begin: (key) => {
      if (isFull) throw new Error('no disk')
      return vault.begin(key)
    },
  }))
  const bytes = randomBytes(50_000)
  const { hash } = await sendFile(a, 'only here.bin', bytes)
  await recordAt(b, hash)
  await b.local('file.want', { hash })
  await waitFor(b, hash, 'elsewhere')
  expect(await placeAt(b, hash)).toEqual({ place: 'elsewhere', onlyAt: 'A' })
  isFull = false
  await comesTo(b, hash)
  // Taken away at both ends: A knows that the cloud has it and fetches its own file back.
  const lost = a.app.services.files.pathOf(hash)
  rmSync(lost)
  expect((await placeAt(a, hash)).place).toBe('coming')
  await a.local('file.want', { hash })
  await waitFor(a, hash, 'here')
  expect((await placeAt(a, 'f'.repeat(64))).place).toBe('coming')
  await a.local('file.want', { hash: 'f'.repeat(64) })
  await waitFor(a, 'f'.repeat(64), 'missing')
})

test('[FI13] a file that hangs keeps no change back', async () => {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let isHanging = false
  const { a, b } = await twoStations((vault) => ({
    piece: async (...piece) => {
      isHanging = true
      await held
      return vault.piece(...piece)
    },
  }))
  await sendFile(a, 'slow.bin', randomBytes(90_000))
  await expect.poll(() => isHanging, poll).toBe(true)
  const { id } = await a.command('salesOrder.take', orderInput(a, { lines: [], confirm: false }))
  await expect.poll(async () => (await b.query('salesOrder.list', {})).rows.map((row) => row.id), poll).toEqual([id])
  letGo()
})

test('[F1] [Y12] after a restore of the cloud, files that it does not know any more are sent again by whoever has them', async () => {
  const { a } = await twoStations()
  if (cloud === undefined) throw new Error('no cloud')
  const { store, shelf } = cloud.stores
  const { org } = a.app.station
  const { hash } = await sendFile(a, 'poster.bin', randomBytes(40_000))
  const isWhole = async () => (await shelf.find(org, hash))?.isWhole
  await expect.poll(isWhole, poll).toBe(true)
  await expect.poll(async () => (await a.query('sync.status', {})).waiting, poll).toBe(0)
  const backup = (store as MemoryStore).backUp(org)
  await shelf.remove(org, hash)
  ;(store as MemoryStore).restore(org, backup, crypto.randomUUID())
  await a.command('salesOrder.take', orderInput(a, { lines: [], confirm: false }))
  await expect.poll(isWhole, poll).toBe(true)
})
