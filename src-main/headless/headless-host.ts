// The program without a window: the screens, the wire and the API on one port of this machine only.
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Core } from '#main/app/core.ts'
import type { Translator } from '#main/platform/translate/translator.ts'
import { safeHeaders } from '#main/platform/web/content-security.ts'
import { openRendererFiles } from '#main/platform/web/renderer-files.ts'
import type { Contract } from '#shared/kernel/contract.ts'
import { createFrameExchange, type ExchangeLimits } from './frame-exchange.ts'
import { createHeadlessApp } from './headless-app.ts'
import { refusalBody } from './refusal-response.ts'
import { createGuard } from './request-guard.ts'
import { attachWireSocket } from './wire-socket.ts'

export interface HeadlessOptions {
  readonly core: Core
  readonly contract: Contract
  readonly version: string
  /** 0: any free port. */
  readonly port: number
  readonly rendererFolder: string
  readonly translator: Translator
  readonly log: (line: string) => void
  readonly limits?: ExchangeLimits
}

export interface HeadlessHost {
  readonly port: number
  readonly url: string
  close(): Promise<void>
}

const address = '127.0.0.1'

export async function startHeadlessHost(options: HeadlessOptions): Promise<HeadlessHost> {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    // A client that sends a byte now and then keeps a place from nobody for long (85).
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 2_000,
  })
  server.maxConnections = 256
  const port = await listen(server, options.port)
  const { core, translator } = options
  const guard = createGuard(port)
  const exchange = createFrameExchange(core, options.limits)
  const screens = openRendererFiles(options.rendererFolder, [`ws://127.0.0.1:${port}`, `ws://localhost:${port}`])
  const app = createHeadlessApp({ ...options, port, exchange, screens })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })

  server.on('request', (request, response) => {
    const guarded = guard.refusalOf(request)
    if (guarded === undefined) return void listener(request, response)
    response.writeHead(guarded.status, {
      ...safeHeaders,
      'content-type': 'application/json',
      connection: 'close',
      ...(guarded.status === 405 ? { allow: 'GET, HEAD, POST' } : {}),
    })
    response.end(JSON.stringify(refusalBody(translator, request.headers['accept-language'], guarded.refusal)))
  })
  const endSockets = attachWireSocket(server, { core, guard, port, translator })

  return {
    port,
    url: `http://${address}:${port}`,
    close: () =>
      new Promise((resolve) => {
        endSockets()
        exchange.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: address, port, exclusive: true }, () => {
      server.off('error', reject)
      const bound = server.address()
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port)
    })
  })
}
