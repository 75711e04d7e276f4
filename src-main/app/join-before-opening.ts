import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseRefused } from '#main/platform/database/open-database.ts'
import type { PlainFetch } from '#main/platform/net/pinned-fetch.ts'
import type { StationKeys } from '#main/platform/secrets/station-keys.ts'
import { type Joined, joinOrganisation } from '#main/sync/module.ts'
import type { SyncWishes } from './core-protocol.ts'
import { startRefusedBy } from './start-problem.ts'

/**
 * Lets the cloud make an empty folder a station of its organisation, before its database is made (SPEC Y18): the code its
 * documents bear must be known before the first of them. A folder with a shop in it stays what it is. Throws
 * `DatabaseRefused` where the cloud says no.
 */
export async function joinBeforeOpening(
  dataFolder: string,
  { join: wish, stationName }: Pick<SyncWishes, 'join' | 'stationName'>,
  around: {
    readonly keys: StationKeys
    readonly version: string
    readonly newId: () => string
    readonly reach?: PlainFetch
  },
): Promise<Joined | undefined> {
  if (wish === undefined) return undefined
  if (existsSync(join(dataFolder, 'counterproof.db'))) throw new DatabaseRefused('sync.hasData', { path: dataFolder })
  const joined = await joinOrganisation({ ...wish, stationName }, around)
  if (!joined.ok) throw startRefusedBy(joined.refusal)
  return joined.value
}
