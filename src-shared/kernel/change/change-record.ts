import type { Json } from '../canonical-json.ts'
import type { Hlc } from './clock.ts'

export type ChangeKind = 'create' | 'set' | 'move' | 'post' | 'add' | 'remove' | 'resolve'

/** From -> to by path; `null` stands for "was not there". */
export type ChangedFields = Readonly<Record<string, readonly [from: Json, to: Json]>>

/** What one group of a command did to one document (sync.md 3.1). Immutable: its bytes are what is hashed and travels. */
export interface ChangeRecord {
  readonly id: string
  readonly station: string
  readonly sseq: number
  readonly commandId: string
  readonly command: string
  readonly groupNo: number
  readonly hlc: Hlc
  /** Who, in which role, and why if they said so. */
  readonly actor: string
  readonly actorRole: string
  readonly reason: string | null
  /** The station's wall clock, for display only: order is by `sseq`, `seq` and `hlc`. */
  readonly atWall: string
  readonly entity: string
  readonly doc: string
  readonly kind: ChangeKind
  readonly fields: ChangedFields
  readonly appVer: string
  readonly schemaVer: number
}

/** `local` until the station belongs to a cloud (W15). */
export type Verdict = 'local' | 'pending' | 'accepted' | 'flagged' | 'refused' | 'quarantined'
