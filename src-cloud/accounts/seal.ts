import { createHmac, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto'

/** HMAC under the cloud's secret. The purpose stands first, so that what is sealed for one thing opens no other. */
export function seal(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url')
}

export function isSealed(secret: string, purpose: string, text: string, given: string): boolean {
  const [right, said] = [Buffer.from(seal(secret, purpose, text)), Buffer.from(given)]
  return right.length === said.length && timingSafeEqual(right, said)
}

/** A station's public key; undefined where it is not of this kind (SPKI in base64). */
export function publicKeyOf(base64: string, kind: 'ed25519' | 'x25519' = 'ed25519'): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === kind ? key : undefined
  } catch {
    return undefined
  }
}

export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = publicKeyOf(publicKey)
  if (key === undefined) return false
  try {
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
