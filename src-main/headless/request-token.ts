import type { IncomingMessage } from 'node:http'

/** Cookies know no ports, so two stations on one machine each need a name of their own. */
export function cookieName(port: number): string {
  return `counterproof-${port}`
}

/** No `Secure` and no `__Host-`: the host speaks plain HTTP and only to its own machine. */
export function sessionCookie(port: number, token: string): string {
  return `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`
}

/** The session that a request names: a script's bearer token before a browser's cookie. */
export function tokenOf(headers: IncomingMessage['headers'], port: number): string | undefined {
  const bearer = /^bearer +([\w.~+/=-]{1,200})$/i.exec(headers.authorization ?? '')?.[1]
  if (bearer !== undefined || headers.authorization !== undefined) return bearer
  const name = cookieName(port)
  return (headers.cookie ?? '')
    .split(';')
    .map((each) => each.trim().split('='))
    .find(([key]) => key === name)
    ?.slice(1)
    .join('=')
}
