import { z } from 'zod'
import { gzipJson } from '#main/platform/net/gzip-json.ts'
import type { PlainFetch } from '#main/platform/net/pinned-fetch.ts'
import { pairingKeyOf, proofUnder } from '#main/platform/secrets/pairing-proof.ts'
import type { StationKeys } from '#main/platform/secrets/station-keys.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { joiningText } from '#shared/sync/members.ts'
import { readCode } from '#shared/sync/pairing-code.ts'

/** What a station says of itself when it founds an organisation or joins one. */
export interface NewStation {
  readonly id: string
  readonly name: string
  readonly publicKey: string
  readonly boxKey: string
  readonly appVersion: string
  readonly proof?: string
}

/** What an empty folder needs to become a station of an organisation. */
export interface Joined {
  readonly org: string
  readonly code: string
  readonly station: string
  readonly cloudUrl: string
  /** Shared with the station whose code it was (SPEC Y28). */
  readonly pairingKey: string
}

export interface JoinWish {
  readonly cloudUrl: string
  readonly code: string
  readonly stationName: string
}

const joinedForm = z.object({ org: z.string(), stationCode: z.string(), epoch: z.string() })
const refusalForm = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** A cloud's address as a person types or pastes it; undefined: it is none. Only a cloud on this computer needs no TLS. */
export function cloudUrlOf(typed: string): string | undefined {
  let url: URL
  try {
    url = new URL(typed.trim())
  } catch {
    return undefined
  }
  const isOwn = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOwn)) return undefined
  if (url.username !== '' || url.password !== '') return undefined
  return url.origin + url.pathname.replace(/\/+$/, '')
}

/** Founds this station's organisation in the cloud: its first station keeps the code it has. */
export async function foundOrganisation(
  cloudUrl: string,
  org: string,
  station: NewStation,
  reach: PlainFetch = fetch,
): Promise<Result<true>> {
  const answer = await post(reach, `${cloudUrl}/v1/organisations`, { org, station })
  return answer.ok ? accepted(true) : answer
}

/**
 * Joins with a pairing code (Y18, Y28): its first half goes to the cloud, its second becomes a key that the cloud never
 * sees. A station that is not let in leaves no key behind.
 */
export async function joinOrganisation(
  wish: JoinWish,
  {
    keys,
    newId,
    version,
    reach = fetch,
  }: {
    readonly keys: StationKeys
    readonly newId: () => string
    readonly version: string
    readonly reach?: PlainFetch
  },
): Promise<Result<Joined>> {
  const cloudUrl = cloudUrlOf(wish.cloudUrl)
  if (cloudUrl === undefined) return refused('sync.notAnAddress', { url: wish.cloudUrl })
  const code = readCode(wish.code)
  if (code === null) return refused('sync.code.malformed')
  const station = newId()
  const own = { id: station, ...(await keys.create(station)) }
  const pairingKey = await pairingKeyOf(code.forTheCloud, code.betweenStations)
  const proof = proofUnder(pairingKey, joiningText(own))
  const asked = { code: code.forTheCloud, station: { ...own, name: wish.stationName, appVersion: version, proof } }
  const url = `${cloudUrl}/v1/join`
  let answer = await post(reach, url, asked)
  // The code is used up where only the answer was lost; the same station may ask again.
  if (!answer.ok && answer.refusal.code === 'sync.unreachable') answer = await post(reach, url, asked)
  const joined = answer.ok ? joinedForm.safeParse(answer.value) : undefined
  if (joined?.success === true)
    return accepted({ org: joined.data.org, code: joined.data.stationCode, station, cloudUrl, pairingKey })
  keys.forget(station)
  return answer.ok ? refused('sync.noCloud', { url: cloudUrl }) : answer
}

async function post(reach: PlainFetch, url: string, body: unknown): Promise<Result<unknown>> {
  try {
    const response = await reach(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: await gzipJson(body),
      signal: AbortSignal.timeout(30_000),
      redirect: 'error',
    })
    const answer: unknown = await response.json()
    if (response.ok) return accepted(answer)
    const said = refusalForm.safeParse(answer)
    return said.success ? refused(`sync.${said.data.code}`, said.data.params) : refused('sync.noCloud', { url })
  } catch {
    return refused('sync.unreachable', { url })
  }
}
