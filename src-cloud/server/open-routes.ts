import { Hono } from 'hono'
import { challengeForm, foundForm, joinForm, tokenForm } from '../accounts/forms.ts'
import { answer } from './answer.ts'
import type { CloudParts } from './cloud-parts.ts'
import { bodyOf, orRefuse, requireRoom } from './request.ts'

/** Guesses are counted by windows of minutes: sooner than this a try under a full count is not worth it. */
const tryAgainSeconds = 60

/** What a station without a token may ask for (Y18, Y19). */
export function openRoutes(parts: CloudParts): Hono {
  const { accounts, limits, openBuckets } = parts
  const app = new Hono()

  app.post('/organisations', async (context) => {
    requireRoom(openBuckets.take('organisations'))
    const { org, station } = await bodyOf(context, parts, foundForm)
    return answer(context.req.raw, orRefuse(await accounts.found(org, station)), limits.gzipFromBytes)
  })

  app.post('/join', async (context) => {
    requireRoom(openBuckets.take('join'))
    const { code, station } = await bodyOf(context, parts, joinForm)
    const joined = await accounts.join(code, station)
    const retryAfter = !joined.ok && joined.refusal.code === 'code.tooMany' ? tryAgainSeconds : undefined
    return answer(context.req.raw, orRefuse(joined, retryAfter), limits.gzipFromBytes)
  })

  app.post('/challenge', async (context) => {
    requireRoom(openBuckets.take('challenge'))
    const who = await bodyOf(context, parts, challengeForm)
    return answer(context.req.raw, { challenge: accounts.challenge(who) }, limits.gzipFromBytes)
  })

  app.post('/token', async (context) => {
    requireRoom(openBuckets.take('token'))
    const { org, station, challenge, signature, instance, appVersion } = await bodyOf(context, parts, tokenForm)
    const token = await accounts.token({ org, station }, { challenge, signature, instance }, appVersion ?? null)
    return answer(context.req.raw, orRefuse(token), limits.gzipFromBytes)
  })

  return app
}
