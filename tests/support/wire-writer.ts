import { generateKeyPairSync, hash, type KeyObject, randomUUID } from 'node:crypto'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { chainBegin, chainText } from '#shared/kernel/change/chain.ts'
import { hlcOf } from '#shared/kernel/change/clock.ts'
import type { WireChange } from '#shared/sync/wire.ts'

const sha256 = (text: string): string => hash('sha256', text, 'hex')

export type Wish = Partial<Omit<WireChange, 'hash' | 'payload' | 'sseq'>> & {
  readonly fields?: unknown
}

export interface WireWriter {
  readonly station: string
  /** The next change of this station's chain. */
  write(wish?: Wish): WireChange
}

/** Writes changes as a station does: counter, chain, and one command each unless told otherwise. */
export function wireWriter(station: string, at = 1_800_000_000_000): WireWriter {
  let [sseq, previous] = [0, chainBegin]
  return {
    station,
    write: ({ fields = { note: [null, 'as agreed'] }, ...wish } = {}) => {
      sseq += 1
      const payload = canonicalJson(fields)
      const envelope = {
        id: randomUUID(),
        sseq,
        commandId: randomUUID(),
        command: 'party.change',
        groupNo: 0,
        hlc: hlcOf(at, sseq),
        actor: 'somebody',
        actorRole: 'counter',
        reason: null,
        atWall: new Date(at).toISOString(),
        entity: 'party',
        doc: randomUUID(),
        kind: 'create',
        appVer: '0.1.0',
        schemaVer: 1,
        ...wish,
      }
      // The kind is text on the wire: of a newer version it may be any.
      previous = sha256(chainText(previous, { ...envelope, station }, sha256(payload)))
      return { ...envelope, payload, hash: previous }
    },
  }
}

/** A station with its key, as it presents itself. */
export function newcomer(name = 'Counter'): {
  readonly id: string
  readonly name: string
  readonly publicKey: string
  readonly boxKey: string
  readonly appVersion: string
  readonly privateKey: KeyObject
} {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    id: randomUUID(),
    name,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    boxKey: generateKeyPairSync('x25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    appVersion: '0.1.0',
    privateKey,
  }
}
