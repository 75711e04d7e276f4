import { z } from 'zod'
import { defineLocal, type LocalDefinition, type Services } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { syncContract } from '#shared/sync/contract.ts'
import { membersAnswerForm } from '#shared/sync/members.ts'
import type { CompanySecrets } from './company-secrets.ts'
import { joinOrganisation } from './pairing.ts'
import { secretLabels } from './queries/list-secrets.ts'
import type { StationCloud } from './station-cloud.ts'
import type { SyncPorts } from './sync-ports.ts'
import { beginAsStranger } from './trust-book.ts'

/** What the module has for each app that it is part of. */
export interface SyncParts {
  readonly cloudOf: (services: Services) => StationCloud
  readonly secretsOf: (services: Services) => CompanySecrets
  readonly ports: () => SyncPorts
}

const stationsForm = z.object({
  head: z.number(),
  stations: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      appVersion: z.string(),
      seenAt: z.string().nullable(),
      revokedAt: z.string().nullable(),
      readTo: z.number(),
      waiting: z.number(),
    }),
  ),
})

const incidentsForm = z.object({ incidents: z.array(z.object({ station: z.string(), at: z.string() })) })

export function syncLocals(parts: SyncParts): readonly LocalDefinition[] {
  const { cloudOf, secretsOf } = parts
  return [
    defineLocal(
      syncContract['sync.found'],
      (services) => (input) => cloudOf(services).found(input.cloudUrl, input.stationName),
    ),
    defineLocal(syncContract['sync.pairingCode'], (services) => () => cloudOf(services).pairingCode()),
    defineLocal(syncContract['sync.stations'], (services) => () => stations(parts, services)),
    defineLocal(syncContract['sync.revoke'], (services) => async ({ station }) => {
      const answer = await cloudOf(services).ask('POST', `/v1/stations/${encodeURIComponent(station)}/revoke`, {})
      return answer.ok ? accepted({}) : answer
    }),
    defineLocal(
      syncContract['sync.letArchive'],
      (services) =>
        ({ upTo }, { viewer }) =>
          cloudOf(services).letArchive(upTo, viewer.userId ?? ''),
    ),
    defineLocal(syncContract['sync.checkNow'], (services) => async () => {
      const found = await cloudOf(services).checkNow()
      if (!found.ok) return found
      if (found.value.is === 'later') return refused('sync.onTheWay')
      const { seq, mended, differing } = found.value
      return accepted({ seq, mended: [...mended], differing: [...differing] })
    }),
    defineLocal(syncContract['secret.keep'], (services) => async ({ key, value }) => {
      await secretsOf(services).keep(key, value)
      return accepted({})
    }),
    joinShop(parts),
  ]
}

async function stations({ cloudOf }: SyncParts, services: Services) {
  const labelOf = secretLabels(services.db)
  const cloud = cloudOf(services)
  const answer = await cloud.ask('GET', '/v1/stations')
  if (!answer.ok) return answer
  const members = await cloud.ask('GET', '/v1/members')
  if (!members.ok) return members
  const tried = await cloud.ask('GET', '/v1/incidents')
  if (!tried.ok) return tried
  const said = stationsForm.parse(answer.value)
  const { incidents } = incidentsForm.parse(tried.value)
  const { held } = membersAnswerForm.parse(members.value)
  return accepted({
    stations: said.stations.map(({ readTo, ...each }) => ({
      ...each,
      isOwn: each.id === services.station.id,
      behind: Math.max(0, said.head - readTo),
      reads: held.filter(({ station }) => station === each.id).map(({ name }) => labelOf(name)),
    })),
    incidents: incidents.map(({ station, at }) => {
      const known = said.stations.find(({ id }) => id === station)
      return { station, at, stationCode: known?.code ?? '', stationName: known?.name ?? '' }
    }),
  })
}

/**
 * An empty station becomes one of a shop (SPEC Y18). What it is stands in its papers and in every statement of the core, so
 * it is not changed while running: the folder is told, and opened anew.
 */
function joinShop({ ports }: SyncParts): LocalDefinition {
  return defineLocal(syncContract['sync.join'], ({ local, db, newId, clock, dataFolder }) => {
    const anything = db.read<{ found: number }>('select 1 as found from changes limit 1')
    const keep = local.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    return async (wish) => {
      const hasData = () => anything.get() !== undefined
      if (hasData()) return refused('sync.hasData', { path: dataFolder })
      const { keys, version, reopen } = ports()
      const joined = await joinOrganisation(wish, { keys, version, newId })
      if (!joined.ok) return joined
      const { org, code, station, cloudUrl, pairingKey } = joined.value
      const isBecome = local.transact(() => {
        // Somebody may have set a shop up in another window meanwhile; it keeps what it is.
        if (hasData()) return false
        keep.run('org', org)
        keep.run('station_id', station)
        keep.run('station_code', code)
        keep.run('cloud_url', cloudUrl)
        beginAsStranger(local, pairingKey, clock.now())
        return true
      })
      if (!isBecome) {
        keys.forget(station)
        return refused('sync.hasData', { path: dataFolder })
      }
      reopen()
      return accepted({ stationCode: code })
    }
  })
}
