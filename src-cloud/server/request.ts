import type { Context } from 'hono'
import type { z } from 'zod'
import type { Result } from '#shared/kernel/result.ts'
import { isOlderVersion } from '#shared/sync/app-version.ts'
import { wireVersion } from '#shared/sync/wire.ts'
import type { Bearer } from '../accounts/station-token.ts'
import { type CloudParts, Refused } from './cloud-parts.ts'
import { readJsonBody } from './request-body.ts'

/** Of one that cannot be let in now: 429 with how long to wait (sync.md 3.10). */
export function requireRoom(seconds: number): void {
  if (seconds > 0) throw new Refused({ code: 'limit.requests' }, seconds)
}

/** Whose token a request brings. Whether the station still belongs is asked of the store by whoever needs it. */
export function bearerOf(context: Context, parts: CloudParts): Bearer {
  const bearer = anyBearerOf(context, parts)
  if (bearer.isShutOut) throw new Refused({ code: 'auth.refused' })
  return bearer
}

/** The same, also of a station that was shut out and hands in what it still holds (G5). */
export function anyBearerOf(context: Context, parts: CloudParts): Bearer {
  const [, token] = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '') ?? []
  const bearer = token === undefined ? null : parts.accounts.bearer(token)
  if (bearer === null) throw new Refused({ code: 'auth.refused' })
  requireRoom(parts.buckets.take(bearer.org))
  return bearer
}

/** The same, for what does not itself look at the station: a revoked one is turned away here (Y19). */
export async function memberOf(context: Context, parts: CloudParts): Promise<Bearer> {
  const bearer = bearerOf(context, parts)
  if ((await parts.accounts.member(bearer)) === undefined) throw new Refused({ code: 'auth.refused' })
  return bearer
}

/** The same, for what a program that is too old is not given (G8). */
export async function recentMemberOf(context: Context, parts: CloudParts): Promise<Bearer> {
  const bearer = bearerOf(context, parts)
  const station = await parts.accounts.member(bearer)
  if (station === undefined) throw new Refused({ code: 'auth.refused' })
  const wanted = parts.limits.oldestClient
  if (wanted !== null && isOlderVersion(station.appVersion, wanted))
    throw new Refused({ code: 'client.tooOld', params: { wanted } })
  return bearer
}

export async function bodyOf<Form extends z.ZodType>(
  context: Context,
  parts: CloudParts,
  form: Form,
): Promise<z.output<Form>> {
  return parsed(form, orRefuse(await readJsonBody(context.req.raw, parts.limits.bodyBytes)))
}

/** Parameters of an address: what the form wants as a number is read as one, an empty one is not there. */
export function queryOf<Form extends z.ZodType>(
  context: Context,
  form: Form,
  numbers: readonly string[],
): z.output<Form> {
  const given: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(context.req.query())) {
    const isNumber = name === 'wire' || numbers.includes(name)
    given[name] = isNumber && /^\d{1,16}$/.test(text) ? Number(text) : text
  }
  return parsed(form, given)
}

function parsed<Form extends z.ZodType>(form: Form, value: unknown): z.output<Form> {
  const wire = typeof value === 'object' && value !== null && 'wire' in value ? value.wire : wireVersion
  if (wire !== wireVersion && typeof wire === 'number')
    throw new Refused({ code: 'wire.version', params: { wire: wireVersion } })
  const outcome = form.safeParse(value)
  if (outcome.success) return outcome.data
  const at = outcome.error.issues[0]?.path.map(String).join('.') ?? ''
  throw new Refused({ code: 'input.malformed', params: { at: at.slice(0, 100) } })
}

/** What an ordinary answer holds; a refusal ends the request. */
export function orRefuse<T>(result: Result<T>, retryAfterSeconds?: number): T {
  if (result.ok) return result.value
  throw new Refused(result.refusal, retryAfterSeconds)
}
