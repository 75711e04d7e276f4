import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { uuidPattern } from '#shared/kernel/ids.ts'
import { digestForm, digestPageForm } from '#shared/sync/digest.ts'
import { pullForm, pushForm, wireVersion } from '#shared/sync/wire.ts'
import { Digests } from '../sync/digests.ts'
import { readFeed } from '../sync/pull.ts'
import { type Pusher, type PushOutcome, setAside, takePush } from '../sync/push.ts'
import { answer } from './answer.ts'
import { type CloudParts, Refused } from './cloud-parts.ts'
import { anyBearerOf, bearerOf, bodyOf, queryOf, recentMemberOf } from './request.ts'
import { seenStations } from './seen-stations.ts'

const wire = z.literal(wireVersion).default(wireVersion)
const pullQuery = pullForm.extend({
  wire,
  epoch: pullForm.shape.epoch.default(null),
  /** How many changes the station has not sent, for the page of stations. */
  waiting: z.number().int().min(0).max(2_000_000_000).default(0),
  keep: z.literal('1').optional(),
  whole: z.literal('1').optional(),
})
const historyQuery = z.object({
  wire,
  doc: z.string().regex(uuidPattern),
  after: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).optional(),
})

/** A chunk never changes, but is nobody's but this organisation's. */
const chunkHeaders = {
  'content-type': 'application/gzip',
  'cache-control': 'private, max-age=3600, immutable',
  'x-content-type-options': 'nosniff',
}

/** Changes in, changes out, and the word that there are some (Y4 to Y13). */
export function syncRoutes(parts: CloudParts): Hono {
  const { accounts, clock, entities, limits, live, log, metrics, snapshots, store } = parts
  const app = new Hono()
  const seen = seenStations(accounts.store, clock)
  const digests = new Digests({ store, entities, clock })

  app.post('/push', async (context) => {
    const who = bearerOf(context, parts)
    const request = await bodyOf(context, parts, pushForm)
    const started = performance.now()
    const outcome = await takePush(store, entities, who, request, clock())
    return pushed(context, who, outcome, started)
  })

  app.post('/quarantine', async (context) => {
    const who = anyBearerOf(context, parts)
    const request = await bodyOf(context, parts, pushForm)
    const started = performance.now()
    return pushed(context, who, await setAside(store, who, request, clock()), started)
  })

  const pushed = async (context: Context, who: Pusher, outcome: PushOutcome, started: number): Promise<Response> => {
    if (outcome === null) throw new Refused({ code: 'auth.refused' })
    const verdicts = outcome.is === 'taken' ? outcome.answers.map((each) => each.verdict) : []
    metrics.pushed(outcome.is, verdicts, (performance.now() - started) / 1000)
    // A rewritten history is told to whoever runs the cloud, and kept once for the organisation (Y13).
    if (outcome.is === 'forked') {
      log(JSON.stringify({ event: 'cloud.forked', org: who.org, station: who.station, sseq: outcome.sseq }))
      await accounts.store.addIncident(who.org, { station: who.station, what: 'forked', sseq: outcome.sseq }, clock())
    }
    return answer(context.req.raw, outcome, limits.gzipFromBytes)
  }

  app.get('/pull', async (context) => {
    const who = bearerOf(context, parts)
    const { waiting, keep, whole, ...place } = queryOf(context, pullQuery, ['after', 'limit', 'waiting'])
    const request = { ...place, onlyToKeep: keep !== undefined, whole: whole !== undefined }
    const page = await readFeed(store, who, request, limits.oldestClient)
    if (page === null) throw new Refused({ code: 'auth.refused' })
    // Who looks at the log once more has not gone back to there.
    if (page.is === 'page' && !request.whole) seen(who, { readTo: page.rows.at(-1)?.seq ?? request.after, waiting })
    if (page.is === 'page') metrics.pulled(page.rows.length)
    const status = page.is === 'gone' ? 410 : page.is === 'tooOld' ? 426 : 200
    return answer(context.req.raw, page, limits.gzipFromBytes, status)
  })

  app.get('/snapshot', async (context) => {
    const found = await snapshots.answer(await recentMemberOf(context, parts))
    if (found === null) throw new Refused({ code: 'auth.refused' })
    return answer(context.req.raw, found, limits.gzipFromBytes)
  })

  app.get('/snapshot/:id/:no', async (context) => {
    const who = await recentMemberOf(context, parts)
    const { id, no } = context.req.param()
    const isOne = uuidPattern.test(id) && /^\d{1,6}$/.test(no)
    const bytes = isOne ? await snapshots.chunk(who, id, Number(no)) : null
    if (bytes === null) throw new Refused({ code: 'notFound.snapshot' })
    return new Response(new Uint8Array(bytes), { headers: chunkHeaders })
  })

  app.post('/digest', async (context) => {
    const who = await recentMemberOf(context, parts)
    const found = await digests.answer(who, await bodyOf(context, parts, digestForm))
    if (found === null) throw new Refused({ code: 'auth.refused' })
    return answer(context.req.raw, found, limits.gzipFromBytes)
  })

  app.post('/digest/documents', async (context) => {
    const who = await recentMemberOf(context, parts)
    const found = await digests.page(who, await bodyOf(context, parts, digestPageForm))
    if (found === null) throw new Refused({ code: 'auth.refused' })
    return answer(context.req.raw, found, limits.gzipFromBytes)
  })

  app.get('/live', async (context) => {
    const { until, ...who } = await recentMemberOf(context, parts)
    const head = await store.feed(who.org, 0, 0)
    const stream = live.open(who, until, head?.head.seq ?? 0, clock)
    if (stream === null) throw new Refused({ code: 'limit.live' }, limits.retryAfterSeconds)
    return stream
  })

  app.get('/history', async (context) => {
    const who = await recentMemberOf(context, parts)
    const { doc, after, limit } = queryOf(context, historyQuery, ['after', 'limit'])
    const most = Math.min(limit ?? limits.historyRows, limits.historyRows)
    const found = await accounts.store.history(who.org, doc, after, most + 1)
    const rows = found.slice(0, most).map(({ raw, station, stationCode, ...kept }) => {
      const { sseq, seq, hlcEff, verdict, code, detail } = kept
      return { sseq, seq, hlcEff, verdict, code, detail, station, stationCode, change: JSON.parse(raw) as unknown }
    })
    const next = found.length > most ? (rows.at(-1)?.seq ?? null) : null
    return answer(context.req.raw, { rows, next }, limits.gzipFromBytes)
  })

  return app
}
