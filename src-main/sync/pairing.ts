import { z } from 'zod'
import { gzipJson } from '#main/platform/net/gzip-json.ts'
import type { PlainFetch } from '#main/platform/net/pinned-fetch.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'

/** What a station says of itself when it founds an organisation or joins one. */
export interface NewStation {
  readonly id: string
  readonly name: string
  readonly publicKey: string
  readonly appVersion: string
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

/** Joins with a pairing code (Y18): the organisation and the code that this station's documents will bear. */
export async function joinOrganisation(
  cloudUrl: string,
  code: string,
  station: NewStation,
  reach: PlainFetch = fetch,
): Promise<Result<{ readonly org: string; readonly code: string }>> {
  const answer = await post(reach, `${cloudUrl}/v1/join`, { code, station })
  if (!answer.ok) return answer
  const joined = joinedForm.safeParse(answer.value)
  if (!joined.success) return refused('sync.noCloud', { url: cloudUrl })
  return accepted({ org: joined.data.org, code: joined.data.stationCode })
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
