import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a station's private key lies: never in the data folder, so that a copy of the folder is no copy of the station. */
export interface StationKeys {
  has(station: string): boolean
  /** Makes the station's key if it has none; returns the public half, SPKI as base64. */
  create(station: string): string
  /** Ed25519 over the text, base64. Throws where there is no key. */
  sign(station: string, text: string): string
}

/**
 * Keys as files that only their owner may read. That keeps them from other people of the computer and not from other
 * programs of the same person (docs/security.md).
 */
export function stationKeyFiles(folder: string): StationKeys {
  const pathOf = (station: string) => join(folder, `${station}.key`)
  const keyOf = (station: string) => createPrivateKey(readFileSync(pathOf(station), 'utf8'))
  return {
    has: (station) => existsSync(pathOf(station)),
    create: (station) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (!existsSync(pathOf(station))) {
        const { privateKey } = generateKeyPairSync('ed25519')
        const text = privateKey.export({ type: 'pkcs8', format: 'pem' })
        writeFileSync(pathOf(station), text, { mode: 0o600, flag: 'wx' })
      }
      // A file that was put back from elsewhere may have come with other rights.
      chmodSync(pathOf(station), 0o600)
      return createPublicKey(keyOf(station)).export({ type: 'spki', format: 'der' }).toString('base64')
    },
    sign: (station, text) => sign(null, Buffer.from(text), keyOf(station)).toString('base64'),
  }
}
