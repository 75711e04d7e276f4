import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Pin, type PlainFetch, pinnedFetch, readFingerprint } from '../net/pinned-fetch.ts'

/** Clouds with a certificate of their own, as this computer was told to know them; kept beside the stations' keys. */
export interface TrustedClouds {
  /** False: it is neither a file with a certificate nor a fingerprint. */
  trust(cloudUrl: string, fileOrFingerprint: string): boolean
  /** Reaches a cloud: by its pin where it has one, else as any server on the internet. */
  readonly fetch: PlainFetch
}

export function trustedClouds(folder: string): TrustedClouds {
  const path = join(folder, 'trusted-clouds.json')
  const pins = new Map<string, Pin>(
    existsSync(path) ? Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, Pin>) : [],
  )
  const ways = new Map<string, PlainFetch>()
  return {
    trust: (cloudUrl, given) => {
      const pin = pinOf(given)
      if (pin === undefined || !URL.canParse(cloudUrl)) return false
      const { origin } = new URL(cloudUrl)
      pins.set(origin, pin)
      ways.delete(origin)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(pins), null, 2), { mode: 0o600 })
      renameSync(`${path}.new`, path)
      return true
    },
    fetch: (url, init) => {
      const { origin } = new URL(url)
      const pin = pins.get(origin)
      if (pin === undefined) return fetch(url, init)
      const way = ways.get(origin) ?? pinnedFetch(pin)
      ways.set(origin, way)
      return way(url, init)
    },
  }
}

function pinOf(given: string): Pin | undefined {
  const fingerprint = readFingerprint(given)
  if (fingerprint !== undefined) return { fingerprint }
  try {
    const ca = readFileSync(given, 'utf8')
    // Throws where the file holds no certificate. One that signs no others is known by itself.
    const certificate = new X509Certificate(ca)
    return certificate.ca ? { ca } : { fingerprint: certificate.fingerprint256.replaceAll(':', '') }
  } catch {
    return undefined
  }
}
