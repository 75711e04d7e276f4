import { Hono } from 'hono'
import { lettersAskedForm, lettersPutForm, rosterPutForm } from '#shared/sync/members.ts'
import { vouchForm } from '../accounts/forms.ts'
import { answer } from './answer.ts'
import type { CloudParts } from './cloud-parts.ts'
import { bodyOf, memberOf } from './request.ts'

/** What stations leave for each other: whom they trust, and secrets sealed to each (Y28, Y29). None of it opens here. */
export function memberRoutes(parts: CloudParts): Hono {
  const { accounts, limits } = parts
  const app = new Hono()

  app.get('/members', async (context) => {
    const { org } = await memberOf(context, parts)
    return answer(context.req.raw, await accounts.store.members(org), limits.gzipFromBytes)
  })

  app.post('/roster', async (context) => {
    const { org, station } = await memberOf(context, parts)
    const { roster, signature, welcomes } = await bodyOf(context, parts, rosterPutForm)
    await accounts.store.putRoster(org, station, { text: roster, signature }, welcomes)
    return answer(context.req.raw, {}, limits.gzipFromBytes)
  })

  app.post('/vouch', async (context) => {
    const { org, station } = await memberOf(context, parts)
    const { stations } = await bodyOf(context, parts, vouchForm)
    await accounts.store.vouch(org, station, stations, new Date(parts.clock()).toISOString())
    return answer(context.req.raw, {}, limits.gzipFromBytes)
  })

  app.post('/letters', async (context) => {
    const { org, station } = await memberOf(context, parts)
    const { letters } = await bodyOf(context, parts, lettersPutForm)
    await accounts.store.putLetters(org, station, letters)
    return answer(context.req.raw, {}, limits.gzipFromBytes)
  })

  app.post('/letters/own', async (context) => {
    const { org, station } = await memberOf(context, parts)
    const { names } = await bodyOf(context, parts, lettersAskedForm)
    const letters = await accounts.store.letters(org, station, names)
    return answer(context.req.raw, { letters }, limits.gzipFromBytes)
  })

  return app
}
