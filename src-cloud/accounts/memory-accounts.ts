import { chainBegin } from '#shared/kernel/change/chain.ts'
import type { KeptStation } from '../sync/cloud-store.ts'
import type { MemoryStore } from '../sync/memory-store.ts'
import type { AccountStore, Incident, KeptPairingCode, Membership, NewStation } from './account-store.ts'
import { memoryMembers } from './memory-members.ts'
import { placeOfCode, stationCode } from './station-code.ts'

/** Membership beside the store in memory. Nothing here waits between looking and writing, so nothing comes between. */
export function memoryAccounts(store: MemoryStore): AccountStore {
  const given = new Map<string, number>()
  const codes = new Map<string, KeptPairingCode & { usedBy: string | null }>()
  const tries = new Map<string, { since: number; tries: number }>()
  const incidents = new Map<string, readonly (Incident & { readonly at: string })[]>()
  let secret: string | undefined
  const members = memoryMembers(store)

  const stationIn = (org: string, id: string): KeptStation | undefined =>
    store.stationsOf(org).find((each) => each.id === id)

  const membershipOf = (org: string, { id, publicKey }: NewStation, code?: string): Membership | null => {
    const [station, epoch] = [stationIn(org, id), store.epochOf(org)]
    if (station === undefined || epoch === undefined) return null
    const isSame = station.publicKey === publicKey && station.revokedAt === null
    return isSame && (code === undefined || station.code === code) ? { org, stationCode: station.code, epoch } : null
  }

  const addStation = (
    org: string,
    station: Omit<NewStation, 'appVersion'>,
    appVersion: string,
    code: string,
    invitedBy: string | null,
  ): void => {
    const { id, name, publicKey } = station
    const blank = { lastSseq: 0, lastHash: chainBegin, revokedAt: null, seenAt: null }
    store.addStation(org, { ...blank, id, code, name, publicKey, appVersion })
    members.letIn(org, station, invitedBy)
  }

  const letIn = (org: string, station: NewStation, invitedBy: string | null): Membership => {
    const nth = (given.get(org) ?? 0) + 1
    given.set(org, nth)
    const code = stationCode(nth)
    addStation(org, station, station.appVersion, code, invitedBy)
    return { org, stationCode: code, epoch: store.epochOf(org) ?? '' }
  }

  return {
    serverSecret: async (fresh) => {
      secret ??= fresh
      return secret
    },
    found: async (org, epoch, first) => {
      if (store.epochOf(org) !== undefined) return membershipOf(org, first, stationCode(1))
      store.addOrg(org, epoch)
      return letIn(org, first, null)
    },
    openCodes: async (org, at) =>
      [...codes.values()].filter((each) => each.org === org && each.usedBy === null && each.expiresAt > at).length,
    addCode: async (code) => {
      codes.set(code.hash, { ...code, usedBy: null })
    },
    redeem: async (hash, station, at) => {
      const code = codes.get(hash)
      if (code === undefined || code.expiresAt <= at) return { is: 'codeUnknown' }
      if (code.usedBy !== null) {
        const again = code.usedBy === station.id ? membershipOf(code.org, station) : null
        return again === null ? { is: 'codeUnknown' } : { is: 'joined', membership: again }
      }
      if (stationIn(code.org, station.id) !== undefined) return { is: 'stationTaken' }
      code.usedBy = station.id
      return { is: 'joined', membership: letIn(code.org, station, code.issuedBy) }
    },
    countTry: async (keys, at, windowMilliseconds) =>
      keys.map((key) => {
        const now = Date.parse(at)
        const standing = tries.get(key)
        const counted =
          standing === undefined || standing.since <= now - windowMilliseconds
            ? { since: now, tries: 1 }
            : { since: standing.since, tries: standing.tries + 1 }
        tries.set(key, counted)
        return { key, tries: counted.tries }
      }),
    forgiveTry: async (keys) => {
      for (const key of keys) {
        const standing = tries.get(key)
        if (standing !== undefined && standing.tries > 0) standing.tries -= 1
      }
    },
    stations: async (org) => store.stationsOf(org).map((each) => ({ ...each, ...members.placeOf(org, each.id) })),
    revoke: async (org, id, at) => {
      const station = stationIn(org, id)
      if (station === undefined) return false
      store.addStation(org, { ...station, revokedAt: station.revokedAt ?? at })
      members.shutOut(org, id)
      return true
    },
    seen: async (org, id, at, appVersion, place) => {
      if (place !== undefined) members.place(org, id, place)
      const station = stationIn(org, id)
      if (station !== undefined)
        store.addStation(org, { ...station, seenAt: at, appVersion: appVersion ?? station.appVersion })
    },
    addIncident: async (org, incident, at) => {
      const standing = incidents.get(org) ?? []
      const isKnown = standing.some(({ station, sseq }) => station === incident.station && sseq === incident.sseq)
      if (!isKnown) incidents.set(org, [{ ...incident, at: new Date(at).toISOString() }, ...standing])
    },
    incidents: async (org) => (incidents.get(org) ?? []).slice(0, 100),
    ...members.store,
    vouch: async (org, by, stations) => {
      const head = (await store.feed(org, 0, 0))?.head
      if (head === undefined || head.epochs.length < 2) return
      for (const { code, revokedAt, ...station } of stations) {
        const isFree = !store.stationsOf(org).some((each) => each.id === station.id || each.code === code)
        if (isFree && placeOfCode(code) <= (given.get(org) ?? 0)) addStation(org, station, '', code, by)
        const known = stationIn(org, station.id)
        if (known === undefined || revokedAt === null || known.publicKey !== station.publicKey) continue
        store.addStation(org, { ...known, revokedAt: known.revokedAt ?? revokedAt })
        members.shutOut(org, station.id)
      }
    },
    history: async (org, doc, after, limit) => {
      const page = await store.feed(org, 0, Number.MAX_SAFE_INTEGER)
      return (page?.rows ?? []).filter((each) => each.doc === doc && each.seq > after).slice(0, limit)
    },
  }
}
