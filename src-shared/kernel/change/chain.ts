import { canonicalJson } from '../canonical-json.ts'
import type { ChangeRecord } from './change-record.ts'

/**
 * The envelope of a change: the whole record but for its fields, which enter the chain by their digest (W5). Of a newer
 * version it may be of a kind that is not known here.
 */
export type ChangeEnvelope = Readonly<Omit<ChangeRecord, 'fields' | 'kind'>> & { readonly kind: string }

/** The hash before a station's first change, as hex. */
export const chainBegin = '0'.repeat(64)

/**
 * The text whose SHA-256 is a change's hash: the hash before it, its envelope, the digest of its payload, each on a line
 * of its own. The payload enters by digest, so that a pruned one is still vouched for; seq and verdict come later and
 * stay outside. Hashes and digest are lower-case hex.
 */
export function chainText(previousHash: string, envelope: ChangeEnvelope, payloadDigest: string): string {
  return `${previousHash}\n${canonicalJson(envelope)}\n${payloadDigest}`
}
