import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Core } from '#main/app/core.ts'
import type { Translator } from '#main/platform/translate/translator.ts'
import type { ServerFrame } from '#shared/kernel/contract.ts'
import { isAnnouncement, parseClientFrame } from '#shared/kernel/frames.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { refusalBody } from './refusal-response.ts'
import { largestBody, readJson } from './request-body.ts'
import type { Guard } from './request-guard.ts'
import { tokenOf } from './request-token.ts'
import { statusOfRefusal } from './status-of-refusal.ts'

const heartbeatMs = 30_000
const mostSockets = 64
const mostWaiting = 256
/** Bytes a screen may leave unread before it is taken for gone. */
const mostUnread = 32 * 1024 * 1024

/** Own close codes: the screen asks for a new link at the first and reconnects after any other. */
export const closeCodes = { sessionOver: 4401, badMessage: 4400 } as const

export interface WireSocketParts {
  readonly core: Pick<Core, 'connect'>
  readonly guard: Guard
  readonly port: number
  readonly translator: Translator
}

/** Carries the wire over WebSocket at `/ws`; returns what ends it. */
export function attachWireSocket(server: Server, { core, guard, port, translator }: WireSocketParts): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestBody,
    perMessageDeflate: false,
    clientTracking: true,
  })

  const refuse = (request: IncomingMessage, socket: Duplex, refusal: Refusal): void => {
    const body = JSON.stringify(refusalBody(translator, request.headers['accept-language'], refusal))
    socket.end(
      `HTTP/1.1 ${statusOfRefusal(refusal.code)} Refused\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
  }

  const accept = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const guarded = guard.refusalOfSocket(request)
    if (guarded) return refuse(request, socket, guarded.refusal)
    if (request.url !== '/ws') return refuse(request, socket, { code: 'notFound.page' })
    if (sockets.clients.size >= mostSockets) return refuse(request, socket, { code: 'wire.busy' })
    const token = tokenOf(request.headers, port)
    const opened: { socket?: WebSocket } = {}
    const waiting = new Set<number>()
    const connection =
      token === undefined ? null : await core.connect(token, (frame) => deliver(opened.socket, waiting, frame))
    if (connection === null) return refuse(request, socket, { code: 'auth.required' })
    sockets.handleUpgrade(request, socket, head, (screen) => {
      opened.socket = screen
      sockets.emit('connection', screen, request)
      screen.on('close', () => connection.close())
      // A broken frame or too long a message: ws answers with its own close code.
      screen.on('error', () => screen.terminate())
      screen.on('message', (data, isBinary) => {
        const frame = isBinary ? null : frameOf(data)
        if (frame === null) return screen.close(closeCodes.badMessage)
        if (waiting.size >= mostWaiting) {
          return deliver(screen, waiting, { id: frame.id, ok: false, refusal: { code: 'wire.busy' } })
        }
        waiting.add(frame.id)
        connection.send(frame)
      })
    })
  }

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    accept(request, socket, head).catch(() => socket.destroy())
  })
  const beat = startHeartbeat(sockets)
  return () => {
    clearInterval(beat)
    for (const screen of sockets.clients) screen.terminate()
    sockets.close()
  }
}

function frameOf(data: RawData) {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? new Uint8Array(data) : data
  const read = readJson(bytes)
  return read.ok ? parseClientFrame(read.value) : null
}

function deliver(screen: WebSocket | undefined, waiting: Set<number>, frame: ServerFrame): void {
  if (screen === undefined || screen.readyState !== screen.OPEN) return
  if (screen.bufferedAmount > mostUnread) {
    screen.terminate()
    return
  }
  screen.send(JSON.stringify(frame))
  if (isAnnouncement(frame)) return
  waiting.delete(frame.id)
  if (!frame.ok && 'refusal' in frame && frame.refusal.code === 'auth.noSession') screen.close(closeCodes.sessionOver)
}

/** A screen that answers no ping is gone, however open its connection looks. */
function startHeartbeat(sockets: WebSocketServer): NodeJS.Timeout {
  const silent = new WeakSet<WebSocket>()
  sockets.on('connection', (screen) => screen.on('pong', () => silent.delete(screen)))
  const beat = setInterval(() => {
    for (const screen of sockets.clients) {
      if (silent.has(screen)) screen.terminate()
      else {
        silent.add(screen)
        screen.ping()
      }
    }
  }, heartbeatMs)
  beat.unref()
  return beat
}
