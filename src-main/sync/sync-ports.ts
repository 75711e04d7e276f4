import type { PlainFetch } from '#main/platform/net/pinned-fetch.ts'
import type { SecretBox } from '#main/platform/secrets/secret-box.ts'
import type { StationKeys } from '#main/platform/secrets/station-keys.ts'
import { type LoopTimes, usualLoopTimes } from './sync-loop.ts'

/** What the sync needs from outside of the core. */
export interface SyncPorts {
  readonly keys: StationKeys
  /** Closes the company's secrets at this computer. */
  readonly box: SecretBox
  /** Opens this folder anew, as the station it has just become; the answer to who asked goes out first. */
  readonly reopen: () => void
  /** Of the program, as the cloud shows it. */
  readonly version: string
  /** How a cloud is reached; left out: as any server on the internet. */
  readonly fetch?: PlainFetch
  readonly times: LoopTimes & { readonly readTimeout: number }
}

export const usualSyncTimes: SyncPorts['times'] = { ...usualLoopTimes, readTimeout: 30_000 }
