import type { PlainFetch } from '#main/platform/net/pinned-fetch.ts'
import type { StationKeys } from '#main/platform/secrets/station-keys.ts'
import { type LoopTimes, usualLoopTimes } from './sync-loop.ts'

/** What the sync needs from outside of the core. */
export interface SyncPorts {
  readonly keys: StationKeys
  /** Of the program, as the cloud shows it. */
  readonly version: string
  /** How a cloud is reached; left out: as any server on the internet. */
  readonly fetch?: PlainFetch
  readonly times: LoopTimes & { readonly readTimeout: number }
}

export const usualSyncTimes: SyncPorts['times'] = { ...usualLoopTimes, readTimeout: 30_000 }
