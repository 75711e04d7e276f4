import { Agent, request } from 'node:https'
import { Readable } from 'node:stream'
import { connect, type TLSSocket } from 'node:tls'

/** How a server without a certificate of a public authority is known: by the authority that signed it, or by itself. */
export type Pin = { readonly ca: string } | { readonly fingerprint: string }

export interface PlainInit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal
  readonly redirect?: 'error'
}

/** As much of `fetch` as the sync uses. */
export type PlainFetch = (url: string, init: PlainInit) => Promise<Response>

/** SHA-256 of a certificate as 64 hex digits, with or without colons, `sha256:` in front or not; undefined: it is none. */
export function readFingerprint(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/^sha-?256[:=\s]/i, '')
    .replaceAll(':', '')
    .toUpperCase()
  return /^[0-9A-F]{64}$/.test(plain) ? plain : undefined
}

/**
 * Requests to one server that is known by its pin. Nothing is sent before the pin has been seen to fit, and no public
 * authority counts beside it.
 */
export function pinnedFetch(pin: Pin): PlainFetch {
  const agent = 'ca' in pin ? new Agent({ ca: pin.ca, keepAlive: true }) : agentFor(pin.fingerprint)
  return (url, { method = 'GET', headers = {}, body, signal }) =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method, headers: { ...headers }, agent, ...(signal && { signal }) }, (answer) => {
        const status = answer.statusCode ?? 500
        if (status >= 300 && status < 400) {
          answer.resume()
          reject(new Error(`the server sends elsewhere (${status})`))
          return
        }
        const head = new Headers()
        for (const [name, value] of Object.entries(answer.headers))
          if (value !== undefined) head.set(name, Array.isArray(value) ? value.join(', ') : value)
        const isEmpty = status === 204 || status === 304 || method === 'HEAD'
        resolve(
          new Response(isEmpty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>), {
            status,
            headers: head,
          }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
}

/** The certificate itself is the pin: it is compared on every connection, before the connection is given to a request. */
function agentFor(fingerprint: string): Agent {
  const agent = new Agent({ keepAlive: true })
  agent.createConnection = (options, ready) => {
    const { host, port, servername } = options as { host: string; port: number; servername?: string }
    const socket: TLSSocket = connect({
      host,
      port,
      ...(servername && { servername }),
      // No authority vouches for it; the fingerprint does.
      rejectUnauthorized: false,
    })
    const fail = (problem: Error): void => ready?.(problem, socket)
    socket.once('error', fail)
    socket.once('secureConnect', () => {
      socket.off('error', fail)
      if (socket.getPeerCertificate().fingerprint256.replaceAll(':', '') === fingerprint) ready?.(null, socket)
      else {
        socket.destroy()
        ready?.(new Error('the certificate is not the one that was pinned'), socket)
      }
    })
    return undefined
  }
  return agent
}
