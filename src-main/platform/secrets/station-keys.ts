import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSealed } from './sealed-box.ts'
import type { SecretBox } from './secret-box.ts'

/** The public halves of a station's two keys, SPKI as base64: one proves it (Ed25519), one closes letters to it (X25519). */
export interface PublicKeys {
  readonly publicKey: string
  readonly boxKey: string
}

/** A station's keys, opened. The private halves never leave this. */
export interface StationKey extends PublicKeys {
  /** Ed25519 over the text, base64. */
  sign(text: string): string
  /** Undefined: not sealed to this station, or altered. */
  open(sealed: string, about: string): string | undefined
}

/** Where a station's private keys lie: never in the data folder, so that a copy of the folder is no copy of the station. */
export interface StationKeys {
  has(station: string): boolean
  /** Makes the station's keys if it has none. */
  create(station: string): Promise<PublicKeys>
  /** Rejects with `BoxClosed` where they cannot be opened here, and with an error where there are none. */
  open(station: string): Promise<StationKey>
  /** What was made for a station that was not let in. */
  forget(station: string): void
}

/** Keys as files of one folder, closed by the box of this computer: its keychain, or a key file. */
export function stationKeyFiles(folder: string, box: SecretBox): StationKeys {
  const pathOf = (station: string) => join(folder, `${station}.key`)
  const keep = async (station: string, text: string): Promise<void> => {
    const sealed = await box.seal(text)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // Whole or not at all: a station that loses its key has to pair anew.
    writeFileSync(`${pathOf(station)}.new`, Buffer.from(sealed).toString('base64'), { mode: 0o600, flush: true })
    renameSync(`${pathOf(station)}.new`, pathOf(station))
  }
  const keys: StationKeys = {
    has: (station) => existsSync(pathOf(station)),
    create: async (station) => {
      if (!keys.has(station))
        await keep(station, `${pemOf(generateKeyPairSync('ed25519'))}${pemOf(generateKeyPairSync('x25519'))}`)
      const { publicKey, boxKey } = await keys.open(station)
      return { publicKey, boxKey }
    },
    open: async (station) => {
      const { text, isStale } = await box.open(Buffer.from(readFileSync(pathOf(station), 'utf8'), 'base64'))
      if (isStale) await keep(station, text)
      const [signing, letters] = text.split(/(?<=-----END PRIVATE KEY-----\n)/).map((pem) => createPrivateKey(pem))
      if (signing === undefined || letters === undefined) throw new Error(`the key file of ${station} is not whole`)
      return {
        publicKey: publicOf(signing),
        boxKey: publicOf(letters),
        sign: (said) => sign(null, Buffer.from(said), signing).toString('base64'),
        open: (sealed, about) => openSealed(letters, sealed, about),
      }
    },
    forget: (station) => rmSync(pathOf(station), { force: true }),
  }
  return keys
}

/** Whether the holder of the Ed25519 key has signed this very text. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType !== 'ed25519') return false
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function pemOf({ privateKey }: { privateKey: KeyObject }): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function publicOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
}
