import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joinBeforeOpening } from '#main/app/join-before-opening.ts'
import { composeModules } from '#main/app/modules.ts'
import { fileSecretBox } from '#main/platform/secrets/file-secret-box.ts'
import { stationKeyFiles } from '#main/platform/secrets/station-keys.ts'
import type { SyncPorts } from '#main/sync/module.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

export const hurriedTimes: SyncPorts['times'] = {
  ...{ poll: 2000, firstRetry: 30, longestRetry: 200, aimForPush: 300, readTimeout: 1500 },
}

/** Stations over real folders and real key files in one place of the disk. */
export interface StationHome {
  readonly folder: string
  pathOf(name: string): string
  keysOf(name: string): ReturnType<typeof stationKeyFiles>
  /** The product with the keys of this computer. */
  modulesOf(name: string, times?: SyncPorts['times']): ReturnType<typeof composeModules>
  /** A shop that has its cloud. */
  found(name: string, cloudUrl: string): Promise<TestShop>
  /** A further station by a code. */
  join(name: string, cloudUrl: string, code: string): Promise<TestApp>
  closes(station: TestApp): void
  close(): Promise<void>
}

export function stationHome(): StationHome {
  const folder = mkdtempSync(join(tmpdir(), 'counterproof-stations-'))
  const open = new Set<TestApp>()
  const pathOf = (name: string): string => join(folder, name)
  const boxOf = (name: string) => fileSecretBox(join(folder, 'keys', name))
  const keysOf = (name: string) => stationKeyFiles(join(folder, 'keys', name), boxOf(name))
  const modulesOf: StationHome['modulesOf'] = (name, times = hurriedTimes) =>
    composeModules(undefined, () => ({
      ...{ keys: keysOf(name), box: boxOf(name), version: '0.0.0-test', times },
      reopen: () => undefined,
    }))
  return {
    folder,
    pathOf,
    keysOf,
    modulesOf,
    found: async (name, cloudUrl) => {
      const shop = await createTestShop({ folder: pathOf(name), seed: `${folder}${name}`, modules: modulesOf(name) })
      open.add(shop)
      await shop.local('sync.found', { cloudUrl, stationName: name })
      return shop
    },
    join: async (name, cloudUrl, code) => {
      mkdirSync(pathOf(name), { recursive: true })
      const around = { keys: keysOf(name), version: '0.0.0-test', newId: () => crypto.randomUUID() }
      const joins = await joinBeforeOpening(pathOf(name), { stationName: name, join: { cloudUrl, code } }, around)
      if (joins === undefined) throw new Error('nothing was joined')
      const station = createTestApp({ folder: pathOf(name), seed: `${folder}${name}`, modules: modulesOf(name), joins })
      open.add(station)
      return station
    },
    closes: (station) => {
      open.add(station)
    },
    close: async () => {
      for (const station of open) await station.close().catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Looks until it holds; a loaded computer gets its time. */
export async function until<T>(look: () => Promise<T> | T, holds: (seen: T) => boolean): Promise<T> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (Date.now() > deadline) throw new Error(`in vain: ${JSON.stringify(seen)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
