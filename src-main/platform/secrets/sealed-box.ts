import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'

/** SPKI of an X25519 key is always this long. */
const publicBytes = 44
const tagBytes = 16
/** Inside, texts are filled up to multiples of this, so that lengths tell nothing of a PIN or a password. */
const blockBytes = 256

/**
 * Seals a text to a station's public key (X25519, a key of its own for each letter, HKDF, AES-256-GCM): only that station
 * opens it. `about` is bound to it and not inside: who it is for, what it is. Base64.
 */
export function sealTo(boxKey: string, text: string, about: string): string {
  const to = boxKeyOf(boxKey)
  if (to === undefined) throw new Error('not an X25519 key')
  const own = generateKeyPairSync('x25519')
  const sender = own.publicKey.export({ type: 'spki', format: 'der' })
  const key = keyBetween(own.privateKey, to, sender, Buffer.from(boxKey, 'base64'))
  // The key serves once, so a nonce that never changes is never used twice.
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12)).setAAD(Buffer.from(about))
  const inside = Buffer.concat([cipher.update(filled(text)), cipher.final()])
  return Buffer.concat([sender, cipher.getAuthTag(), inside]).toString('base64')
}

/** Undefined: not sealed to this key, not about this, or altered on the way. */
export function openSealed(privateKey: KeyObject, sealed: string, about: string): string | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64')
    const sender = bytes.subarray(0, publicBytes)
    const own = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
    const from = createPublicKey({ key: sender, format: 'der', type: 'spki' })
    const opener = createDecipheriv('aes-256-gcm', keyBetween(privateKey, from, sender, own), Buffer.alloc(12))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(publicBytes, publicBytes + tagBytes))
    const inside = Buffer.concat([opener.update(bytes.subarray(publicBytes + tagBytes)), opener.final()])
    return inside.subarray(4, 4 + inside.readUInt32BE(0)).toString('utf8')
  } catch {
    return undefined
  }
}

/** Undefined where it is not X25519 as SPKI in base64. */
function boxKeyOf(base64: string): KeyObject | undefined {
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
  return key.asymmetricKeyType === 'x25519' ? key : undefined
}

function keyBetween(privateKey: KeyObject, publicKey: KeyObject, sender: Buffer, recipient: Buffer): Buffer {
  const shared = diffieHellman({ privateKey, publicKey })
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([sender, recipient]), 'counterproof sealed secret', 32))
}

function filled(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  const whole = Buffer.alloc(Math.ceil((bytes.length + 4) / blockBytes) * blockBytes)
  whole.writeUInt32BE(bytes.length, 0)
  bytes.copy(whole, 4)
  return whole
}
