import type { FeatureModule, Services } from '#main/platform/bus/module.ts'
import { type CompanySecrets, companySecrets } from './company-secrets.ts'
import { syncLocals } from './locals.ts'
import { listSecrets } from './queries/list-secrets.ts'
import { documentsWaiting, syncOutbox } from './queries/outbox.ts'
import { syncJoining, syncStatus } from './queries/sync-status.ts'
import { syncTroubles } from './queries/troubles.ts'
import { StationCloud } from './station-cloud.ts'
import type { SyncPorts } from './sync-ports.ts'

export { trustedClouds } from '#main/platform/secrets/trusted-clouds.ts'
export { cloudUrlOf, type Joined, joinOrganisation } from './pairing.ts'
export { type SyncPorts, usualSyncTimes } from './sync-ports.ts'
export { beginAsStranger } from './trust-book.ts'

/** The sync with a cloud; without one it is asleep, and the station is a complete product (W15). */
export function syncModule(ports: () => SyncPorts): FeatureModule {
  const cloudOf = onceFor((services) => new StationCloud(services, ports))
  const secretsOf = onceFor((services): CompanySecrets => companySecrets(services, () => ports().box))
  return {
    name: 'sync',
    queries: [syncStatus, syncJoining, syncOutbox, documentsWaiting, syncTroubles, listSecrets],
    locals: syncLocals({ cloudOf, secretsOf, ports }),
    localTables: ['company_secrets', 'trusted_stations', 'pairings', 'secret_exposures'],
    secrets: secretsOf,
    start: (services) => {
      const cloud = cloudOf(services)
      cloud.start()
      return () => cloud.stop()
    },
  }
}

/** One for each app: two of them live in one process. */
function onceFor<T>(make: (services: Services) => T): (services: Services) => T {
  const made = new WeakMap<Services, T>()
  return (services) => {
    const known = made.get(services)
    if (known !== undefined) return known
    const fresh = make(services)
    made.set(services, fresh)
    return fresh
  }
}
