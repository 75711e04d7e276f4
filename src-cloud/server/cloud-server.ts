// Every address of the cloud, as one Hono app. Each request stands for itself, so any number of these servers may stand side by
// side before one database.
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Refusal } from '#shared/kernel/result.ts'
import { Snapshots } from '../sync/snapshots.ts'
import { StoreBusy } from '../sync/store-busy.ts'
import { answer, refusalAnswer } from './answer.ts'
import { type CloudParts, type CloudServerParts, Refused } from './cloud-parts.ts'
import { fileRoutes } from './file-routes.ts'
import { usualCloudLimits } from './limits.ts'
import { liveConnections } from './live-connections.ts'
import { memberRoutes } from './member-routes.ts'
import { createMetrics } from './metrics.ts'
import { openRoutes } from './open-routes.ts'
import { stationRoutes } from './station-routes.ts'
import { syncRoutes } from './sync-routes.ts'
import { tokenBuckets } from './token-buckets.ts'

export interface CloudServer {
  readonly fetch: (request: Request) => Response | Promise<Response>
  /** Ends what is open and waits for what is being made; the store stays its owner's. */
  close(): Promise<void>
}

export function createCloudServer(given: CloudServerParts): CloudServer {
  const limits = { ...usualCloudLimits, ...given.limits }
  const { accounts, clock, store } = given
  const metrics = createMetrics()
  const live = liveConnections({
    store,
    heartbeatMilliseconds: limits.heartbeatMilliseconds,
    most: limits.liveConnections,
    mostOfStation: limits.liveConnectionsOfStation,
    isStillIn: async (who) => (await accounts.member(who)) !== undefined,
    count: metrics.live,
  })
  const parts: CloudParts = {
    ...given,
    limits,
    metrics,
    live,
    snapshots: new Snapshots({
      store,
      entities: given.entities,
      newId: randomUUID,
      rows: { worth: limits.snapshotWorthRows, age: limits.snapshotAgeRows },
      problem: (event, error) =>
        given.log(JSON.stringify({ event: 'cloud.snapshot', what: event, error: String(error) })),
    }),
    buckets: tokenBuckets({ burst: limits.burst, perSecond: limits.perSecond }, clock),
    openBuckets: tokenBuckets({ burst: limits.openBurst, perSecond: limits.openPerSecond }, clock),
  }

  const app = new Hono()
  app.get('/health', (context) => answer(context.req.raw, { ok: true }, limits.gzipFromBytes))
  app.get('/metrics', () => new Response(metrics.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } }))
  app.route('/v1', openRoutes(parts))
  app.route('/v1', syncRoutes(parts))
  app.route('/v1', stationRoutes(parts))
  app.route('/v1', fileRoutes(parts))
  app.route('/v1', memberRoutes(parts))
  const refuse = (refusal: Refusal, retryAfterSeconds?: number): Response => {
    const response = refusalAnswer(refusal, retryAfterSeconds)
    metrics.refused(response.status)
    return response
  }
  app.notFound(() => refuse({ code: 'notFound.page' }))
  app.onError((problem, context) => {
    if (problem instanceof Refused) return refuse(problem.refusal, problem.retryAfterSeconds)
    if (problem instanceof StoreBusy) {
      given.log(JSON.stringify({ event: 'cloud.busy', cause: String(problem.cause) }))
      return refuse({ code: 'store.busy' }, limits.retryAfterSeconds)
    }
    return refuse(faultOf(parts, problem, context))
  })
  return {
    fetch: app.fetch,
    close: () => {
      live.closeAll()
      return parts.snapshots.settled()
    },
  }
}

/** A bug is told by a reference alone; what happened stands in the log under it. */
function faultOf({ log, random }: CloudParts, problem: Error, context: Context): Refusal {
  const reference = Buffer.from(random(6)).toString('hex')
  log(
    JSON.stringify({
      event: 'cloud.fault',
      reference,
      method: context.req.method,
      path: context.req.path,
      error: problem.stack ?? problem.message,
    }),
  )
  return { code: 'fault.internal', params: { reference } }
}
