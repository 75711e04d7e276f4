// Decides, before anything of a request is read, whether it may be one of ours (reliability X6, 82). A page of another
// site that was resolved to this machine has a foreign Host; a page that calls across has a foreign Origin.
import type { IncomingMessage } from 'node:http'
import type { Refusal } from '#shared/kernel/result.ts'

export interface Guard {
  /** Undefined: go on. */
  refusalOf(request: IncomingMessage): GuardRefusal | undefined
  refusalOfSocket(request: IncomingMessage): GuardRefusal | undefined
}

export interface GuardRefusal {
  readonly status: 403 | 405
  readonly refusal: Refusal
}

const foreignHost: GuardRefusal = { status: 403, refusal: { code: 'permission.foreignHost' } }
const foreignOrigin: GuardRefusal = { status: 403, refusal: { code: 'permission.foreignOrigin' } }

export function createGuard(port: number): Guard {
  const hosts: ReadonlySet<string> = new Set([`127.0.0.1:${port}`, `localhost:${port}`])

  const hostOf = (request: IncomingMessage): string | undefined => {
    const given = request.rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host')
    const host = request.headers.host?.toLowerCase()
    // An absolute address in the request line would stand above the Host header.
    return given.length === 1 && host !== undefined && hosts.has(host) && request.url?.startsWith('/')
      ? host
      : undefined
  }

  const hasForeignOrigin = (request: IncomingMessage, host: string): boolean => {
    const { origin } = request.headers
    return origin !== undefined && origin !== `http://${host}`
  }

  /** Browsers say where a request comes from; following a link to a page is the one thing another site may do. */
  const comesAcross = (request: IncomingMessage): boolean => {
    const site = request.headers['sec-fetch-site']
    if (site === undefined || site === 'same-origin' || site === 'none') return false
    return !(request.method === 'GET' && request.headers['sec-fetch-dest'] === 'document')
  }

  return {
    refusalOf(request) {
      const host = hostOf(request)
      if (host === undefined) return foreignHost
      const method = request.method ?? ''
      if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
        return { status: 405, refusal: { code: 'input.method', params: { method } } }
      }
      if (hasForeignOrigin(request, host) || comesAcross(request)) return foreignOrigin
      // A browser always names the origin of a POST; a script that has no cookie but a token need not.
      const isAnonymousPost =
        method === 'POST' && request.headers.origin === undefined && request.headers.authorization === undefined
      return isAnonymousPost && request.headers.cookie !== undefined ? foreignOrigin : undefined
    },
    refusalOfSocket(request) {
      const host = hostOf(request)
      if (host === undefined) return foreignHost
      return request.headers.origin === undefined || hasForeignOrigin(request, host) || comesAcross(request)
        ? foreignOrigin
        : undefined
    },
  }
}
