import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BoxClosed, type SecretBox } from './secret-box.ts'

const nonceBytes = 12
const tagBytes = 16

/**
 * A box whose key is a file that only its owner may read, outside the data folder. That keeps what is inside from other
 * people of the computer and from whoever gets the data folder, and not from other programs of the same person.
 */
export function fileSecretBox(folder: string): SecretBox {
  const path = join(folder, 'box.key')
  const keyIfThere = (): Buffer | undefined => {
    if (!existsSync(path)) return undefined
    // A file that was put back from elsewhere may have come with other rights.
    chmodSync(path, 0o600)
    return Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  }
  const key = (): Buffer => {
    const known = keyIfThere()
    if (known !== undefined) return known
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const made = randomBytes(32)
    writeFileSync(path, made.toString('base64'), { mode: 0o600, flag: 'wx' })
    return made
  }
  return {
    strength: async () => 'file',
    seal: async (text) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key(), nonce)
      const inside = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), inside])
    },
    open: async (sealed) => {
      const bytes = Buffer.from(sealed)
      const known = keyIfThere()
      if (known === undefined) throw new BoxClosed(`there is no key in ${folder}`)
      try {
        const opener = createDecipheriv('aes-256-gcm', known, bytes.subarray(0, nonceBytes))
        opener.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
        const inside = Buffer.concat([opener.update(bytes.subarray(nonceBytes + tagBytes)), opener.final()])
        return { text: inside.toString('utf8'), isStale: false }
      } catch {
        throw new BoxClosed('sealed under another key')
      }
    },
  }
}
