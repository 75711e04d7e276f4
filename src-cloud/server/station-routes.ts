import { Hono } from 'hono'
import { uuidPattern } from '#shared/kernel/ids.ts'
import { answer } from './answer.ts'
import { type CloudParts, Refused } from './cloud-parts.ts'
import { memberOf, orRefuse } from './request.ts'

/** What one station of an organisation does for the others: lets them in, lists them, shuts them out (Y18, Y19). */
export function stationRoutes(parts: CloudParts): Hono {
  const { accounts, limits, store } = parts
  const app = new Hono()

  app.post('/pairing-codes', async (context) => {
    const who = await memberOf(context, parts)
    return answer(context.req.raw, orRefuse(await accounts.issueCode(who)), limits.gzipFromBytes)
  })

  app.get('/stations', async (context) => {
    const who = await memberOf(context, parts)
    const stations = (await accounts.stations(who)).map(({ publicKey: _, lastHash: __, ...said }) => said)
    const head = (await store.feed(who.org, 0, 0))?.head.seq ?? 0
    return answer(context.req.raw, { stations, head }, limits.gzipFromBytes)
  })

  app.post('/stations/:id/revoke', async (context) => {
    const who = await memberOf(context, parts)
    const id = context.req.param('id')
    if (!uuidPattern.test(id)) throw new Refused({ code: 'station.unknown' })
    orRefuse(await accounts.revoke(who, id))
    return answer(context.req.raw, {}, limits.gzipFromBytes)
  })

  app.get('/incidents', async (context) => {
    const who = await memberOf(context, parts)
    return answer(context.req.raw, { incidents: await accounts.store.incidents(who.org) }, limits.gzipFromBytes)
  })

  return app
}
