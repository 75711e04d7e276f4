import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '#main/app/create-app.ts'
import { joinBeforeOpening } from '#main/app/join-before-opening.ts'
import { composeModules } from '#main/app/modules.ts'
import type { JoinedStation } from '#main/app/station.ts'
import type { FeatureModule } from '#main/platform/bus/module.ts'
import { fileSecretBox } from '#main/platform/secrets/file-secret-box.ts'
import { stationKeyFiles } from '#main/platform/secrets/station-keys.ts'
import { usualSyncTimes } from '#main/sync/module.ts'
import { type Asking, askingCore } from '../asking.ts'
import { openBenchCore } from '../bench-core.ts'

export interface BenchStation {
  readonly app: App
  readonly ask: Asking
  close(): Promise<void>
}

export interface HowItRuns {
  /** Without its loop the bench itself pushes and pulls. */
  readonly hasLoop: boolean
  readonly joins?: JoinedStation
}

const version = '0.0.0-bench'

/** A station over a folder of its own, with its key beside it. */
export function openStation(home: string, name: string, { hasLoop, joins }: HowItRuns): BenchStation {
  const folder = join(home, name)
  const box = fileSecretBox(join(home, 'keys', name))
  const keys = stationKeyFiles(join(home, 'keys', name), box)
  const ports = { keys, box, version, times: usualSyncTimes, reopen: () => undefined }
  const modules = composeModules(undefined, () => ports).map((module) => (hasLoop ? module : asleep(module)))
  const app = openBenchCore(folder, { modules, ...(joins === undefined ? {} : { joins }) })
  let asking: Asking | undefined
  return {
    app,
    // A shop that is filled only now has nobody before who could ask.
    get ask() {
      asking ??= askingCore(app)
      return asking
    },
    close: () => app.close(),
  }
}

function asleep(module: FeatureModule): FeatureModule {
  if (module.name !== 'sync') return module
  const { start: _, ...rest } = module
  return rest
}

/** One more station by a code that `host` asks the cloud for. */
export async function joinStation(home: string, name: string, host: BenchStation): Promise<JoinedStation> {
  const { code, cloudUrl } = await host.ask.local('sync.pairingCode', {})
  const folder = join(home, name)
  mkdirSync(folder, { recursive: true })
  const keys = stationKeyFiles(join(home, 'keys', name), fileSecretBox(join(home, 'keys', name)))
  const around = { keys, version, newId: () => crypto.randomUUID() }
  const joined = await joinBeforeOpening(folder, { stationName: name, join: { cloudUrl, code } }, around)
  if (joined === undefined) throw new Error('nothing was joined')
  return joined
}

/** Waits without holding up the stations that share this thread. */
export async function until(holds: () => boolean, minutes = 20): Promise<void> {
  const deadline = performance.now() + minutes * 60_000
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('the stations did not come to rest')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
