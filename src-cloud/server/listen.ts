import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { CloudServer } from './cloud-server.ts'

export interface ListeningCloud {
  readonly port: number
  readonly url: string
  close(): Promise<void>
}

/** What one connection may take of the server; tests are shorter of patience. */
export interface ListenLimits {
  readonly headersTimeout: number
  readonly requestTimeout: number
  readonly connections: number
}

const usualListenLimits: ListenLimits = { headersTimeout: 10_000, requestTimeout: 60_000, connections: 10_000 }

/** Puts a cloud on a port. Plain HTTP: whoever offers it beyond one network puts a proxy with TLS before it. */
export function listenCloud(
  cloud: CloudServer,
  wish: { host: string; port: number; limits?: ListenLimits },
): Promise<ListeningCloud> {
  const { headersTimeout, requestTimeout, connections } = wish.limits ?? usualListenLimits
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      // A sender of a byte now and then keeps a place from nobody for long.
      headersTimeout,
      requestTimeout,
      keepAliveTimeout: 20_000,
      connectionsCheckingInterval: Math.min(2_000, headersTimeout),
    },
    getRequestListener(cloud.fetch, { overrideGlobalObjects: false }),
  )
  server.maxConnections = connections
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: wish.host, port: wish.port, exclusive: true }, () => {
      server.off('error', reject)
      const bound = server.address()
      const port = typeof bound === 'object' && bound !== null ? bound.port : wish.port
      const host = wish.host.includes(':') ? `[${wish.host}]` : wish.host
      resolve({
        port,
        url: `http://${host}:${port}`,
        close: () =>
          new Promise((closed) => {
            const settled = cloud.close()
            server.close(() => void settled.then(closed))
            // What is being answered is answered; what has not ended soon is cut.
            server.closeIdleConnections()
            setTimeout(() => server.closeAllConnections(), 2_000).unref()
          }),
      })
    })
  })
}
