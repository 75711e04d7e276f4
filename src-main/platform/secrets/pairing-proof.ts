import { createHmac, scrypt, timingSafeEqual } from 'node:crypto'

/** Slow enough that whoever carries the proofs cannot try all codes while they are worth anything. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/**
 * What a pairing code's second half becomes: a key that the two stations share and the cloud between them does not, so that
 * each knows the other's keys for the other's, whatever the cloud says. Hex.
 */
export function pairingKeyOf(codeForTheCloud: string, codeBetweenStations: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(codeBetweenStations, `counterproof pairing\n${codeForTheCloud}`, 32, cost, (problem, key) =>
      problem === null ? resolve(key.toString('hex')) : reject(problem),
    )
  })
}

/** Shown under the shared key that the keys of this station are its own. `for`: joining, or welcoming. */
export function proofUnder(pairingKey: string, said: readonly string[]): string {
  return createHmac('sha256', Buffer.from(pairingKey, 'hex')).update(said.join('\n')).digest('base64')
}

export function isProof(pairingKey: string, said: readonly string[], proof: string): boolean {
  const [right, given] = [Buffer.from(proofUnder(pairingKey, said)), Buffer.from(proof)]
  return right.length === given.length && timingSafeEqual(right, given)
}
