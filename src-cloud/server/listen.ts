import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { CloudServer } from './cloud-server.ts'

export interface ListeningCloud {
  readonly port: number
  readonly url: string
  close(): Promise<void>
}

/** Puts a cloud on a port. Plain HTTP: whoever offers it beyond one network puts a proxy with TLS before it. */
export function listenCloud(cloud: CloudServer, wish: { host: string; port: number }): Promise<ListeningCloud> {
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      // A sender of a byte now and then keeps a place from nobody for long.
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 20_000,
      connectionsCheckingInterval: 2_000,
    },
    getRequestListener(cloud.fetch, { overrideGlobalObjects: false }),
  )
  server.maxConnections = 10_000
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
