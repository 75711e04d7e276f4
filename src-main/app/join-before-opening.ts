import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseRefused } from '#main/platform/database/open-database.ts'
import type { PlainFetch } from '#main/platform/net/pinned-fetch.ts'
import { cloudUrlOf, joinOrganisation, stationKeyFiles } from '#main/sync/module.ts'
import type { SyncWishes } from './core-protocol.ts'
import { startRefusedBy } from './start-problem.ts'
import type { JoinedStation } from './station.ts'

/**
 * Lets the cloud make an empty folder a station of its organisation, before its database is made (SPEC Y18): the code its
 * documents bear must be known before the first of them. A folder with a shop in it stays what it is. Throws
 * `DatabaseRefused` where the cloud says no.
 */
export async function joinBeforeOpening(
  dataFolder: string,
  { join: wish, keysFolder, stationName }: SyncWishes,
  version: string,
  newId: () => string,
  reach?: PlainFetch,
): Promise<JoinedStation | undefined> {
  if (wish === undefined) return undefined
  const cloudUrl = cloudUrlOf(wish.cloudUrl)
  if (cloudUrl === undefined) throw new DatabaseRefused('sync.notAnAddress', { url: wish.cloudUrl })
  if (existsSync(join(dataFolder, 'counterproof.db'))) throw new DatabaseRefused('sync.hasData', { path: dataFolder })
  const station = newId()
  const publicKey = stationKeyFiles(keysFolder).create(station)
  const joined = await joinOrganisation(
    cloudUrl,
    wish.code,
    {
      id: station,
      name: stationName,
      publicKey,
      appVersion: version,
    },
    reach,
  )
  if (!joined.ok) throw startRefusedBy(joined.refusal)
  return { ...joined.value, station, cloudUrl }
}
