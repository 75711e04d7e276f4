import { z } from 'zod'
import { defineLocal, defineQuery, type FeatureModule, type Services } from '#main/platform/bus/module.ts'
import { bootstrapForm, progressOf } from '#main/platform/changes/bootstrap.ts'
import { accepted } from '#shared/kernel/result.ts'
import { syncContract, syncStateForm } from '#shared/sync/contract.ts'
import { StationCloud } from './station-cloud.ts'
import type { SyncPorts } from './sync-ports.ts'

export { stationKeyFiles } from '#main/platform/secrets/station-keys.ts'
export { trustedClouds } from '#main/platform/secrets/trusted-clouds.ts'
export { cloudUrlOf, joinOrganisation } from './pairing.ts'
export { type SyncPorts, usualSyncTimes } from './sync-ports.ts'

const syncStatus = defineQuery(syncContract['sync.status'], ({ db, station }) => {
  const fact = db.read<{ value: string }>('select value from station_facts where name = ?')
  const last = db.read<{ sseq: number }>('select sseq from changes where station = ? order by sseq desc limit 1')
  return () => {
    const cloudUrl = fact.get('cloud_url')?.value ?? null
    const kept = fact.get('sync_state')?.value
    const written = last.get(station.id)?.sseq ?? 0
    const acknowledged = Number(fact.get('sync_acknowledged')?.value ?? 0)
    return accepted({
      state: cloudUrl === null || kept === undefined ? { is: 'alone' as const } : syncStateForm.parse(JSON.parse(kept)),
      waiting: cloudUrl === null ? 0 : written - acknowledged,
      fetched: fetchedIn(fact.get('bootstrap')?.value),
      cloudUrl,
      clockAhead: Number(fact.get('sync_clock_ahead')?.value ?? 0),
    })
  }
})

/** How far a snapshot is; queries read what the station keeps, wherever they run. */
function fetchedIn(kept: string | undefined): { readonly done: number; readonly total: number } | null {
  return kept === undefined ? null : progressOf(bootstrapForm.parse(JSON.parse(kept)))
}

const codeForm = z.object({ code: z.string(), expiresAt: z.string() })

/** The sync with a cloud; without one it is asleep, and the station is a complete product (W15). */
export function syncModule(makePorts: () => SyncPorts): FeatureModule {
  const clouds = new WeakMap<Services, StationCloud>()
  const cloudOf = (services: Services): StationCloud => {
    const known = clouds.get(services)
    if (known !== undefined) return known
    const made = new StationCloud(services, makePorts)
    clouds.set(services, made)
    return made
  }
  return {
    name: 'sync',
    queries: [syncStatus],
    locals: [
      defineLocal(
        syncContract['sync.found'],
        (services) => (input) => cloudOf(services).found(input.cloudUrl, input.stationName),
      ),
      defineLocal(syncContract['sync.pairingCode'], (services) => async () => {
        const cloud = cloudOf(services)
        const answer = await cloud.ask('POST', '/v1/pairing-codes', {})
        if (!answer.ok) return answer
        const { code, expiresAt } = codeForm.parse(answer.value)
        return accepted({ code, until: expiresAt, cloudUrl: cloud.cloudUrl ?? '' })
      }),
      defineLocal(syncContract['sync.stations'], (services) => async () => {
        const answer = await cloudOf(services).ask('GET', '/v1/stations')
        return answer.ok ? accepted(syncContract['sync.stations'].output.parse(answer.value)) : answer
      }),
      defineLocal(syncContract['sync.revoke'], (services) => async ({ station }) => {
        const answer = await cloudOf(services).ask('POST', `/v1/stations/${encodeURIComponent(station)}/revoke`, {})
        return answer.ok ? accepted({}) : answer
      }),
    ],
    start: (services) => {
      const cloud = cloudOf(services)
      cloud.start()
      return () => cloud.stop()
    },
  }
}
